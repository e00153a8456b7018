import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { contactSheet } from '#core/clients/contact-sheet.ts'
import { portalWords } from '../../portal-words.ts'
import { door, whoEntered } from '../door.ts'
import { frameOf, pageTitle, useWords } from '../frame.ts'

export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  return { frame: frameOf(client, visit.office), sheet: await contactSheet(visit.office, client) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].contact.title)

export default function Contact() {
  const { sheet } = useLoaderData<typeof loader>()
  const { contact } = useWords()
  return (
    <>
      <h1>{contact.title}</h1>
      <p className="lead">{contact.lead}</p>
      <dl className="sheet">
        <Fact label={contact.name} values={[sheet.name]} />
        <Fact label={contact.taxId} values={[sheet.taxId]} />
        <Fact label={contact.email} values={[sheet.email]} />
        <Fact
          label={contact.additionalEmails}
          values={sheet.additionalEmails}
          note={contact.additionalEmailsNote}
        />
        <Fact label={contact.phones} values={sheet.phones} />
        <Fact label={contact.address} values={[sheet.address]} />
      </dl>
      <p>{contact.correct}</p>
    </>
  )
}

function Fact({ label, values, note }: { label: string; values: (string | null)[]; note?: string }) {
  const { contact } = useWords()
  const known = values.filter((value) => value !== null && value !== '')
  return (
    <div>
      <dt>{label}</dt>
      {known.map((value) => (
        <dd key={value}>{value}</dd>
      ))}
      {known.length === 0 && <dd className="meta">{contact.none}</dd>}
      {known.length > 0 && note && <dd className="meta">{note}</dd>}
    </div>
  )
}
