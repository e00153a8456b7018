import type { App, ViewResponseAction } from '@slack/bolt'
import { wordsForChat } from './words-for-chat.ts'
import { answerRefused } from './answer-refused.ts'
import { refreshHome } from './home/publish-home.ts'
import { identify, languageOf } from './identify.ts'
import { named } from './named.ts'
import { readerFor, type Reader } from './reader.ts'
import type { Door, SubmitTurn } from './turn.ts'

/** Null closes the view. */
export type SubmitAnswer = ViewResponseAction | null

type Act = (turn: SubmitTurn) => Promise<SubmitAnswer>

/**
 * Listens for the submits of modals, by their callback ids. What each gives back is Slack's answer, so it has three seconds; a refusal is shown
 * at the field it is about, or else in the modal's place.
 */
export function onSubmits(door: Door, app: App, submits: Record<string, Act>): void {
  app.view({ type: 'view_submission' }, async ({ ack, body, view, client, context }) => {
    const act = named(submits, view.callback_id)
    if (!act) return
    await door.during(run(act))

    async function run(act: Act) {
      const later: (() => Promise<unknown>)[] = []
      const tenant = body.user.team_id ?? body.team?.id
      const who = { userId: body.user.id, tenant, context, client }
      let reader: Reader | undefined
      try {
        const by = await identify(door, who)
        reader = readerFor(door.office, by)
        const interaction = `slack:${tenant}:${view.id}:${view.hash}`
        const after = (work: () => Promise<unknown>) => later.push(work)
        const chatUser = { tenant: context.teamId ?? tenant ?? '', userId: body.user.id }
        const member = { office: door.office, by, reader, client, chatUser }
        const answer = await act({ ...member, interaction, view, after })
        after(() => refreshHome(door, member))
        await ack(answer ?? undefined)
      } catch (error) {
        const locale = reader?.locale ?? (await languageOf(door, who))
        await ack(answerRefused(door.office, error, view, wordsForChat(locale), locale))
      }
      for (const work of later) await work().catch((error: unknown) => logLate(door, error))
    }
  })
}

function logLate(door: Door, error: unknown) {
  door.office.log.warn({ err: error }, 'a Slack view could not be brought up to date')
}
