import type { ItemStatus } from '#core/requests/request.ts'
import { useWords } from '../frame.ts'
import { Icon } from './icon.tsx'

/** The state of an item: a word with a mark, its colour only an addition. */
export function Chip({ status }: { status: ItemStatus }) {
  const { item } = useWords()
  return (
    <span className={`chip ${status}`}>
      <Icon name={status} />
      {item.states[status]}
    </span>
  )
}
