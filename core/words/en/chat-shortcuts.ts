import type { ChatWords } from '../es-CL/chat.ts'

/** What people read of the shortcuts that Slack offers with a message, and when Slack was too slow. */
export const shortcuts: ChatWords['shortcuts'] = {
  again: 'Try again',
  loading: 'One moment…',
  emptyMessage: 'That message has no text to publish.',
  document: {
    title: 'File as a document',
    how: 'The file is kept as a document of the matter. Nobody is notified.',
    files: 'Files',
    name: 'Name of the document',
    nameHint: 'If you leave it empty, it will be the name of the file.',
    noFiles: 'That message has no files.',
    outside: 'Slack gives no access to that file: it is kept in another service, or was deleted.',
    working: 'Saving the files. This may take a moment.',
    done: ({ count }) =>
      count === 1 ? 'It has been kept as a document.' : `${count} documents have been kept.`,
  },
}
