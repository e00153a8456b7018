import { partsOf, within } from './parts.ts'

/** Pictures open in a dialog over the page instead of leaving it; whoever closes it is where they were. */
export function showPictures(): void {
  const parts = partsOf('picture-dialog')
  if (!parts) return
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-picture]')
    // Whoever wants it in a tab of its own gets it there.
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open(link, parts.make('dialog'))
  })
}

function open(link: HTMLAnchorElement, dialog: HTMLElement) {
  if (!(dialog instanceof HTMLDialogElement)) return
  const name = link.dataset.picture ?? ''
  const picture = within(dialog, 'img')
  const close = within(dialog, 'button')
  within(dialog, '.file-name').textContent = name
  within(dialog, 'a').setAttribute('href', link.pathname)
  picture.addEventListener('error', () => {
    picture.remove()
    within(dialog, '[role=alert]').hidden = false
  })
  picture.setAttribute('alt', name)
  picture.setAttribute('src', link.href)
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    link.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  close.focus()
}
