import type { EntryKind } from '#core/access/access.ts'

/**
 * A law firm as plain lists, with whatever a database could hold: also what no use case would write, such as matters
 * that are each other's appeals. Every row has an id that stands in each text of it, so that a page which shows any
 * of it gives it away.
 */
export type PlainFirm = {
  id: string
  clients: { id: string; left: boolean }[]
  matters: PlainMatter[]
  news: Told[]
  requests: (Told & { items: { id: string; removed: boolean }[] })[]
  entries: {
    id: string
    matter: string
    kind: EntryKind
    at: number
    held: boolean
    deleted: boolean
    file: PlainFile | null
  }[]
  answers: {
    id: string
    request: string
    item: string
    client: string
    withdrawn: boolean
    rejected: boolean
    files: PlainFile[]
  }[]
}

export type PlainMatter = {
  id: string
  visibility: 'firm' | 'private' | 'team'
  hidden: boolean
  closed: boolean
  sensitive: boolean
  parent: string | null
  relation: 'appeal' | 'offshoot' | 'attached' | null
  /** Ids of clients. */
  ours: string[]
  others: string[]
}

export type PlainFile = { id: string; purged: boolean }

/** News or a request. */
type Told = {
  id: string
  matter: string
  audience: string[]
  /** In minutes since the firm began; null: kept without telling anybody. */
  announcedAt: number | null
  deleted: boolean
}

/** A client's way into the portal, and the browser they sit at. */
export type PlainAccess = {
  id: string
  kind: 'account' | 'link'
  /** The clients it stands for, who are one person; the first is the one it was made for. */
  clients: string[]
  can: EntryKind[]
  privateMatters: boolean
  teamMatters: boolean
  /** Whether the code sent to its e-mail was typed in. */
  proven: boolean
}
