/** Makes copies of the parts (`data-part`) of a page's template; null on a page that has no such template. */
export function partsOf(id: string): { make: (name: string) => HTMLElement; words: DOMStringMap } | null {
  const template = document.getElementById(id)
  if (!(template instanceof HTMLTemplateElement)) return null
  return {
    words: template.dataset,
    make: (name) => document.importNode(within(template.content, `[data-part=${name}]`), true),
  }
}

/** The element within another that the server is known to have written there. */
export function within(place: ParentNode, selector: string): HTMLElement {
  const found = place.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`nothing here is ${selector}`)
  return found
}

/** A sentence with its `{gaps}` filled. */
export function filled(sentence: string | undefined, gaps: Record<string, string>): string {
  return (sentence ?? '').replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
}

/** The sentence for a count, of the two forms that `countForms` made of it. */
export function counted(count: number, one: string | undefined, other: string | undefined): string {
  return (count === 1 ? one : other?.replace('#', String(count))) ?? ''
}
