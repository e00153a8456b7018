/** Pictures that the workshop can open. */
const pictures = /^image\/(jpeg|png|webp|gif|tiff|heic|heif|avif)$/

/** Of these every browser shows the original. */
const shownByBrowsers = /^image\/(jpeg|png|webp|gif)$/

/** A picture of which a thumbnail can be made, by its stored type. */
export function isPhoto(type: string): boolean {
  return pictures.test(type)
}

/** A picture that is looked at by a preview, since browsers do not show it, as those of Apple's phones. */
export function needsPreview(type: string): boolean {
  return isPhoto(type) && !shownByBrowsers.test(type)
}

/** An archive whose content can be listed. */
export function isZip(type: string): boolean {
  return type === 'application/zip'
}
