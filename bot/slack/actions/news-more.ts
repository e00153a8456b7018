import type { ClickTurn } from '../turn.ts'
import { chosenOption, richText } from '../views/form-values.ts'
import { newsForm } from '../views/publish-news.ts'

/** The form asks for a hearing as well, and whether it is urgent; what stood in it stays. */
export async function moreAboutNews({ client, reader, view }: ClickTurn): Promise<void> {
  if (!view) return
  const written = richText(view, 'text')
  const filled = {
    matter: chosenOption(view, 'matter'),
    ...(written.elements.length > 0 && { written }),
    more: true,
  }
  await client.views.update({ view_id: view.id, hash: view.hash, view: newsForm(reader, filled) })
}
