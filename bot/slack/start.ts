import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { Office } from '#core/office.ts'
import { boltLogger } from './bolt-logger.ts'
import { homesShown } from './home/homes-shown.ts'
import { installRoutes } from './install/install-routes.ts'
import { keepConnected, type Connection } from './keep-connected.ts'
import { listen, whatIsTyped } from './listen.ts'
import { peopleOf } from './people.ts'
import { slackOf, type Slack } from './tenants.ts'
import { tokensLately } from './tokens-lately.ts'
import type { Door } from './turn.ts'
import { typeAhead } from './type-ahead/type-ahead.ts'
import { clientOptions } from './web-client.ts'

const path = '/slack/events'

export type SlackDoor = Slack & {
  /** For what comes by HTTP, before anything that reads the request's body; what is not for Slack is handed on. */
  handler: (req: IncomingMessage, res: ServerResponse, next: () => void) => void
  /** Resolves when nothing that was begun is under way any more. */
  close: () => Promise<void>
}

/**
 * Opens the Slack door, as the settings say: Bolt over HTTP, where unsigned and stale requests get 401, or over a socket that
 * is kept open to Slack. Throws without `config.slack`.
 */
export function startSlack(office: Office): SlackDoor {
  const { slack } = office.config
  if (!slack) throw new Error('Slack is not configured')
  const underWay = new Set<Promise<unknown>>()
  const during: Door['during'] = (work) => holding(underWay, work)
  const door: Door = {
    office,
    people: peopleOf(office.clock),
    homes: homesShown(office.clock),
    tokens: tokensLately(office),
    during,
  }
  const logger = boltLogger(office.log)
  const receiver =
    slack.door.kind === 'http'
      ? new HTTPReceiver({ signingSecret: slack.door.signingSecret, logger, endpoints: [path] })
      : new SocketModeReceiver({
          appToken: slack.door.appToken,
          logger,
          autoReconnectEnabled: false,
          installerOptions: { clientOptions: clientOptions(office) },
        })
  const typing = typeAhead(door, whatIsTyped)
  const app = new App({
    receiver,
    logger,
    clientOptions: clientOptions(office),
    convoStore: false,
    authorize: async ({ teamId }) => {
      const botToken = teamId === undefined ? null : await door.tokens.of(teamId)
      return botToken === null ? {} : { botToken }
    },
  })
  // From the first look at a request on, not from the moment its listener begins: a stop waits for its answer.
  const process = app.processEvent.bind(app)
  app.processEvent = (event) => during(typing.answered(event) ?? process(event))
  app.error(async (error) => office.log.error({ err: error }, 'Bolt could not handle a request'))
  listen(door, app)
  typing.listen(app)
  const events = receiver instanceof HTTPReceiver ? receiver.requestListener : null
  const installs = slack.oauth && installRoutes(door, slack.oauth)
  const connection =
    receiver instanceof SocketModeReceiver ? keepConnected(receiver.client, office.log) : null
  office.log.info({ by: slack.door.kind, installs: slack.oauth !== null }, 'Slack is open')
  return {
    ...slackOf(office),
    handler: (req, res, next) => {
      if (events && req.method === 'POST' && req.url?.split('?')[0] === path) events(req, res)
      else if (!installs?.(req, res)) next()
    },
    close: () => close(underWay, connection),
  }
}

// A socket stays open until all that came by it has its answer.
async function close(underWay: Set<Promise<unknown>>, connection: Connection | null) {
  while (underWay.size > 0) await Promise.allSettled(underWay)
  await connection?.close()
}

function holding<T>(underWay: Set<Promise<unknown>>, work: Promise<T>): Promise<T> {
  underWay.add(work)
  return work.finally(() => underWay.delete(work))
}
