import { id, index, int, moment, oneOf, table, text, uniqueIndex } from '../columns.ts'
import { firms } from './firms.ts'
import { answers, files } from './replies.ts'

/** What was made of files so that people can use them; the originals stay as they came. */
export const renditions = table(
  'renditions',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    /** Of which file it is a preview or a thumbnail. */
    fileId: id().references(() => files.id),
    /** Of which answer it joins the photos. */
    answerId: id().references(() => answers.id),
    kind: oneOf(['preview', 'thumbnail', 'joined']).notNull(),
    /** Ids of the photos that were joined, in their order. */
    madeOf: text(),
    type: text().notNull(),
    /** 0 when it could not be made. */
    size: int().notNull(),
    /** Key in the file store; empty when it could not be made. */
    storedAs: text().notNull(),
    /** Why it could not. */
    failed: text(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('renditions_file').on(t.fileId, t.kind),
    uniqueIndex('renditions_answer').on(t.answerId, t.kind),
    index('renditions_stored').on(t.storedAs),
  ],
)
