import { text } from 'node:stream/consumers'
import type { Task } from './workshop.ts'

// Started anew for each task, without the environment, and never near the database: whatever a file does to what opens it, this
// process alone is lost.
async function work(): Promise<unknown> {
  const task = JSON.parse(await text(process.stdin)) as Task
  switch (task.do) {
    case 'pictures':
      return (await import('./make-pictures.ts')).makePictures(task)
    case 'join':
      return (await import('./join-photos.ts')).joinPhotos(task)
    case 'list':
      return (await import('./list-zip.ts')).listZip(task)
  }
}

work().then(
  (done) => process.stdout.write(JSON.stringify({ done: done ?? null })),
  (error: unknown) => process.stdout.write(JSON.stringify({ failed: String(error) })),
)
