import { useFrame, useWords } from '../frame.ts'

type Props = {
  stands: 'asked' | 'confirmed'
  name: 'news' | 'request'
  id: string
  /** The address of the matter, where another page asks. */
  action?: string
}

/** Asks, once, to confirm what is urgent; the matter's page takes it. */
export function Confirm({ stands, name, id, action }: Props) {
  const { history } = useWords()
  const { preview } = useFrame()
  if (stands === 'confirmed') return <p className="meta">{history.confirmed}</p>
  return (
    <form method="post" action={action}>
      <fieldset className="untouched" disabled={preview !== null}>
        <input type="hidden" name={name} value={id} />
        <button className="button">{history.confirm}</button>
      </fieldset>
    </form>
  )
}
