import { useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

/** What law offices are sent; on a phone it offers the camera beside the files. */
const wanted =
  'image/*,application/pdf,.pdf,.heic,.doc,.docx,.odt,.rtf,.txt,.xls,.xlsx,.ods,.csv,.xml,.zip,.p7s'

type Props = {
  id: string
  /** What the files are for; for those who hear the page, where many such fields stand on it. */
  subject: string
  /** Not the next thing to do. */
  quiet: boolean
  /** Id of the element that says what is taken. */
  limits: string
}

/** One button that opens the camera or the files, and a place to drop files on for those who have a mouse. */
export function Dropzone({ id, subject, quiet, limits }: Props) {
  const { upload } = useWords()
  return (
    <div className="dropzone">
      <label className={quiet ? 'button plain' : 'button'} htmlFor={id}>
        <Icon name="attach" />
        <span data-more={upload.add}>{upload.choose}</span>
        <span className="unseen">: {subject}</span>
      </label>
      <input id={id} type="file" name="files" multiple accept={wanted} aria-describedby={limits} />
      <span className="drop-hint">{upload.drop}</span>
    </div>
  )
}
