import { useWords } from '../frame.ts'
import type { HandInForm } from '../hand-in-form.ts'
import { Dropzone } from './dropzone.tsx'

/**
 * Hands in files for an item. A plain form that works by itself; `browser/hand-in-files.ts` gathers files first (a phone
 * takes one photo at a time) and sends them in pieces.
 */
export function HandInFiles({ item, place, limits, first, refusal }: HandInForm) {
  const { upload } = useWords()
  return (
    <form
      className="hand-in"
      method="post"
      action={`${place.action}#item-${item.id}`}
      encType="multipart/form-data"
      data-hand-in={item.id}
      data-upload-token={place.uploadToken}
    >
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="back" value={place.backTo} />
      <Dropzone id={`files-${item.id}`} subject={item.title} quiet={!first} limits={limits} />
      {refusal && (
        <p className="problem" role="alert">
          {refusal}
        </p>
      )}
      <button className="button plain" data-plain-send>
        {upload.sendPlain}
      </button>
    </form>
  )
}
