import { involvements, matters, matterWords, responsibles } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { newId } from '#core/ids.ts'
import type { Office } from '#core/office.ts'
import { kinOf } from '#core/search/kin-of.ts'
import { wordsOf } from '#core/search/search-words.ts'

const surnames =
  'Fuentes Rojas Soto Contreras Silva Sepúlveda Morales Araya Espinoza Valenzuela Castillo Tapia Reyes Gutiérrez Castro Pizarro Álvarez Vásquez Sánchez Fernández Ramírez Carrasco Gómez Cortés Herrera Núñez Jara Vergara Rivera Figueroa'.split(
    ' ',
  )
const givens =
  'María José Juan Luis Ana Carlos Rosa Jorge Camila Manuel Francisca Pedro Daniela Diego Paula Andrés'.split(
    ' ',
  )
const things =
  'Divorcio Sucesión Arriendo Despido Cobro Indemnización Tutela Partición Interdicto Precario Alimentos Posesión'.split(
    ' ',
  )

const pick = <T>(list: T[], seed: number): T => list[Math.abs(seed) % list.length] as T
const mixed = (n: number) => Math.imul(n ^ (n >>> 15), 2246822519) >>> 3

/** Fills the firm with matters from number `from` up to, and without, `to`: titles that repeat as people's names do. */
export async function fillWithMatters(
  office: Office,
  firm: { firmId: string; clientId: string; memberId: string },
  from: number,
  to: number,
): Promise<void> {
  const step = 1000
  for (let at = from; at < to; at += step) {
    const now = office.clock()
    const rows = Array.from({ length: Math.min(step, to - at) }, (_, i) => {
      const n = at + i
      const title = `${pick(things, mixed(n))} ${pick(givens, mixed(n + 1))} ${pick(surnames, mixed(n + 2))} con ${pick(surnames, mixed(n + 3))}`
      const number = `C-${n}-2025`
      return { id: newId(now), firmId: firm.firmId, title, number, reference: `R${n}`, createdAt: now }
    })
    const words = rows.flatMap((row) => {
      const leading = [...new Set([...wordsOf(row.title), ...wordsOf(row.number)])]
      const kin = kinOf(leading)
      return leading.map((word) => ({ firmId: firm.firmId, word, matterId: row.id, kin }))
    })
    await write(office.db, async (tx) => {
      await tx
        .insert(matters)
        .values(rows.map((row) => ({ ...row, kind: 'court' as const, visibility: 'firm' as const })))
      for (let i = 0; i < words.length; i += 4000)
        await tx.insert(matterWords).values(words.slice(i, i + 4000))
      await tx.insert(involvements).values(
        rows.map((row) => ({
          id: row.id,
          firmId: firm.firmId,
          matterId: row.id,
          clientId: firm.clientId,
          side: 'ours' as const,
          createdAt: now,
        })),
      )
      await tx
        .insert(responsibles)
        .values(
          rows.map((row) => ({ firmId: firm.firmId, matterId: row.id, memberId: firm.memberId, since: now })),
        )
    })
  }
}
