import type { ArrivedLetter } from './arrived-letter.ts'

/** An answer with the letter below it, as Gmail writes it in Spanish: the text part and the HTML part. */
export function quoteLetter(
  answer: string,
  letter: Pick<ArrivedLetter, 'at' | 'from' | 'answersTo' | 'text' | 'html'>,
): { text: string; html: string } {
  const when = new Intl.DateTimeFormat('es-CL', { dateStyle: 'medium', timeStyle: 'short' }).format(letter.at)
  const { name } = letter.from
  const quoted = letter.text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  const byWhom = `El ${when}, ${name} (<a href="mailto:${letter.answersTo}">${letter.answersTo}</a>) escribió:`
  const style = 'margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex'
  return {
    text: `${answer}\n\nEl ${when}, ${name} (<${letter.answersTo}>)\nescribió:\n\n${quoted}\n`,
    html:
      `<div dir="ltr">${asHtml(answer)}</div><br><div class="gmail_quote gmail_quote_container">` +
      `<div dir="ltr" class="gmail_attr">${byWhom}<br></div>` +
      `<blockquote class="gmail_quote" style="${style}">${bodyOf(letter.html)}</blockquote></div>\n`,
  }
}

function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replaceAll('\n', '<br>')
}

function bodyOf(html: string): string {
  return /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html
}
