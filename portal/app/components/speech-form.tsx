import { clientTimeZones, isClientTimeZone } from '#core/clients/time-zones.ts'
import { languageNames, locales } from '#core/words/locale.ts'
import { useFrame, useWords } from '../frame.ts'

/** In which language portal and e-mails speak to the client, and whose clock they tell the time by. */
export function SpeechForm({ saved, problem }: { saved: boolean; problem: string | null }) {
  const { locale, timeZone, zone } = useFrame()
  const { contact } = useWords()
  return (
    <section id="speech" className="speech" aria-labelledby="speech-title">
      <h2 id="speech-title">{contact.speech}</h2>
      <p className="meta">{contact.speechLead}</p>
      {saved && !problem && (
        <p className="thanks" role="status">
          {contact.saved}
        </p>
      )}
      <form method="post" action="/contact#speech" className="form">
        <div className="field">
          <label htmlFor="language">{contact.language}</label>
          <select id="language" name="language" defaultValue={locale}>
            {locales.map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="zone">{contact.zone}</label>
          <select id="zone" name="zone" defaultValue={timeZone}>
            {!isClientTimeZone(timeZone) && <option value={timeZone}>{zone}</option>}
            {clientTimeZones.map((one) => (
              <option key={one} value={one}>
                {contact.zones[one]}
              </option>
            ))}
          </select>
        </div>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <button className="button plain">{contact.save}</button>
      </form>
    </section>
  )
}
