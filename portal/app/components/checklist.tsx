import type { ReactNode } from 'react'
import type { AnswerSeen, ItemSeen, RequestSeen } from '#core/requests/request-seen.ts'
import { isSettled, isWanted } from '#core/requests/request.ts'
import { fileSize } from '#core/words/format.ts'
import { useCalendar } from '../calendar.ts'
import { useFrame, useWords } from '../frame.ts'
import type { HandInForm, HandInPlace } from '../hand-in-form.ts'
import { Chip } from './chip.tsx'
import { FileLink } from './file-link.tsx'
import { HandInFiles } from './hand-in-files.tsx'
import { HandInText } from './hand-in-text.tsx'
import { Withdraw } from './withdraw.tsx'

type Refusal = { itemId: string; message: string } | null
/** `place` is null where nothing is taken in any more. */
type Props = { request: RequestSeen; place: HandInPlace | null; refusal: Refusal }

/** The lines of a request: what the client still has to do comes first, what is done with last. */
export function Checklist({ request, place, refusal }: Props) {
  const items = [...request.items].sort((a, b) => turn(a) - turn(b))
  const next = items.find((item) => isWanted(item) && item.kind !== 'paper')
  const limits = `limits-${request.id}`
  return (
    <>
      {place && items.some(takesFiles) && <Limits id={limits} />}
      <ul className="checklist">
        {items.map((item) => (
          <Line
            key={item.id}
            item={item}
            form={place && { item, place, limits, first: item === next, refusal: refusalOf(item, refusal) }}
          />
        ))}
      </ul>
    </>
  )
}

function turn(item: ItemSeen): number {
  if (isWanted(item)) return 0
  return isSettled(item) ? 2 : 1
}

function takesFiles(item: ItemSeen): boolean {
  return (item.kind === 'file' || item.kind === 'sign') && !isSettled(item)
}

function refusalOf(item: ItemSeen, refusal: Refusal): string | null {
  return refusal?.itemId === item.id ? refusal.message : null
}

function Limits({ id }: { id: string }) {
  const { upload } = useWords()
  const { locale, mostBytes } = useFrame()
  return (
    <p className="meta" id={id}>
      {upload.limits({ size: fileSize(mostBytes, locale) })}
    </p>
  )
}

function Line({ item, form }: { item: ItemSeen; form: HandInForm | null }) {
  const { item: words } = useWords()
  return (
    <li className="item" id={`item-${item.id}`}>
      <div className="item-head">
        <p className="item-title">{item.title}</p>
        {/* What nobody takes in any more is not pending. */}
        {(form || !isWanted(item)) && <Chip status={item.status} />}
      </div>
      {item.issuedWithinDays !== null && isWanted(item) && (
        <p className="meta">{words.issuedWithin({ days: item.issuedWithinDays })}</p>
      )}
      {item.paper && <Custody paper={item.paper} />}
      {item.status === 'rejected' && item.reason && <Reason reason={item.reason} />}
      {item.byCoClient && item.answers.length === 0 && <p className="meta">{words.byCoClient}</p>}
      {item.answers.length > 0 && <Answers item={item} place={form?.place ?? null} />}
      {form && (
        <Untouched>
          <HandIn {...form} />
        </Untouched>
      )}
    </li>
  )
}

/** Where the client's own original is. */
function Custody({ paper }: { paper: NonNullable<ItemSeen['paper']> }) {
  const { item: words } = useWords()
  const calendar = useCalendar()
  const { receivedAt, returnedAt } = paper
  return (
    <p className="meta">
      {returnedAt
        ? words.paperReturned({ day: calendar.dayOfMoment(returnedAt) })
        : words.paperHeld({ day: calendar.dayOfMoment(receivedAt) })}
    </p>
  )
}

function Reason({ reason }: { reason: NonNullable<ItemSeen['reason']> }) {
  const { item: words } = useWords()
  return (
    <div className="reason">
      {!(reason.code === 'other' && reason.note) && (
        <p>{words.reason({ reason: words.reasons[reason.code] })}</p>
      )}
      {reason.note && <p className="note">{reason.note}</p>}
    </div>
  )
}

function Answers({ item, place }: { item: ItemSeen; place: HandInPlace | null }) {
  const { item: words } = useWords()
  const calendar = useCalendar()
  return (
    <ul className="answers" aria-label={words.yours}>
      {item.answers.map((answer) => (
        <li key={answer.id}>
          {answer.text && <p className="answer-text">{answer.text}</p>}
          {answer.files.map((file) => (
            <div key={file.id}>
              <FileLink file={file} />
              {place && !file.mailed && mayWithdraw(item, answer) && (
                <Untouched>
                  <Withdraw file={file} place={place} />
                </Untouched>
              )}
            </div>
          ))}
          <p className="meta">
            {calendar.moment(answer.at)},{' '}
            <span className="whole">{answer.road ? words.roads[answer.road] : words.via[answer.via]}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** As long as nobody has looked at it. */
function mayWithdraw(item: ItemSeen, answer: AnswerSeen): boolean {
  return item.status === 'received' && answer.unjudged
}

/** What a client could do here; a member who looks through their eyes sees it and can touch nothing. */
function Untouched({ children }: { children: ReactNode }) {
  const { preview } = useFrame()
  if (preview === null) return children
  return (
    <fieldset className="untouched" disabled>
      {children}
    </fieldset>
  )
}

function ToSign({ item, uploadToken }: { item: ItemSeen; uploadToken?: string }) {
  const { item: words } = useWords()
  if (!item.toSign) return <p>{words.sign}</p>
  return (
    <>
      <p>{words.toSign}</p>
      <FileLink file={item.toSign} uploadToken={uploadToken} />
    </>
  )
}

/** The one thing that settles the line: open while it is wanted, folded away once something has come. */
function HandIn(form: HandInForm) {
  const { item, refusal } = form
  const { item: words } = useWords()
  if (item.kind === 'paper') return isWanted(item) ? <p>{words.paper}</p> : null
  const Form = item.kind === 'text' ? HandInText : HandInFiles
  if (isWanted(item)) {
    return (
      <>
        {item.kind === 'sign' && <ToSign item={item} uploadToken={form.place.uploadToken} />}
        <Form {...form} />
      </>
    )
  }
  if (item.status !== 'received' || (item.byCoClient && item.answers.length === 0)) return null
  return (
    <details className="more" open={refusal !== null}>
      <summary>{item.kind === 'text' ? words.addToText : words.addMore}</summary>
      <Form {...form} />
    </details>
  )
}
