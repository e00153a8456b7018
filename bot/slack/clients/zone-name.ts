import { isClientTimeZone } from '#core/clients/time-zones.ts'
import { zoneInWords } from '#core/words/format.ts'
import type { Reader } from '../reader.ts'

/** What people call a time zone; of one that is not on our list what its country calls it. */
export function zoneName({ words, locale }: Reader, timeZone: string): string {
  return isClientTimeZone(timeZone) ? words.client.zones[timeZone] : zoneInWords(timeZone, locale)
}
