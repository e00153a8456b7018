/** Does works one after the other, in the order of asking; one that fails holds up nobody. `idle` waits for those asked so far. */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    turn: <T>(work: () => Promise<T>): Promise<T> => {
      const turn = last.then(work)
      last = turn.catch(() => {})
      return turn
    },
    idle: () => last,
  }
}
