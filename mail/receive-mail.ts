import type { Config } from '#core/config.ts'
import { keyFor } from '#core/keys.ts'
import type { Office } from '#core/office.ts'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'
import { listenForMail, type MailListener } from './listen.ts'
import { readBounceAddress, readReplyAddress } from './reply-address.ts'

/** Takes the office's mail: what is for its reply address, plain or with a signature, is stored and then acknowledged. */
export function receiveMail(
  office: Office,
  mailIn: NonNullable<Config['mailIn']>,
  listen: NonNullable<NonNullable<Config['mailIn']>['listen']>,
): Promise<MailListener> {
  const key = keyFor(office.config.secretKey, 'reply-address')
  const bounceKey = keyFor(office.config.secretKey, 'bounce-address')
  const base = mailIn.replyAddress.toLowerCase()
  return listenForMail({
    listen,
    maxBytes: office.config.maxMessageBytes,
    facesInternet: mailIn.facesInternet,
    log: office.log,
    // A forged signature is taken, too: a client's program may have mangled the address, and nothing is lost.
    acceptsRecipient: (address) =>
      address === base ||
      readReplyAddress(key, base, address) !== null ||
      readBounceAddress(bounceKey, base, address) !== null,
    store: (raw, { from, to, remoteAddress }) =>
      storeInbound(office, { source: listen.protocol, envelope: { from, to, remoteAddress }, raw }),
  })
}
