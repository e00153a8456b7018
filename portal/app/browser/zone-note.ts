/** Shows the note that names the zone of a page's times, to a reader whose own clock shows another time than that zone's. */
export function nameZoneElsewhere(): void {
  const note = document.querySelector<HTMLElement>('[data-zone]')
  if (note) note.hidden = offsetIn(note.dataset.zone) === offsetIn(undefined)
}

function offsetIn(timeZone: string | undefined): string | undefined {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts()
  return parts.find((one) => one.type === 'timeZoneName')?.value
}
