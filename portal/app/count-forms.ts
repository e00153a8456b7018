/** No sentence of ours has this number in it by itself. */
const sample = 7_351

/** What a sentence with a count says of one, and of any other number, for which `#` stands in it. */
export function countForms(say: (count: number) => string): { one: string; other: string } {
  return { one: say(1), other: say(sample).replace(String(sample), '#') }
}
