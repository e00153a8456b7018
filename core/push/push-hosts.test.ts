import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { isPushService } from './push-hosts.ts'

const { pushServices } = readConfig({}, { production: false })

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://web.push.apple.com/QGuQyavXutnMB',
  'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD',
])('%s is where a browser may take messages', (endpoint) => {
  expect(isPushService(pushServices, endpoint)).toBe(true)
})

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://fcm.googleapis.com.evil.example/',
  'https://evil.example/fcm.googleapis.com',
  'https://evilpush.apple.com/',
  'https://push.apple.com.evil.example/',
  'https://user:pass@fcm.googleapis.com/',
  'https://127.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1:5432/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '',
  `https://fcm.googleapis.com/${'a'.repeat(1000)}`,
])('%s is asked for nothing, whatever a browser says', (endpoint) => {
  expect(isPushService(pushServices, endpoint)).toBe(false)
})

test('a service on this machine is one only where the settings name it, by its port', () => {
  const services = ['http://127.0.0.1:4000']
  expect(isPushService(services, 'http://127.0.0.1:4000/send/1')).toBe(true)
  expect(isPushService(services, 'http://127.0.0.1:4001/send/1')).toBe(false)
  expect(isPushService(services, 'https://fcm.googleapis.com/fcm/send/1')).toBe(false)
})

test.each(['https://fcm.googleapis.com', 'fcm.googleapis.com/path', '*', '*.com', 'http://10.0.0.1:80', ''])(
  'PUSH_SERVICES that names “%s” is a fault, or stands for the default',
  (text) => {
    const read = () => readConfig({ PUSH_SERVICES: text }, { production: false }).pushServices
    if (text === '') expect(read()).toEqual(pushServices)
    else expect(read).toThrow('PUSH_SERVICES')
  },
)

test('a firm that wants no push at all says none', () => {
  expect(readConfig({ PUSH_SERVICES: 'none' }, { production: false }).pushServices).toEqual([])
})
