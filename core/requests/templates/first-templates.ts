import type { Tx } from '#db/database.ts'
import { requestTemplates } from '#db/schema/communication.ts'
import { newId } from '../../ids.ts'
import { templates as english } from '../../words/en/templates.ts'
import { templates as spanish, type FirstTemplate } from '../../words/es-CL/templates.ts'
import { templates as portuguese } from '../../words/pt-BR/templates.ts'
import type { Locale } from '../../words/locale.ts'

const byLocale: Record<Locale, FirstTemplate[]> = { 'es-CL': spanish, 'pt-BR': portuguese, en: english }

/** A new firm has a few good templates of its country's practice, in its language, to use or to change. */
export async function addFirstTemplates(tx: Tx, firmId: string, locale: Locale, now: Date): Promise<void> {
  await tx
    .insert(requestTemplates)
    .values(byLocale[locale].map((template) => ({ id: newId(now), firmId, ...template, createdAt: now })))
}
