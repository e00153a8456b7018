import type { FileSeen } from '#core/requests/request-seen.ts'
import { fileSize } from '#core/words/format.ts'
import { isPicture, isViewable } from '../../viewable.ts'
import { useFrame, useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

type Props = { file: FileSeen; uploadToken?: string }

/** A file to be saved, with its size beside its name; and to be looked at where browsers can show it, or what was made of it. */
export function FileLink({ file, uploadToken }: Props) {
  const { file: words } = useWords()
  if (file.held) return <HeldFile file={file} />
  // Who came by an upload link has not entered.
  const pass = uploadToken ? `upload=${uploadToken}` : ''
  const view = `/files/${file.id}?view${pass && `&${pass}`}`
  const isShown = isPicture(file.type) || file.preview === 'made'
  const picture = isShown ? { 'data-picture': file.name } : { target: '_blank' }
  return (
    <div className="file">
      {file.thumbnail && (
        <a className="file-thumbnail" href={view} {...picture} rel="noreferrer" tabIndex={-1} aria-hidden>
          <img src={`/files/${file.id}?thumbnail${pass && `&${pass}`}`} alt="" loading="lazy" />
        </a>
      )}
      <a className="file-save" href={`/files/${file.id}${pass && `?${pass}`}`}>
        {!file.thumbnail && <Icon name="document" />}
        <span>
          <span className="unseen">{words.download} </span>
          <NameAndSize file={file} />
        </span>
      </a>
      {(isViewable(file.type) || file.preview === 'made') && (
        <a className="file-view" href={view} {...picture} rel="noreferrer">
          {words.view}
          <span className="unseen"> {file.name}</span>
        </a>
      )}
      {file.preview === 'failed' && <p className="meta file-note">{words.noPreview}</p>}
    </div>
  )
}

/** It is there, and nobody may open it before it was scanned. */
function HeldFile({ file }: Props) {
  const { file: words } = useWords()
  return (
    <div className="file">
      <span className="file-save">
        <Icon name="document" />
        <span>
          <NameAndSize file={file} />
        </span>
      </span>
      <p className="meta file-note">{words.held}</p>
    </div>
  )
}

function NameAndSize({ file }: Props) {
  const { locale } = useFrame()
  return (
    <>
      <span className="file-name">{file.name}</span>{' '}
      <span className="file-size">{fileSize(file.size, locale)}</span>
    </>
  )
}
