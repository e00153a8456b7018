import { useWords } from '../frame.ts'

/** What went wrong and the way out; read out at once. */
export function Trouble({ title, lines, home = false }: { title: string; lines: string[]; home?: boolean }) {
  const { errors } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <div role="alert">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {home && (
        <p>
          <a className="button" href="/">
            {errors.home}
          </a>
        </p>
      )}
    </>
  )
}
