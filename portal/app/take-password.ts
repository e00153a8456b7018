import { data, redirect } from '@remix-run/node'
import { isRefusal } from '#core/errors.ts'
import type { Uploader } from '#core/replies/handing-in/asked-item.ts'
import { givePassword } from '#core/replies/passwords/give-password.ts'
import type { Locale } from '#core/words/locale.ts'
import { portalWords } from '../portal-words.ts'
import { missing, type Visit } from './door.ts'
import { refused } from './refused.ts'
import { smallForm } from './small-form.ts'

type Given = {
  by: Uploader
  locale: Locale
  /** Where the form may lead back to, by the word it says in `back`; `request` where it says nothing. */
  pages: { request: string; matter?: string }
}

/** Whether a form of a page brings a password; one that hands something in has files, or could have. */
export function bringsPassword(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')
}

/** Takes in the password of a document, and leads back to it; what is refused is said where it was typed. */
export async function takePassword({ request, office }: Visit, { by, locale, pages }: Given) {
  let fileId = ''
  try {
    const form = await smallForm(request)
    fileId = form.get('locked') ?? ''
    if (!/^[a-z2-7]{1,40}$/.test(fileId)) return missing()
    await givePassword(office, { by, fileId, password: form.get('password') ?? '' })
    const page = (form.get('back') === 'matter' && pages.matter) || pages.request
    return redirect(`${page}?unlocked=${fileId}#locked-file-${fileId}`, { status: 303 })
  } catch (error) {
    if (isRefusal(error) && error.code === 'text_missing')
      return data({ itemId: fileId, message: portalWords[locale].locked.missing }, { status: 422 })
    const { data: said, init } = refused(error, locale)
    return data({ itemId: fileId, ...said }, init ?? {})
  }
}
