import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { askForCorrection } from '#core/clients/ask-for-correction.ts'
import { chooseLanguage } from '#core/clients/choose-language.ts'
import { contactSheets } from '#core/clients/contact-sheet.ts'
import { isRefusal } from '#core/errors.ts'
import { pushOffered } from '#core/push/push-offered.ts'
import { portalWords } from '../../portal-words.ts'
import { Corrections } from '../components/corrections.tsx'
import { PushOffer } from '../components/push-offer.tsx'
import { Sheet } from '../components/sheet.tsx'
import { SpeechForm } from '../components/speech-form.tsx'
import { door, whoEntered } from '../door.ts'
import { frameOf, pageTitle, useWords } from '../frame.ts'
import { refused } from '../refused.ts'
import { smallForm } from '../small-form.ts'

export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  const { searchParams } = new URL(visit.request.url)
  return {
    frame: frameOf(client, visit.office),
    sheets: await contactSheets(visit.office, client),
    push: await pushOffered(visit.office, client),
    sentFor: searchParams.get('sent'),
    saved: searchParams.has('saved'),
  }
})

/** Asks for a correction, or chooses how the client is spoken to; leads back to a page that can be reloaded. */
export const action = door(async (visit) => {
  const { office, request } = visit
  const by = await whoEntered(visit)
  const form = await smallForm(request)
  const of = (name: string) => form.get(name) ?? ''
  const clientId = of('client')
  try {
    if (form.has('language')) {
      await chooseLanguage(office, { by, locale: of('language'), timeZone: of('zone') })
      return redirect('/contact?saved=1#speech', { status: 303 })
    }
    await askForCorrection(office, { by, clientId, text: of('text') })
    return redirect(`/contact?sent=${clientId}#corrections-${clientId}`, { status: 303 })
  } catch (error) {
    const { data: said, init } = refused(error, by.locale)
    const isEmpty = isRefusal(error) && error.code === 'text_missing'
    const message = isEmpty ? portalWords[by.locale].contact.correctMissing : said.message
    return data({ clientId: form.has('language') ? null : clientId, text: of('text'), message }, init ?? {})
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].contact.title)

export default function Contact() {
  const { sheets, push, sentFor, saved } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { contact } = useWords()
  return (
    <>
      <h1>{contact.title}</h1>
      <p className="lead">{contact.lead}</p>
      {sheets.map((sheet) => (
        <section key={sheet.clientId} aria-label={contact.sheetOf({ client: sheet.name })}>
          {sheets.length > 1 && <h2>{contact.sheetOf({ client: sheet.name })}</h2>}
          <Sheet sheet={sheet} />
          <Corrections
            clientId={sheet.clientId}
            corrections={sheet.corrections}
            level={sheets.length > 1 ? 'h3' : 'h2'}
            sent={sentFor === sheet.clientId}
            refusal={refusal?.clientId === sheet.clientId ? refusal : null}
          />
        </section>
      ))}
      <SpeechForm saved={saved} problem={refusal && refusal.clientId === null ? refusal.message : null} />
      {push && <PushOffer {...push} />}
    </>
  )
}
