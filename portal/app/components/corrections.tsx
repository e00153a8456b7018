import { useCalendar } from '../calendar.ts'
import { useWords } from '../frame.ts'

type Correction = { id: string; text: string; askedAt: Date | string; settledAt: Date | string | null }

type Props = {
  clientId: string
  corrections: Correction[]
  /** Of the headings: the sheet of one client among several has one of its own above. */
  level: 'h2' | 'h3'
  /** One was just sent. */
  sent: boolean
  refusal: { text: string; message: string } | null
}

/** Says what is not right in a contact sheet, and shows what became of what was said before. */
export function Corrections({ clientId, corrections, level: Heading, sent, refusal }: Props) {
  const { contact } = useWords()
  const field = `correction-${clientId}`
  const problem = `${field}-problem`
  return (
    <div id={`corrections-${clientId}`} className="corrections">
      <Heading>{contact.correctTitle}</Heading>
      {sent && !refusal && (
        <p className="thanks" role="status">
          {contact.correctSent}
        </p>
      )}
      <form method="post" action={`/contact#corrections-${clientId}`} className="form">
        <input type="hidden" name="client" value={clientId} />
        <div className="field">
          <label htmlFor={field}>{contact.correctLabel}</label>
          <p className="meta" id={`${field}-hint`}>
            {contact.correctHint}
          </p>
          <textarea
            id={field}
            name="text"
            rows={3}
            maxLength={2000}
            required
            defaultValue={refusal?.text}
            aria-invalid={refusal !== null}
            aria-describedby={refusal ? `${field}-hint ${problem}` : `${field}-hint`}
          />
          {refusal && (
            <p className="problem" role="alert" id={problem}>
              {refusal.message}
            </p>
          )}
        </div>
        <button className="button plain">{contact.correctSend}</button>
      </form>
      {corrections.length > 0 && <Asked corrections={corrections} level={Heading} />}
    </div>
  )
}

function Asked({ corrections, level: Heading }: Pick<Props, 'corrections' | 'level'>) {
  const { contact } = useWords()
  const calendar = useCalendar()
  const day = (moment: Date | string) => calendar.dayOfMoment(new Date(moment))
  return (
    <>
      <Heading>{contact.asked}</Heading>
      <ul className="asked">
        {corrections.map(({ id, text, askedAt, settledAt }) => (
          <li key={id}>
            <p className="written">{text}</p>
            <p className="meta">
              <strong>{settledAt ? contact.corrected({ day: day(settledAt) }) : contact.reviewing}</strong>
              {' · '}
              {contact.askedOn({ day: day(askedAt) })}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
