import { isMainThread } from 'node:worker_threads'

// Loaded before the product by whoever starts it for a test: should that process go, however it goes, so does this
// one at once, with all that it has started. The channel between them is used for nothing else.
if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'))
  process.channel.unref()
}
