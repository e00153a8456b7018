import { asList, asObject, type Json } from './check-block-element.ts'
import { blockLines } from './visible-text.ts'

/** A button: by its words, its action id or its value, or by a look at it and its block. */
export type Which = string | RegExp | ((element: Json, block: Json) => boolean)

/** Something that can be clicked, and the block in which it stands. */
export type Control = { element: Json; block: Json }

/**
 * The button or menu meant by `which`, or the first such at or below the block that says `near`.
 * Throws, naming all there is to click, when there is none.
 */
export function findControl(blocks: readonly object[], which: Which, near?: string): Control {
  const all = blocks.map(asObject)
  const start = near === undefined ? 0 : all.findIndex((block) => blockLines(block).join('\n').includes(near))
  if (start === -1) throw new Error(`nothing says "${near}"`)
  const controls = controlsIn(all.slice(start))
  const found = controls.find(({ element, block }) => isMeant(element, block, which))
  if (found) return found
  const names = controls.map(({ element }) => wordsOf(element) || String(element.action_id))
  throw new Error(`no ${String(which)} to click, but: ${names.join(' · ') || 'nothing at all'}`)
}

/** Everything in these blocks that a person can click. */
export function controlsIn(blocks: readonly object[]): Control[] {
  return blocks.map(asObject).flatMap(controlsOf)
}

function controlsOf(block: Json): Control[] {
  const elements = [asObject(block.accessory), ...(block.type === 'actions' ? asList(block.elements) : [])]
  return elements
    .filter(({ type }) => typeof type === 'string' && type !== 'image')
    .map((element) => ({ element, block }))
}

function isMeant(element: Json, block: Json, which: Which): boolean {
  if (typeof which === 'function') return which(element, block)
  if (which instanceof RegExp) return which.test(wordsOf(element))
  return [wordsOf(element), element.action_id, element.value].includes(which)
}

function wordsOf(element: Json): string {
  const { text } = asObject(element.text)
  return typeof text === 'string' ? text : ''
}
