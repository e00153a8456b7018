import { asc, eq } from 'drizzle-orm'
import { requestItems } from '#db/schema/communication.ts'
import type { Office } from '#core/office.ts'
import { parseItems } from '#core/requests/parse-items.ts'
import { requestDocuments, type RequestDocuments } from '#core/requests/request-documents.ts'
import type { Item } from '#core/requests/request.ts'
import type { LawFirm } from './law-firm.ts'

/** Camila asks for these items, one a line, in the firm's matter unless another is named; gives back the request's id. */
export async function askFor(
  office: Office,
  firm: LawFirm,
  items: string,
  more: Partial<RequestDocuments> = {},
): Promise<string> {
  const { requestId } = await requestDocuments(office, {
    by: firm.camila,
    matterId: firm.matterId,
    title: 'Antecedentes',
    details: '',
    items: parseItems(items),
    dueOn: '2026-03-20',
    ...more,
  })
  return requestId
}

/** The items of a request as they are stored, removed ones too, in their order. */
export function itemsIn(office: Office, requestId: string): Promise<Item[]> {
  return office.db.read
    .select()
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId))
    .orderBy(asc(requestItems.position))
}

/** The item of a request with that title. */
export async function itemCalled(office: Office, requestId: string, title: string): Promise<Item> {
  const item = (await itemsIn(office, requestId)).find((one) => one.title === title)
  if (!item) throw new Error(`no item ${title}`)
  return item
}
