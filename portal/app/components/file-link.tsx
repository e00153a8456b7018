import { fileSize } from '#core/words/format.ts'
import { useFrame, useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

/** A file to be saved, with its size beside its name. */
export function FileLink({ file }: { file: { id: string; name: string; size: number } }) {
  const { locale } = useFrame()
  const { file: words } = useWords()
  const size = fileSize(file.size, locale)
  return (
    <a className="file" href={`/files/${file.id}`} aria-label={words.download({ name: file.name, size })}>
      <Icon name="document" />
      <span className="file-name">{file.name}</span>
      <span className="file-size">{size}</span>
    </a>
  )
}
