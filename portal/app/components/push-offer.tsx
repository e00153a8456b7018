import type { PushOffered } from '#core/push/push-offered.ts'
import { useWords } from '../frame.ts'

/** Offers to tell of what is new on this phone; `browser/push-offer.ts` shows what of it applies here. */
export function PushOffer({ publicKey, told }: PushOffered) {
  const { push } = useWords()
  return (
    <section
      id="push"
      aria-labelledby="push-title"
      hidden
      data-push={publicKey}
      data-told={told ? '' : undefined}
      data-on={push.on}
      data-off={push.off}
      data-denied={push.denied}
      data-unsupported={push.unsupported}
      data-iphone={push.iphone}
      data-failed={push.failed}
    >
      <h2 id="push-title">{push.title}</h2>
      <p className="meta">{push.lead}</p>
      <p role="status" className="says" data-says="" />
      <p className="choices">
        <button type="button" className="button plain" data-ask hidden>
          {push.button}
        </button>
        <button type="button" className="button plain" data-stop hidden>
          {push.stop}
        </button>
        <button type="button" className="link" data-dismiss hidden>
          {push.dismiss}
        </button>
      </p>
    </section>
  )
}
