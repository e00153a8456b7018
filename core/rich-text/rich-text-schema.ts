import { getSchema } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLink } from './is-safe-link.ts'

/** What an editor loads to write our rich text and nothing more. */
export const richTextExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: {
      protocols: ['https', 'mailto'],
      defaultProtocol: 'https',
      isAllowedUri: (uri) => isSafeLink(uri),
      openOnClick: false,
    },
    codeBlock: false,
    horizontalRule: false,
  }),
]

/** The ProseMirror schema of version 1. Heading levels, links and list starts are checked beside it. */
export const richTextSchema = getSchema(richTextExtensions)
