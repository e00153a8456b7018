import { fileSize } from '#core/words/format.ts'
import { localeFrom } from '#core/words/locale.ts'
import { takeDrops } from './dropzone.ts'
import { ConnectionBroke } from './exchange.ts'
import { holdPage } from './hold-page.ts'
import { counted, filled, partsOf, within } from './parts.ts'
import { progressIn } from './progress.ts'
import { sendFiles } from './send-files.ts'
import { Refused } from './send-pieces.ts'

type Parts = NonNullable<ReturnType<typeof partsOf>>
const locale = localeFrom(document.documentElement.lang, 'es-CL')

/** Forms that hand in files gather them first, send them with their progress, and keep them if that fails. */
export function gatherFiles(): void {
  const parts = partsOf('hand-in-parts')
  if (!parts) return
  const forms = document.querySelectorAll<HTMLFormElement>(':not(fieldset:disabled) > form[data-hand-in]')
  for (const form of forms) gather(form, parts)
}

function gather(form: HTMLFormElement, { make, words }: Parts) {
  const zone = within(form, '.dropzone')
  const label = within(zone, '.button')
  const input = form.querySelector<HTMLInputElement>('input[type=file]')
  const list = make('chosen')
  const problem = make('problem')
  const send = make('send')
  const isFirst = !label.classList.contains('plain')
  let files: File[] = []
  let again = false

  within(form, '[data-plain-send]').remove()
  within(form, '.dropzone').before(list)
  takeDrops(zone, add)
  input?.addEventListener('change', () => add([...(input.files ?? [])]))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (files.length > 0) void handIn()
  })
  // Somebody may have been quicker than this script.
  if (input?.files?.length) add([...input.files])
  else show()

  function add(chosen: File[]) {
    const empty = chosen.find((file) => file.size === 0)
    const all = [...files, ...chosen.filter((file) => file.size > 0)]
    const tooLarge = sizeOf(all) > Number(words.mostBytes)
    if (!tooLarge) files = all
    if (input) input.value = ''
    again = false
    complain(
      tooLarge ? problem.dataset.tooLarge : empty && filled(problem.dataset.empty, { name: empty.name }),
    )
    show()
  }

  function show() {
    list.replaceChildren(...files.map(row))
    list.hidden = files.length === 0
    label.classList.toggle('plain', !isFirst || files.length > 0)
    const more = within(label, '[data-more]')
    more.dataset.first ??= more.textContent ?? ''
    more.textContent = (files.length > 0 ? more.dataset.more : more.dataset.first) ?? ''
    if (files.length === 0) return send.remove()
    const { one, other } = send.dataset
    send.textContent = again ? (send.dataset.again ?? '') : counted(files.length, one, other)
    form.append(send)
  }

  function row(file: File): HTMLElement {
    const line = make('file')
    const remove = within(line, 'button')
    within(line, '.file-name').textContent = file.name
    within(line, '.file-size').textContent = fileSize(file.size, locale)
    remove.setAttribute('aria-label', filled(remove.getAttribute('aria-label') ?? '', { name: file.name }))
    remove.addEventListener('click', () => {
      files = files.filter((one) => one !== file)
      complain()
      show()
      input?.focus()
    })
    return line
  }

  function complain(what?: string) {
    // A refusal that came with the page has had its say.
    for (const old of form.querySelectorAll('.problem')) old.remove()
    if (!what) return
    problem.textContent = what
    zone.after(problem)
  }

  async function handIn() {
    const view = make('progress')
    const stopping = new AbortController()
    const letGo = holdPage()
    within(view, 'button').addEventListener('click', () => stopping.abort())
    form.replaceWith(view)
    view.focus({ preventScroll: true })
    try {
      const to = await sendFiles(files, {
        itemId: form.dataset.handIn ?? '',
        uploadToken: form.dataset.uploadToken,
        action: form.action,
        fields: new FormData(form),
        signal: stopping.signal,
        progress: progressIn(view, sizeOf(files), locale),
      })
      letGo()
      location.replace(to)
    } catch (error) {
      letGo()
      again = true
      view.replaceWith(form)
      complain(whatWentWrong(error, problem.dataset))
      show()
      send.focus()
    }
  }
}

function sizeOf(files: File[]): number {
  return files.reduce((sum, file) => sum + file.size, 0)
}

function whatWentWrong(error: unknown, words: DOMStringMap): string | undefined {
  if (error instanceof Refused) return error.message || words.broken
  if (error instanceof ConnectionBroke) return words.broken
  if (error instanceof DOMException && error.name === 'AbortError') return words.stopped
  return words.broken
}
