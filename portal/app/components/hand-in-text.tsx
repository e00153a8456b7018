import { useWords } from '../frame.ts'
import type { HandInForm } from '../hand-in-form.ts'

/** Answers an item in words. */
export function HandInText({ item, place, first, refusal }: HandInForm) {
  const { item: words } = useWords()
  const problem = refusal ? `problem-${item.id}` : undefined
  return (
    <form
      className="hand-in"
      method="post"
      action={`${place.action}#item-${item.id}`}
      encType="multipart/form-data"
    >
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="back" value={place.backTo} />
      <label>
        <span className="label">
          {words.answer}
          <span className="unseen">: {item.title}</span>
        </span>
        <textarea name="text" rows={3} required aria-invalid={refusal !== null} aria-describedby={problem} />
      </label>
      {refusal && (
        <p className="problem" role="alert" id={problem}>
          {refusal}
        </p>
      )}
      <button className={first ? 'button' : 'button plain'}>{words.sendAnswer}</button>
    </form>
  )
}
