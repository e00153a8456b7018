/** The form of an item with these files, which come last: what stands behind them is read too late to count. */
export function itemForm(item: string | Fields, ...files: File[]): FormData {
  const form = new FormData()
  const fields = typeof item === 'string' ? { item } : item
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('files', file)
  return form
}

/** `back`: the page it leads back to. */
type Fields = { item: string; back: 'matter' | 'request' }

/** The items that a page has forms for, in their order. */
export function itemsOn(page: string): string[] {
  return [...new Set([...page.matchAll(/name="item" value="([a-z0-9]+)"/g)].map((found) => found[1] ?? ''))]
}

/** The item of this title, as its form on a page knows it. */
export function itemOn(page: string, title: string): string {
  const [, ...lines] = page.split('<li class="item" id="item-')
  const line = lines.find((one) => one.includes(title))
  const id = line && /^[\w-]+/.exec(line)?.[0]
  if (!id) throw new Error(`no item ${title} on a page with ${lines.length} items`)
  return id
}
