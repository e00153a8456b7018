/** Whoever has just handed something in is taken to where the page thanks for it. */
export function goToThanks(): void {
  const place = document.querySelector<HTMLElement>('[data-thanks]')
  place?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'center' })
}
