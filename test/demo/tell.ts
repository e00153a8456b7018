/** A step of the story that did not hold. */
export class StepFailed extends Error {
  readonly step: string

  constructor(step: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.step = step
  }
}

export type Telling = {
  /** Does what the step is about and tells it in one line, which the work gives back; throws StepFailed. */
  step: (name: string, work: () => Promise<string>) => Promise<void>
  say: (line?: string) => void
}

const colours = {
  mark: '\u001b[32m',
  fault: '\u001b[31m',
  quiet: '\u001b[2m',
  strong: '\u001b[1m',
  plain: '\u001b[0m',
}

/** Tells a story on the terminal, a line with a mark for each step that held. */
export function tellOn(out: NodeJS.WriteStream): Telling {
  return {
    async step(name, work) {
      try {
        out.write(`${paint(out, 'mark', '✓')} ${await work()}\n`)
      } catch (error) {
        throw new StepFailed(name, error)
      }
    },
    say: (line = '') => void out.write(`${line}\n`),
  }
}

/** The text in a colour, where the terminal has any. */
export function paint(out: NodeJS.WriteStream, colour: keyof typeof colours, text: string): string {
  const hasColours = out.isTTY && process.env.NO_COLOR === undefined
  return hasColours ? `${colours[colour]}${text}${colours.plain}` : text
}
