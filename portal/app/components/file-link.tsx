import type { FileSeen } from '#core/requests/request-seen.ts'
import { fileSize } from '#core/words/format.ts'
import { isPicture, isViewable } from '../../viewable.ts'
import { useFrame, useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

/** A file to be saved, with its size beside its name; and to be looked at where browsers can show it. */
export function FileLink({ file, uploadToken }: { file: FileSeen; uploadToken?: string }) {
  const { locale } = useFrame()
  const { file: words } = useWords()
  if (file.held) return <HeldFile file={file} />
  // Who came by an upload link has not entered.
  const pass = uploadToken ? `upload=${uploadToken}` : ''
  return (
    <div className="file">
      <a className="file-save" href={`/files/${file.id}${pass && `?${pass}`}`}>
        <Icon name="document" />
        <span>
          <span className="unseen">{words.download} </span>
          <span className="file-name">{file.name}</span>{' '}
          <span className="file-size">{fileSize(file.size, locale)}</span>
        </span>
      </a>
      {isViewable(file.type) && (
        <a
          className="file-view"
          href={`/files/${file.id}?view${pass && `&${pass}`}`}
          data-picture={isPicture(file.type) ? file.name : undefined}
          target={isPicture(file.type) ? undefined : '_blank'}
          rel="noreferrer"
        >
          {words.view}
          <span className="unseen"> {file.name}</span>
        </a>
      )}
    </div>
  )
}

/** It is there, and nobody may open it before it was scanned. */
function HeldFile({ file }: { file: FileSeen }) {
  const { locale } = useFrame()
  const { file: words } = useWords()
  return (
    <div className="file">
      <span className="file-save">
        <Icon name="document" />
        <span>
          <span className="file-name">{file.name}</span>{' '}
          <span className="file-size">{fileSize(file.size, locale)}</span>
          <span className="file-held">{words.held}</span>
        </span>
      </span>
    </div>
  )
}
