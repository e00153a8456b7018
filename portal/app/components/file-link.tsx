import { fileSize } from '#core/words/format.ts'
import { useFrame, useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

/** A file to be saved, with its size beside its name. */
export function FileLink({ file }: { file: { id: string; name: string; size: number } }) {
  const { locale } = useFrame()
  const { file: words } = useWords()
  return (
    <a className="file" href={`/files/${file.id}`}>
      <Icon name="document" />
      <span className="unseen">{words.download} </span>
      <span className="file-name">{file.name}</span>
      <span className="file-size">{fileSize(file.size, locale)}</span>
    </a>
  )
}
