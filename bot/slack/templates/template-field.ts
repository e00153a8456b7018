import { z } from 'zod'
import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import { listTemplates } from '#core/requests/templates/list-templates.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { input, option, plain, type Block, type Option } from '../blocks.ts'

const filled = z.object({
  templateId: z.string().nullable(),
  /** The matter that was picked then, whose names are in the text. */
  matterId: z.string().nullable(),
  fillings: z.number(),
})

/** From which template a form was filled in last, and how often it was. */
export type TemplateFilled = z.infer<typeof filled>

/** What a form for a request said about itself. */
export function templateFilled(metadata: string): TemplateFilled {
  return filled.parse(JSON.parse(metadata))
}

/** How many options a select of Slack's holds. */
const mostOptions = 100

/** The select that fills the form in from a template as soon as one is picked. */
export function templateField({ templates }: ChatWords, initial?: Option): Block {
  const select = {
    type: 'external_select',
    action_id: 'template',
    min_query_length: 0,
    placeholder: plain(templates.fields.pickHint, 150),
    ...(initial && { initial_option: initial }),
  } as const
  return input('template', templates.fields.pick, select, { optional: true, tellsAtOnce: true })
}

/** What the type-ahead of a template offers for what has been typed; at first all. */
export async function findTemplateOptions(
  office: Office,
  { by, typed }: { by: MemberActor; typed: string },
): Promise<Option[]> {
  const found = await listTemplates(office, { by, words: typed })
  return found.slice(0, mostOptions).map((template) => option(template.name, template.id))
}
