/** One thing that is wrong with the configuration. */
export type Fault = {
  /** The key, or the place in `.env`. */
  where: string
  /** Ends the sentence "KEY …"; never holds the value of a secret. */
  problem: string
  /** How a right one would be written, or null. */
  example: string | null
}

/** The configuration cannot be used; `message` lists every fault, one a line. */
export class ConfigInvalid extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`
    super([`The configuration has ${count}:`, ...faults.map(lineOf)].join('\n'))
    this.name = 'ConfigInvalid'
    this.faults = faults
  }
}

function lineOf({ where, problem, example }: Fault): string {
  return `  ${where} ${problem}.${example === null ? '' : ` Example: ${example}`}`
}
