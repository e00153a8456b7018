/** Milliseconds of processor time that this process has used, all its threads together: says how much work something was, however busy the machine. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
