import type { ContactSheet } from '#core/clients/contact-sheet.ts'
import { taxIdNames } from '#core/words/tax-id-names.ts'
import { useWords } from '../frame.ts'

/** What the firm has on record for a client. */
export function Sheet({ sheet }: { sheet: Omit<ContactSheet, 'corrections'> }) {
  const { contact } = useWords()
  return (
    <dl className="sheet">
      <Fact label={contact.name} values={[sheet.name]} />
      <Fact label={taxIdNames[sheet.country]} values={[sheet.taxId]} />
      <Fact label={contact.email} values={[sheet.email]} />
      <Fact
        label={contact.additionalEmails}
        values={sheet.additionalEmails}
        note={contact.additionalEmailsNote}
      />
      <Fact label={contact.phones} values={sheet.phones} />
      <Fact label={contact.address} values={[sheet.address]} />
    </dl>
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
