import type { App, ViewResponseAction } from '@slack/bolt'
import { wordsForChat } from './words-for-chat.ts'
import { answerRefused } from './answer-refused.ts'
import { refreshHome } from './home/publish-home.ts'
import { identify, languageOf } from './identify.ts'
import { readerFor, type Reader } from './reader.ts'
import type { Door, SubmitTurn } from './turn.ts'

/** Null closes the view. */
export type SubmitAnswer = ViewResponseAction | null

/**
 * Listens for a modal's submit. What `act` gives back is Slack's answer, so it has three seconds; a refusal is shown
 * at the field it is about, or else in the modal's place.
 */
export function onSubmit(
  door: Door,
  app: App,
  callbackId: string,
  act: (turn: SubmitTurn) => Promise<SubmitAnswer>,
): void {
  app.view(callbackId, async ({ ack, body, view, client, context }) => {
    await door.during(run())

    async function run() {
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
