import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WaysIn } from '../components/ways-in.tsx'
import { door } from '../door.ts'
import { useWords } from '../frame.ts'

/** Takes those who have entered to their matters, and tells anybody else how to enter. */
export const loader = door(async ({ request, session }) => {
  if (await session()) throw redirect('/matters')
  return { left: new URL(request.url).searchParams.has('left') }
})

export default function Start() {
  const { left } = useLoaderData<typeof loader>()
  const { start } = useWords()
  return (
    <>
      <h1>{start.title}</h1>
      {left && (
        <p className="thanks" role="status">
          {start.left}
        </p>
      )}
      <p>{start.lead}</p>
      <WaysIn />
    </>
  )
}
