/**
 * How much a person is told they can hand in at once, in bytes: a round number of megabytes that leaves a form room for
 * its own lines within `maxMessageBytes` (50 MiB are told as 50 MB).
 */
export function uploadLimit(maxMessageBytes: number): number {
  return Math.floor(maxMessageBytes / 1_048_576) * 1_000_000
}
