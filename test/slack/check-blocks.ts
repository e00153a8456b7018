import {
  asList,
  asObject,
  checkCount,
  checkElement,
  checkLength,
  checkOptions,
  checkText,
  checkUnique,
  eachOf,
  isObject,
  type Complain,
  type Json,
} from './check-block-element.ts'
import { limits } from './block-kit-limits.ts'

/**
 * Lists how a view, a message or an answer of options breaks Slack's limits and rules: one line each, beginning
 * with where; empty when Slack would take it. Slack itself answers a bare `invalid_blocks` or `invalid_arguments`.
 */
export function checkBlocks(viewOrMessage: unknown): string[] {
  const found: string[] = []
  const payload = asObject(viewOrMessage)
  const complain: Complain = (path, problem) => found.push(`${path}: ${problem}`)
  if (payload.type === 'modal' || payload.type === 'home') checkView(payload, complain)
  else if (!('blocks' in payload) && ('options' in payload || 'option_groups' in payload))
    checkOptions(payload, '', complain)
  else checkMessage(payload, complain)
  return found
}

function checkView(view: Json, complain: Complain) {
  if (view.type === 'modal') checkText(view.title, 'title', limits.view.title, complain, 'plain_text')
  for (const part of ['submit', 'close'] as const) {
    if (view[part] !== undefined) checkText(view[part], part, limits.view[part], complain, 'plain_text')
  }
  for (const part of ['private_metadata', 'callback_id', 'external_id'] as const) {
    checkLength(view[part], part, limits.view[part], complain)
  }
  const blocks = asList(view.blocks)
  checkCount(blocks, 'blocks', limits.view.blocks, complain)
  if (view.type === 'modal' && view.submit === undefined && blocks.some(({ type }) => type === 'input')) {
    complain('submit', 'missing beside an input block')
  }
  const bytes = Buffer.byteLength(JSON.stringify(view))
  if (bytes > limits.view.bytes) complain('view', `${bytes} bytes, at most ${limits.view.bytes}`)
  checkBlockList(blocks, complain)
}

function checkMessage(message: Json, complain: Complain) {
  const text = typeof message.text === 'string' ? message.text : ''
  if (text.trim() === '') complain('text', 'missing: notifications and screen readers would say nothing')
  checkLength(text, 'text', limits.message.text, complain)
  if (message.metadata !== undefined) {
    const { event_type: type, event_payload: payload } = asObject(message.metadata)
    if (typeof type !== 'string' || type === '' || !isObject(payload))
      complain('metadata', 'needs event_type and event_payload')
  }
  if (message.blocks === undefined) return
  const blocks = asList(message.blocks)
  checkCount(blocks, 'blocks', limits.message.blocks, complain, 0)
  checkBlockList(blocks, complain)
}

function checkBlockList(blocks: Json[], complain: Complain) {
  checkUnique(
    blocks.map((block) => block.block_id),
    'blocks',
    'block_id',
    complain,
  )
  const focused = JSON.stringify(blocks).match(/"focus_on_load":true/g)?.length ?? 0
  if (focused > 1) complain('blocks', `focus_on_load on ${focused} elements, at most 1`)
  blocks.forEach((block, index) => checkBlock(block, `blocks[${index}]`, complain))
}

function checkBlock(block: Json, path: string, complain: Complain) {
  if (block.block_id === '') complain(`${path}.block_id`, 'empty')
  checkLength(block.block_id, `${path}.block_id`, limits.block.block_id, complain)
  checkUnique(
    elementsOf(block).map((element) => element.action_id),
    path,
    'action_id',
    complain,
  )
  switch (block.type) {
    case 'section':
      return checkSection(block, path, complain)
    case 'header':
      return checkText(block.text, `${path}.text`, limits.header.text, complain, 'plain_text')
    case 'context':
      checkCount(asList(block.elements), `${path}.elements`, limits.context.elements, complain)
      return eachOf(block.elements, `${path}.elements`, (element, at) => {
        if (element.type === 'image') checkImage(element, at, complain)
        else checkText(element, at, limits.context.text, complain)
      })
    case 'actions':
      checkCount(asList(block.elements), `${path}.elements`, limits.actions.elements, complain)
      return eachOf(block.elements, `${path}.elements`, (element, at) => checkElement(element, at, complain))
    case 'input':
      checkText(block.label, `${path}.label`, limits.input.label, complain, 'plain_text')
      if (block.hint !== undefined)
        checkText(block.hint, `${path}.hint`, limits.input.hint, complain, 'plain_text')
      if (asObject(block.element).type === 'button')
        complain(`${path}.element`, 'a button cannot stand in an input')
      return checkElement(asObject(block.element), `${path}.element`, complain)
    case 'image':
      return checkImage(block, path, complain)
    case 'rich_text':
      return checkRichText(block, path, complain)
    case 'divider':
      return
    default:
      complain(path, `unknown block type ${JSON.stringify(block.type)}`)
  }
}

function checkSection(block: Json, path: string, complain: Complain) {
  if (block.text === undefined && block.fields === undefined) complain(path, 'neither text nor fields')
  if (block.text !== undefined) checkText(block.text, `${path}.text`, limits.section.text, complain)
  if (block.fields !== undefined) {
    checkCount(asList(block.fields), `${path}.fields`, limits.section.fields, complain)
    eachOf(block.fields, `${path}.fields`, (field, at) =>
      checkText(field, at, limits.section.field, complain),
    )
  }
  if (block.accessory === undefined) return
  const accessory = asObject(block.accessory)
  if (accessory.type === 'image') checkImage(accessory, `${path}.accessory`, complain)
  else checkElement(accessory, `${path}.accessory`, complain)
}

function checkImage(image: Json, path: string, complain: Complain) {
  if (typeof image.alt_text !== 'string' || image.alt_text === '') complain(`${path}.alt_text`, 'missing')
  checkLength(image.alt_text, `${path}.alt_text`, limits.image.alt_text, complain)
  checkLength(image.image_url, `${path}.image_url`, limits.image.image_url, complain)
  if (image.title !== undefined)
    checkText(image.title, `${path}.title`, limits.image.title, complain, 'plain_text')
}

function checkRichText(block: Json, path: string, complain: Complain) {
  if (asList(block.elements).length === 0) complain(`${path}.elements`, 'empty')
  eachOf(block.elements, `${path}.elements`, (element, at) => {
    const { indent } = element
    if (typeof indent === 'number' && indent > limits.rich_text.indent) {
      complain(`${at}.indent`, `${indent}, at most ${limits.rich_text.indent}`)
    }
    if (element.type === 'text' && element.text === '') complain(`${at}.text`, 'empty')
    if (element.elements !== undefined) checkRichTextParts(element, at, complain)
  })
}

function checkRichTextParts(element: Json, path: string, complain: Complain) {
  eachOf(element.elements, `${path}.elements`, (part, at) => {
    if (part.type === 'text' && (typeof part.text !== 'string' || part.text === ''))
      complain(`${at}.text`, 'empty')
    if (part.type === 'link' && !URL.canParse(String(part.url))) complain(`${at}.url`, 'no address')
    if (part.elements !== undefined) checkRichTextParts(part, at, complain)
  })
}

function elementsOf(block: Json): Json[] {
  return [...asList(block.elements), asObject(block.accessory), asObject(block.element)]
}
