import { limits } from './block-kit-limits.ts'

export type Json = Record<string, unknown>

/** Notes one breach: where, and what is wrong there. */
export type Complain = (path: string, problem: string) => void

/** Checks one button, select, picker or input, with its options and its confirmation. */
export function checkElement(element: Json, path: string, complain: Complain) {
  checkLength(element.action_id, `${path}.action_id`, limits.element.action_id, complain)
  if (element.action_id === '') complain(`${path}.action_id`, 'empty')
  if (element.placeholder !== undefined) {
    checkText(element.placeholder, `${path}.placeholder`, limits.element.placeholder, complain, 'plain_text')
  }
  if (element.confirm !== undefined) checkConfirm(asObject(element.confirm), `${path}.confirm`, complain)
  switch (element.type) {
    case 'button':
      return checkButton(element, path, complain)
    case 'static_select':
    case 'multi_static_select':
    case 'checkboxes':
    case 'radio_buttons':
    case 'overflow':
      checkOptions(element, `${path}.`, complain)
      return checkInitial(element, path, complain)
    case 'plain_text_input':
      return checkTextInput(element, path, complain)
    case 'external_select':
    case 'multi_external_select':
    case 'users_select':
    case 'multi_users_select':
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'channels_select':
    case 'multi_channels_select':
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
    case 'rich_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'file_input':
      return
    default:
      complain(path, `unknown element type ${JSON.stringify(element.type)}`)
  }
}

/** Checks `options` and `option_groups`, of an element or of an answer to a type-ahead. */
export function checkOptions(holder: Json, path: string, complain: Complain) {
  const isChoice = holder.type === 'checkboxes' || holder.type === 'radio_buttons'
  const few = isChoice ? limits.options.choice : limits.options.select
  const most = holder.type === 'overflow' ? limits.options.overflow : few
  const least = holder.type === undefined ? 0 : 1
  if (holder.option_groups !== undefined) {
    checkCount(asList(holder.option_groups), `${path}option_groups`, limits.options.groups, complain, least)
    return eachOf(holder.option_groups, `${path}option_groups`, (group, at) => {
      checkText(group.label, `${at}.label`, limits.option_group.label, complain, 'plain_text')
      checkOptionList(group, `${at}.`, most, 1, complain, !isChoice)
    })
  }
  checkOptionList(holder, path, most, least, complain, !isChoice)
}

function checkOptionList(
  holder: Json,
  path: string,
  most: number,
  least: number,
  complain: Complain,
  isPlain: boolean,
) {
  const options = asList(holder.options)
  checkCount(options, `${path}options`, most, complain, least)
  checkUnique(
    options.map(({ value }) => value),
    `${path}options`,
    'value',
    complain,
  )
  eachOf(holder.options, `${path}options`, (option, at) => {
    checkText(option.text, `${at}.text`, limits.option.text, complain, isPlain ? 'plain_text' : undefined)
    if (typeof option.value !== 'string' || option.value === '') complain(`${at}.value`, 'missing')
    checkLength(option.value, `${at}.value`, limits.option.value, complain)
    checkLength(option.url, `${at}.url`, limits.option.url, complain)
    if (option.description !== undefined) {
      checkText(option.description, `${at}.description`, limits.option.description, complain)
    }
  })
}

function checkInitial(element: Json, path: string, complain: Complain) {
  const groups = asList(element.option_groups).flatMap((group) => asList(group.options))
  const offered = [...asList(element.options), ...groups].map(({ value }) => value)
  const chosen =
    element.initial_option === undefined
      ? asList(element.initial_options)
      : [asObject(element.initial_option)]
  for (const { value } of chosen) {
    if (!offered.includes(value))
      complain(path, `initial option ${JSON.stringify(value)} is not among the options`)
  }
  if (Array.isArray(element.initial_options) && chosen.length === 0)
    complain(`${path}.initial_options`, 'empty')
}

function checkButton(button: Json, path: string, complain: Complain) {
  checkText(button.text, `${path}.text`, limits.button.text, complain, 'plain_text')
  checkLength(button.value, `${path}.value`, limits.button.value, complain)
  checkLength(button.url, `${path}.url`, limits.button.url, complain)
  checkLength(
    button.accessibility_label,
    `${path}.accessibility_label`,
    limits.button.accessibility_label,
    complain,
  )
  if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger') {
    complain(`${path}.style`, `${JSON.stringify(button.style)} is neither primary nor danger`)
  }
}

function checkConfirm(confirm: Json, path: string, complain: Complain) {
  checkText(confirm.text, `${path}.text`, limits.confirm.text, complain)
  for (const part of ['title', 'confirm', 'deny'] as const) {
    if (confirm[part] === undefined) continue
    checkText(confirm[part], `${path}.${part}`, limits.confirm[part], complain, 'plain_text')
  }
}

function checkTextInput(element: Json, path: string, complain: Complain) {
  const most = limits.plain_text_input.max_length
  const { max_length: max = most, initial_value: initial } = element
  if (typeof max !== 'number' || max < 1 || max > most)
    complain(`${path}.max_length`, `${String(max)}, from 1 to ${most}`)
  checkLength(initial, `${path}.initial_value`, typeof max === 'number' ? max : most, complain)
}

/** Checks a text object: its kind, and from 1 to `most` characters. */
export function checkText(
  value: unknown,
  path: string,
  most: number,
  complain: Complain,
  kind?: 'plain_text',
) {
  const { type, text } = asObject(value)
  if (typeof text !== 'string' || text === '') return complain(path, 'missing or empty')
  if (type !== 'plain_text' && (kind === 'plain_text' || type !== 'mrkdwn')) {
    complain(path, `${JSON.stringify(type)} where Slack wants ${kind ?? 'plain_text or mrkdwn'}`)
  }
  checkLength(text, path, most, complain)
}

/** Complains of a string longer than `most`; Slack counts UTF-16 units. */
export function checkLength(value: unknown, path: string, most: number, complain: Complain) {
  if (typeof value === 'string' && value.length > most)
    complain(path, `${value.length} characters, at most ${most}`)
}

/** Complains of fewer than `least` or more than `most` of a thing. */
export function checkCount(list: unknown[], path: string, most: number, complain: Complain, least = 1) {
  if (list.length > most) complain(path, `${list.length}, at most ${most}`)
  if (list.length < least) complain(path, 'empty')
}

/** Complains of each value that stands there twice; undefined ones are not compared. */
export function checkUnique(values: unknown[], path: string, name: string, complain: Complain) {
  const given = values.filter((value) => value !== undefined)
  for (const value of new Set(given.filter((value, index) => given.indexOf(value) !== index))) {
    complain(path, `${name} ${JSON.stringify(value)} is used twice`)
  }
}

/** Goes through a list of objects, telling where each stands. */
export function eachOf(value: unknown, path: string, visit: (item: Json, path: string) => void) {
  asList(value).forEach((item, index) => visit(item, `${path}[${index}]`))
}

/** The objects of a list; what is no list is empty, what is no object an empty one. */
export function asList(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asObject) : []
}

/** The value if it is an object, else an empty one. */
export function asObject(value: unknown): Json {
  return isObject(value) ? value : {}
}

/** Whether it is an object and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
