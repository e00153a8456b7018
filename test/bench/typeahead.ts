import { findMatters } from '#core/matters/find-matters.ts'
import { lawFirm } from '../office/law-firm.ts'
import { benchOffice, engine } from './bench-office.ts'
import { figure, median, timed } from './figure.ts'
import { fillWithMatters } from './many-matters.ts'

// What lawyers type: a beginning, a whole word, two words, a number, nothing.
const typed = [
  'fu',
  'fuentes',
  'divorcio rojas',
  'maria soto',
  'c-500',
  'sep val',
  'alimentos jose araya',
  '',
]
const large = Number(process.env.BENCH_MATTERS ?? 1_000_000)

const { office, renewStatistics, close } = await benchOffice()
const { firmId, rosaId, camila } = await lawFirm(office)
const firm = { firmId, clientId: rosaId, memberId: camila.memberId }

/** Milliseconds for one answer, in the middle of the eight kinds of words. */
async function cost(): Promise<number> {
  const each: number[] = []
  for (let round = 0; round < 30; round++) {
    for (const words of typed) each.push(await timed(() => findMatters(office, { by: camila, words })))
  }
  return median(each)
}

await fillWithMatters(office, firm, 0, 1000)
await renewStatistics()
await cost()
const small = await cost()
await fillWithMatters(office, firm, 1000, large)
await renewStatistics()
await cost()
figure(`typeahead.${engine}-growth`, await cost(), 'ms', small)
await close()
