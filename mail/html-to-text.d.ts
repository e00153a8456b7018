/** The part of html-to-text 10 that is used here; the package brings no types. */
declare module 'html-to-text' {
  type Options = {
    wordwrap?: number | false | null
    limits?: { maxInputLength?: number; maxDepth?: number; maxChildNodes?: number }
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[]
  }
  export function compile(options: Options): (html: string) => string
}
