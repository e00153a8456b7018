import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, ExpressReceiver } from '@slack/bolt'
import type { Office } from '#core/office.ts'
import { boltLogger } from './bolt-logger.ts'
import { listen } from './listen.ts'
import { peopleOf } from './people.ts'
import { botTokenOf, slackOf, type Slack } from './tenants.ts'
import type { Door } from './turn.ts'
import { clientOptions } from './web-client.ts'

export type SlackDoor = Slack & {
  /** For `/slack/events`, before anything that reads the request's body. */
  handler: (req: IncomingMessage, res: ServerResponse) => void
  /** Resolves when nothing that was begun is under way any more. */
  close: () => Promise<void>
}

/** Opens the Slack door (Bolt over HTTP); unsigned and stale requests get 401. Throws without `config.slack`. */
export function startSlack(office: Office): SlackDoor {
  const { slack } = office.config
  if (!slack) throw new Error('Slack is not configured')
  const underWay = new Set<Promise<unknown>>()
  const door: Door = { office, people: peopleOf(office.clock), during: (work) => holding(underWay, work) }
  const logger = boltLogger(office.log)
  const receiver = new ExpressReceiver({
    signingSecret: slack.signingSecret,
    logger,
    endpoints: '/slack/events',
  })
  const app = new App({
    receiver,
    logger,
    clientOptions: clientOptions(office, slack.apiUrl),
    convoStore: false,
    authorize: async ({ teamId }) => {
      const botToken = teamId === undefined ? null : await botTokenOf(office, teamId)
      return botToken === null ? {} : { botToken }
    },
  })
  app.error(async (error) => office.log.error({ err: error }, 'Bolt could not handle a request'))
  listen(door, app)
  return {
    ...slackOf(office),
    handler: receiver.app,
    close: async () => {
      await Promise.allSettled(underWay)
    },
  }
}

function holding<T>(underWay: Set<Promise<unknown>>, work: Promise<T>): Promise<T> {
  underWay.add(work)
  return work.finally(() => underWay.delete(work))
}
