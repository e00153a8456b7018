import { once } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { SMTPServer } from 'smtp-server'

/** A thread that is everybody's mail server: it takes all it is sent and keeps nothing. */
if (parentPort) {
  const port = parentPort
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      stream.on('end', () => done(null, 'kept')).resume()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  port.postMessage(`smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
  port.once('message', () => server.close())
}
