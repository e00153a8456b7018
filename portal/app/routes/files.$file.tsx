import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { withdrawFile } from '#core/replies/files/withdraw-file.ts'
import { Trouble } from '../components/trouble.tsx'
import { door, missing, param, whoEntered } from '../door.ts'
import { useWords } from '../frame.ts'
import { refused } from '../refused.ts'
import { smallForm } from '../small-form.ts'

/** Only comes to word when `download.ts` has no such file for this person. */
export const loader = door(async (visit) => {
  // Whoever comes with a pass is a member, whom no client's link would help.
  const pass = new URL(visit.request.url).searchParams.has('pass')
  if (!pass) await whoEntered(visit)
  return missing()
})

/** Takes a file back that was handed in by mistake, and leads to the page it stood on. */
export const action = door(async (visit) => {
  const by = await whoEntered(visit)
  const fileId = param(visit, 'file')
  try {
    const back = (await smallForm(visit.request)).get('back')
    const { matterId, requestId, itemId } = await withdrawFile(visit.office, { by, fileId })
    const page = back === 'matter' ? `/matters/${matterId}` : `/requests/${requestId}`
    return redirect(`${page}?withdrawn=${itemId}#request-${requestId}`, { status: 303 })
  } catch (error) {
    return refused(error, by.locale)
  }
})

export default function NotWithdrawn() {
  const refusal = useActionData<typeof action>()
  const { errors } = useWords()
  return <Trouble title={errors.notDoneTitle} lines={refusal ? [refusal.message] : []} home />
}
