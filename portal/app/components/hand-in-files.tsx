import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { fileSize } from '#core/words/format.ts'
import { useFrame, useWords } from '../frame.ts'
import type { HandInForm } from '../hand-in-form.ts'
import { sendForm, type Sending } from '../send-form.ts'
import { Dropzone } from './dropzone.tsx'
import { Icon } from './icon.tsx'
import { Progress } from './progress.tsx'

type State =
  | { kind: 'choosing'; problem: string | null; again: boolean }
  | { kind: 'sending'; sent: number | null; total: number; since: number; sending: Sending }

/**
 * Hands in files for an item. A plain form that works by itself; where scripts run, files are gathered first (a phone
 * takes one photo at a time), then sent with their progress, and kept if that fails.
 */
export function HandInFiles({ item, place, limits, first, refusal }: HandInForm) {
  const { upload, refusals } = useWords()
  const { locale, mostBytes } = useFrame()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [alive, setAlive] = useState(false)
  const [files, setFiles] = useState<File[]>([])
  const [state, setState] = useState<State>({ kind: 'choosing', problem: refusal, again: false })

  useEffect(() => {
    setAlive(true)
    // Somebody may have been quicker than the script.
    setFiles([...(input.current?.files ?? [])])
  }, [])
  useHoldPage(state.kind === 'sending')

  function add(chosen: File[]) {
    const empty = chosen.find((file) => file.size === 0)
    const all = [...files, ...chosen.filter((file) => file.size > 0)]
    const tooLarge = all.reduce((sum, file) => sum + file.size, 0) > mostBytes
    const size = fileSize(mostBytes, locale)
    const found = empty ? refusals.fileEmpty({ name: empty.name }) : null
    setState({ kind: 'choosing', problem: tooLarge ? refusals.fileTooLarge({ size }) : found, again: false })
    if (!tooLarge) setFiles(all)
    if (input.current) input.current.value = ''
  }

  async function send() {
    const form = new FormData()
    form.set('item', item.id)
    form.set('back', place.backTo)
    for (const file of files) form.append('files', file)
    const total = files.reduce((sum, file) => sum + file.size, 0)
    const sending = sendForm(place.action, form, (sent) =>
      setState((now) => (now.kind === 'sending' ? { ...now, sent } : now)),
    )
    setState({ kind: 'sending', sent: 0, total, since: Date.now(), sending })
    const outcome = await sending.outcome
    if (outcome.kind === 'done') {
      setFiles([])
      setState({ kind: 'choosing', problem: null, again: false })
      const { pathname, search } = new URL(outcome.url)
      return navigate(pathname + search, { replace: true, preventScrollReset: true })
    }
    const message = outcome.kind === 'stopped' ? upload.stopped : (outcome.message ?? upload.broken)
    setState({ kind: 'choosing', problem: message, again: true })
  }

  if (state.kind === 'sending') return <Progress {...state} onStop={state.sending.stop} />
  return (
    <form
      className="hand-in"
      method="post"
      action={`${place.action}#item-${item.id}`}
      encType="multipart/form-data"
      onSubmit={(event) => {
        if (!alive) return
        event.preventDefault()
        if (files.length > 0) void send()
      }}
    >
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="back" value={place.backTo} />
      <Chosen files={files} onRemove={(gone) => setFiles(files.filter((file) => file !== gone))} />
      <Dropzone
        id={`files-${item.id}`}
        label={files.length > 0 ? upload.add : upload.choose}
        subject={item.title}
        quiet={!first || files.length > 0}
        limits={limits}
        input={input}
        onChosen={add}
      />
      {state.problem && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      {alive && files.length > 0 && (
        <button className="button">
          {state.again ? upload.retry : upload.send({ count: files.length })}
        </button>
      )}
      {!alive && <button className="button plain">{upload.sendPlain}</button>}
    </form>
  )
}

function Chosen({ files, onRemove }: { files: File[]; onRemove: (file: File) => void }) {
  const { upload } = useWords()
  const { locale } = useFrame()
  if (files.length === 0) return null
  return (
    <ul className="chosen" aria-label={upload.files}>
      {files.map((file, i) => (
        <li key={i}>
          <span className="file-name">{file.name}</span>
          <span className="file-size">{fileSize(file.size, locale)}</span>
          <button
            type="button"
            className="bare"
            aria-label={upload.remove({ name: file.name })}
            onClick={() => onRemove(file)}
          >
            <Icon name="remove" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Asks before a page is left on which files are still on their way. */
function useHoldPage(busy: boolean) {
  useEffect(() => {
    if (!busy) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [busy])
}
