import { fileSize } from '#core/words/format.ts'
import { countForms } from '../count-forms.ts'
import { useFrame, useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

/** What `browser/hand-in-files.ts` puts into its forms, with all it has to say; once on each page that has such forms. */
export function HandInParts() {
  const { upload, refusals } = useWords()
  const { locale, mostBytes } = useFrame()
  const send = countForms((count) => upload.send({ count }))
  const seconds = countForms((count) => upload.secondsLeft({ seconds: count }))
  const minutes = countForms((count) => upload.minutesLeft({ minutes: count }))
  return (
    <template id="hand-in-parts" data-most-bytes={mostBytes}>
      <ul className="chosen" data-part="chosen" aria-label={upload.files} />
      <ul>
        <li data-part="file">
          <span className="file-name" />
          <span className="file-size" />
          <button type="button" className="bare" aria-label={upload.remove({ name: '{name}' })}>
            <Icon name="remove" />
          </button>
        </li>
      </ul>
      <p
        className="problem"
        role="alert"
        data-part="problem"
        data-empty={refusals.fileEmpty({ name: '{name}' })}
        data-too-large={refusals.fileTooLarge({ size: fileSize(mostBytes, locale) })}
        data-broken={upload.broken}
        data-stopped={upload.stopped}
      />
      <button
        className="button"
        data-part="send"
        data-one={send.one}
        data-other={send.other}
        data-again={upload.retry}
      />
      <div
        className="progress"
        data-part="progress"
        tabIndex={-1}
        data-amount={upload.progress({ sent: '{sent}', total: '{total}' })}
        data-starting={upload.starting}
        data-storing={upload.storing}
        data-waiting={upload.waiting}
        data-one-second={seconds.one}
        data-other-seconds={seconds.other}
        data-one-minute={minutes.one}
        data-other-minutes={minutes.other}
      >
        <progress aria-label={upload.starting} />
        <p data-said="" />
        <p className="unseen" role="status" />
        <button type="button" className="button plain">
          {upload.stop}
        </button>
      </div>
    </template>
  )
}
