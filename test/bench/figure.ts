/** One line of JSON for each figure: its value, what it was measured against in the same run, and their ratio. */
export function figure(name: string, value: number, unit: string, baseline: number): void {
  const round = (number: number) => Number(number.toPrecision(4))
  console.log(
    JSON.stringify({
      name,
      value: round(value),
      unit,
      baseline: round(baseline),
      ratio: round(value / baseline),
    }),
  )
}

/** The middle one. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}
