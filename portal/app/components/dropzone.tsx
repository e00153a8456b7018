import { useState, type DragEvent, type RefObject } from 'react'
import { useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

/** What law offices are sent; on a phone it offers the camera beside the files. */
const wanted =
  'image/*,application/pdf,.pdf,.heic,.doc,.docx,.odt,.rtf,.txt,.xls,.xlsx,.ods,.csv,.xml,.zip,.p7s'

type Props = {
  id: string
  label: string
  /** What the files are for; for those who hear the page, where many such fields stand on it. */
  subject: string
  /** Not the next thing to do. */
  quiet: boolean
  /** Id of the element that says what is taken. */
  limits: string
  input: RefObject<HTMLInputElement>
  onChosen: (files: File[]) => void
}

/** One button that opens the camera or the files, and a place to drop files on for those who have a mouse. */
export function Dropzone({ id, label, subject, quiet, limits, input, onChosen }: Props) {
  const { upload } = useWords()
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    onChosen([...event.dataTransfer.files])
  }

  return (
    <div
      className={over ? 'dropzone over' : 'dropzone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label className={quiet ? 'button plain' : 'button'} htmlFor={id}>
        <Icon name="attach" />
        {label}
        <span className="unseen">: {subject}</span>
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        name="files"
        multiple
        accept={wanted}
        aria-describedby={limits}
        onChange={(event) => onChosen([...(event.target.files ?? [])])}
      />
      <span className="drop-hint">{upload.drop}</span>
    </div>
  )
}
