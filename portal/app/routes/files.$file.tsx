import { door, missing, whoEntered } from '../door.ts'

/** Only comes to word when `download.ts` has no such file for this person. */
export const loader = door(async (visit) => {
  // Whoever comes with a pass is a member, whom no client's link would help.
  const pass = new URL(visit.request.url).searchParams.has('pass')
  if (!pass) await whoEntered(visit)
  return missing()
})

export default function NoFile() {
  return null
}
