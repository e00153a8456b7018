import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { mattersForClient } from '#core/matters/matters-for-client.ts'
import { portalWords } from '../../portal-words.ts'
import { MatterList } from '../components/matter-list.tsx'
import { door, whoEntered } from '../door.ts'
import { families, soonest, waits } from '../family.ts'
import { frameOf, pageTitle, useWords } from '../frame.ts'
import { Unsent } from '../unsent.ts'

/** The client's matters: those that wait for them first, and among these the one asked for soonest. */
export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  const seen = new Unsent(await mattersForClient(visit.office, client))
  return { frame: frameOf(client, visit.office), seen }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].yourMatters)

export default function Matters() {
  const matters = useLoaderData<typeof loader>().seen.value
  const { needs, matters: words } = useWords()
  const all = families(matters)
  const needed = all.filter(waits).sort((a, b) => soonest(a).localeCompare(soonest(b)))
  const others = all.filter((family) => !waits(family))
  const waiting = matters.reduce((sum, matter) => sum + matter.waiting, 0)
  return (
    <>
      <h1>{needs.title}</h1>
      <p className="lead">{waiting > 0 ? needs.waiting({ count: waiting }) : needs.nothing}</p>
      {waiting === 0 && <p className="meta">{needs.nothingNext}</p>}
      <MatterList title={words.needed} matters={needed} />
      <MatterList title={words.current} matters={others.filter(({ matter }) => !matter.closedAt)} />
      <MatterList title={words.closed} matters={others.filter(({ matter }) => matter.closedAt)} />
      {matters.length === 0 && (
        <div className="empty">
          <p>{words.none}</p>
          <p className="meta">{words.noneNext}</p>
        </div>
      )}
    </>
  )
}
