import type { Request, Response } from 'express'
import { browserLocale } from './load-context.ts'
import { plainPage } from './plain-page.ts'
import { portalWords } from './portal-words.ts'

/** Answers that what was asked for cannot be had before it has been scanned for viruses. */
export function tellHeld(request: Pick<Request, 'headers'>, response: Response): void {
  const locale = browserLocale(request)
  const { refusals, errors } = portalWords[locale]
  response
    .status(423)
    .type('html')
    .send(plainPage({ locale, title: errors.notDoneTitle, lines: [refusals.fileHeld] }))
}
