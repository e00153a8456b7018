import { homes, mayImport, postOfBot, roomOf } from './rooms.ts'
import { importsOf, placeOf, type Source } from './source.ts'

/** The imports of a file that go where its room may not go. */
export function importFaults(source: Source): string[] {
  const room = roomOf(source.path)
  const isTest = room === 'test' || /\.(test|config)\.tsx?$/.test(source.path)
  const faults: string[] = []

  for (const { node, specifier, ours } of importsOf(source)) {
    const place = placeOf(source, node)
    if (ours === null) {
      const home = homes.find(({ packages }) => packages.test(specifier))
      if (home && !isTest && !home.rooms.includes(room)) {
        faults.push(`${place} ${room} may not use ${specifier}: it is at home in ${home.rooms.join(', ')}`)
      }
      continue
    }
    const target = roomOf(ours)
    if (target === room) {
      if (specifier.startsWith('#'))
        faults.push(`${place} imports its own room by ${specifier}: write it relative`)
      continue
    }
    if (specifier.startsWith('.') && target !== 'root' && room !== 'root') {
      faults.push(`${place} leaves its room by ${specifier}: write #${ours}`)
    }
    if (isTest && target === 'test') continue
    if (!mayImport[room]?.includes(target)) faults.push(`${place} ${room} may not import ${ours}`)
    else if (room === 'jobs' && target === 'bot' && !postOfBot.test(ours)) {
      faults.push(`${place} jobs may import of bot only what posts, not ${ours}`)
    }
  }
  return faults
}
