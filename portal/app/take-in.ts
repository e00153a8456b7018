import { data, redirect } from '@remix-run/node'
import type { Uploader } from '#core/replies/handing-in/asked-item.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import type { Locale } from '#core/words/locale.ts'
import { receiveForm } from '../receive-form.ts'
import { missing, type Visit } from './door.ts'
import { refused } from './refused.ts'

type HandedIn = {
  by: Uploader
  /** The items that may be answered here. */
  items: string[]
  locale: Locale
  /** Where the form may lead back to, by the word it says in `back`; `request` where it says nothing. */
  pages: { request: string; matter?: string }
  /** The element to come back to. */
  at: string
}

/**
 * Takes in a form for an item. What is accepted leads back to a page that can be reloaded without sending twice;
 * what is refused is said in the client's words, with its status, and nothing of it is kept.
 */
export async function takeIn({ request, office }: Visit, { by, items, locale, pages, at }: HandedIn) {
  let itemId = ''
  try {
    const { texts, files } = await receiveForm(request, office.config.maxMessageBytes)
    itemId = texts.get('item') ?? ''
    if (!items.includes(itemId)) return missing()
    const uploads = uploadsIn(texts.get('uploads'))
    await handIn(office, { by, itemId, files, uploads, text: texts.get('text') })
    const page = (texts.get('back') === 'matter' && pages.matter) || pages.request
    return redirect(`${page}?handed=${itemId}#${at}`, { status: 303 })
  } catch (error) {
    const { data: said, init } = refused(error, locale)
    return data({ itemId, ...said }, init ?? {})
  }
}

/** Ids of what came in pieces; what no id of ours looks like counts as none. */
function uploadsIn(field = ''): string[] {
  return field.split(' ').filter((id) => /^[a-z2-7]{1,40}$/.test(id))
}
