import {
  escapeHTML,
  renderJSONContentToString,
  serializeAttrsToHTMLString,
  serializeChildrenToHTMLString,
  type MarkProps,
  type NodeProps,
} from '@tiptap/static-renderer/json/html-string'
import type { RichText, RichTextMark, RichTextNode } from './rich-text.ts'

type NodeToHtml = (props: NodeProps<RichTextNode, string | string[]>) => string
type MarkToHtml = (props: MarkProps<RichTextMark, string | string[], RichTextNode>) => string

/** HTML of a rich text, every character of it escaped, for mail and pages alike; no wrapper, no classes. */
export function richTextToHtml(richText: RichText): string {
  return render({ content: richText.doc })
}

const render = renderJSONContentToString<RichTextMark, RichTextNode>({
  nodeMapping: {
    doc: ({ children }) => inner(children),
    paragraph,
    heading: ({ node, children }) => {
      const level = node.type === 'heading' ? node.attrs.level : 2
      return `<h${level}>${inner(children)}</h${level}>`
    },
    bulletList: element('ul'),
    orderedList: ({ node, children }) => {
      const start = node.type === 'orderedList' && node.attrs.start !== 1 ? node.attrs.start : null
      return `<ol${serializeAttrsToHTMLString({ start })}>${inner(children)}</ol>`
    },
    listItem: element('li'),
    blockquote: element('blockquote'),
    hardBreak: () => '<br>',
    text: ({ node }) => (node.type === 'text' ? escapeHTML(node.text) : ''),
  } satisfies Record<RichTextNode['type'], NodeToHtml>,
  markMapping: {
    bold: element('strong'),
    italic: element('em'),
    strike: element('s'),
    underline: element('u'),
    code: element('code'),
    link: ({ mark, children }) => {
      const href = mark.type === 'link' ? mark.attrs.href : null
      const attributes = { href, target: '_blank', rel: 'noopener noreferrer nofollow' }
      return `<a${serializeAttrsToHTMLString(attributes)}>${inner(children)}</a>`
    },
  } satisfies Record<RichTextMark['type'], MarkToHtml>,
})

/** A list item's only paragraph goes without `<p>`: mail programs put a gap around each. */
function paragraph({ node, parent, children }: NodeProps<RichTextNode, string | string[]>): string {
  const text = inner(children) || '<br>'
  const siblings =
    parent?.type === 'listItem' ? parent.content.filter(({ type }) => type === 'paragraph') : []
  return siblings.length === 1 && siblings[0] === node ? text : `<p>${text}</p>`
}

function element(name: string) {
  return ({ children }: { children?: string | string[] }) => `<${name}>${inner(children)}</${name}>`
}

function inner(children: string | string[] | undefined) {
  return serializeChildrenToHTMLString(children)
}
