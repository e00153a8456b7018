import { useFrame, useWords } from '../frame.ts'
import { Trouble } from './trouble.tsx'

/** Where a link that is truly ours opens nothing any more: whose it was, and the foot of the page says how to reach them. */
export function DeadLink() {
  const { firm } = useFrame()
  const { enter } = useWords()
  const lines = firm ? [enter.badOf({ firm: firm.name }), enter.bad] : [enter.bad]
  return <Trouble title={enter.badTitle} lines={lines} />
}
