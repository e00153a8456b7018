import { expect, test } from 'vitest'
import { isRefusal } from '#core/errors.ts'
import { MalformedForm } from './multipart.ts'
import { receiveForm } from './receive-form.ts'

const most = 100_000

function sent(form: FormData): Request {
  return new Request('http://localhost/requests/1', { method: 'POST', body: form })
}

async function read(bytes: AsyncIterable<Uint8Array>) {
  const chunks = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function all(request: Request, limit = most) {
  const { texts, files } = await receiveForm(request, limit)
  const came = []
  for await (const { name, type, bytes } of files) came.push({ name, type, text: await read(bytes) })
  return { texts: Object.fromEntries(texts), files: came }
}

async function codeOf(refused: Promise<unknown>) {
  const error: unknown = await refused.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return isRefusal(error) ? error.code : error
}

test('two photographs arrive, each under its own name, after the fields that say what they are for', async () => {
  const form = new FormData()
  form.append('item', 'abc')
  form.append('text', 'Vivo en Ñuñoa')
  form.append('files', new File(['one'], 'cédula; frente=1.jpg', { type: 'image/jpeg' }))
  form.append('files', new File(['two'], 'reverso.jpg'))
  expect(await all(sent(form))).toEqual({
    texts: { item: 'abc', text: 'Vivo en Ñuñoa' },
    files: [
      { name: 'cédula; frente=1.jpg', type: 'image/jpeg', text: 'one' },
      { name: 'reverso.jpg', type: 'application/octet-stream', text: 'two' },
    ],
  })
})

test('a form sent without choosing a file brings no file', async () => {
  const field = (header: string) => `--x\r\nContent-Disposition: form-data; ${header}\r\n\r\n`
  const body = `${field('name="item"')}abc\r\n${field('name="files"; filename=""')}\r\n--x--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const form = new Request('http://localhost/', { method: 'POST', body, headers })
  expect(await all(form)).toEqual({ texts: { item: 'abc' }, files: [] })
})

test('an upload that says it is too large is refused before a byte of it is read', async () => {
  let pulled = 0
  const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 })
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '2000000000' }
  const request = new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' })
  expect(await codeOf(receiveForm(request, most))).toBe('file_too_large')
  expect(pulled).toBe(0)
})

test('an upload that does not say how large it is is cut off at the limit, and its sender not hung up on', async () => {
  const form = new FormData()
  form.append('files', new File(['x'.repeat(most * 3)], 'a.pdf'))
  const whole = new Uint8Array(await sent(form).arrayBuffer())
  let cancelled = false
  let at = 0
  const body = new ReadableStream({
    pull: (stream) => {
      stream.enqueue(whole.subarray(at, (at += 10_000)))
      if (at >= whole.length) stream.close()
    },
    cancel: () => void (cancelled = true),
  })
  const boundary = Buffer.from(whole.subarray(2, whole.indexOf(13))).toString()
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const request = new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' })
  expect(await codeOf(all(request))).toBe('file_too_large')
  expect(cancelled).toBe(false)
})

test('a thousand tiny files are refused', async () => {
  const crowd = new FormData()
  for (let i = 0; i < 1000; i++) crowd.append('files', new File(['x'], `${i}.txt`))
  expect(await codeOf(all(sent(crowd), 10_000_000))).toBe('too_many_files')
})

test('of a novel in a text field as much is kept as core needs to refuse it', async () => {
  const novel = new FormData()
  novel.append('text', 'x'.repeat(2_000_000))
  const { texts } = await all(sent(novel), 10_000_000)
  expect(texts.text?.length).toBeGreaterThan(100_000)
  expect(texts.text?.length).toBeLessThan(300_000)
})

test('a body that is no form hands nothing in, and one that breaks off is noticed', async () => {
  const json = new Request('http://localhost/', { method: 'POST', body: '{}' })
  expect(await codeOf(receiveForm(json, most))).toBe('nothing_handed_in')
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const body = '--x\r\nContent-Disposition: form-data; name="item"\r\n\r\nab'
  const broken = new Request('http://localhost/', { method: 'POST', body, headers })
  expect(await codeOf(all(broken))).toBeInstanceOf(MalformedForm)
})
