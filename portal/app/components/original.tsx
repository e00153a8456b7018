import type { ReactNode } from 'react'
import type { OpenedOriginal } from '#core/replies/original/open-original.ts'
import type { Correspondent, OriginalMail } from '#core/replies/original/original-mail.ts'
import { fileSize } from '#core/words/format.ts'
import { useCalendar } from '../calendar.ts'
import { useFrame, useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

type Opened = Omit<OpenedOriginal, 'reader'>

/** A client's mail as it came: who wrote to whom and when, every word of it as text, and the whole of it to be saved. */
export function Original({ opened, saveAt }: { opened: Opened; saveAt: string }) {
  const { original } = useWords()
  const { mail, kept } = opened
  return (
    <>
      <p className="kicker">{original.title}</p>
      <h1 dir="auto">{(mail?.subject || opened.subject).trim() || original.noSubject}</h1>
      <Heads opened={opened} />
      {kept === 'gone' && <p className="empty">{original.gone}</p>}
      {kept === 'start' && <p>{original.start}</p>}
      {kept !== 'gone' && (mail ? <Text mail={mail} /> : <p className="empty">{original.unread}</p>)}
      {mail && mail.attachments.length > 0 && <Attachments mail={mail} />}
      {kept !== 'gone' && <Save opened={opened} saveAt={saveAt} />}
    </>
  )
}

function Heads({ opened: { mail, from, receivedAt } }: { opened: Opened }) {
  const { original } = useWords()
  const calendar = useCalendar()
  const sender = mail?.from.length ? mail.from : from ? [{ address: from, name: '' }] : []
  return (
    <dl className="letter-head">
      <Head label={original.from} values={sender} show={Person} />
      <Head label={original.to} values={mail?.to ?? []} show={Person} />
      <Head label={original.cc} values={mail?.cc ?? []} show={Person} />
      <Head label={original.sent} values={mail?.date ? [new Date(mail.date)] : []} show={calendar.moment} />
      <Head label={original.received} values={[receivedAt]} show={calendar.moment} />
    </dl>
  )
}

/** More than these are not looked for on a page. */
const mostNamed = 20

type Listed<T> = { label: string; values: T[]; show: (value: T) => ReactNode }

function Head<T>({ label, values, show }: Listed<T>) {
  const { original } = useWords()
  if (values.length === 0) return null
  const more = values.length - mostNamed
  return (
    <div>
      <dt>{label}</dt>
      {values.slice(0, mostNamed).map((value, index) => (
        <dd key={index}>{show(value)}</dd>
      ))}
      {more > 0 && <dd className="meta">{original.more({ count: more })}</dd>}
    </div>
  )
}

// Both are shown: anybody can write any name.
function Person({ name, address }: Correspondent) {
  if (!name || name === address) return <bdi>{address}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <bdi className="meta">{address}</bdi>
    </>
  )
}

function Text({ mail: { text, isCut } }: { mail: OriginalMail }) {
  const { original } = useWords()
  if (!text.trim()) return <p className="empty">{original.noText}</p>
  return (
    <>
      <div className="letter" dir="auto">
        {text.trimEnd()}
      </div>
      {isCut && <Note>{original.cut}</Note>}
    </>
  )
}

function Attachments({ mail }: { mail: OriginalMail }) {
  const { original } = useWords()
  const { locale } = useFrame()
  const show = ({ name, size }: OriginalMail['attachments'][number]) => (
    <>
      <bdi>{name}</bdi> <span className="meta whole">{fileSize(size, locale)}</span>
    </>
  )
  return (
    <dl className="letter-head">
      <Head label={original.attachments} values={mail.attachments} show={show} />
    </dl>
  )
}

function Save({ opened: { saving, size }, saveAt }: { opened: Opened; saveAt: string }) {
  const { original } = useWords()
  const { locale } = useFrame()
  if (saving !== 'offered') return <Note>{original.notSaved[saving]}</Note>
  return (
    <>
      <p className="letter-save">
        <a className="button plain" href={saveAt}>
          <Icon name="document" />
          {original.save({ size: fileSize(size, locale) })}
        </a>
      </p>
      <Note>{original.saveNote}</Note>
    </>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <p className="meta">{children}</p>
}
