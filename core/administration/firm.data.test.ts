import { expect, test } from 'vitest'
import { firmSettings } from '../firms/firm-settings.ts'
import { memberFromChat } from '../members/member-from-chat.ts'
import { lawFirm, tenant } from '#test/office/law-firm.ts'
import { testOffice } from '#test/office/test-office.ts'
import { UsageFault } from './command.ts'
import { firm as commands } from './firm.ts'
import { member } from './member.ts'

test('whoever runs the server makes a link with which a firm installs the app, good for a week', async () => {
  const office = await testOffice({ SLACK_CLIENT_ID: '1111.2222', SLACK_CLIENT_SECRET: 'secret' })
  const { firmId } = await lawFirm(office)
  expect(await commands['install-slack'].run(office, ['--firm', firmId])).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/slack\/install\/[a-z2-7]{20}-[a-z2-7]{26}$/),
    expiresAt: '2026-03-10T14:00:00.000Z',
  })
})

test('without the app’s own credentials there is nothing to install by', async () => {
  const office = await testOffice()
  const { firmId } = await lawFirm(office)
  await expect(commands['install-slack'].run(office, ['--firm', firmId])).rejects.toBeInstanceOf(UsageFault)
})

test('whoever runs the server says whether the firm trusts its own mail server, and nothing else changes', async () => {
  const office = await testOffice()
  const { firmId, camila } = await lawFirm(office)
  const before = await firmSettings(office, { by: camila })
  const edit = (value: string) =>
    commands.edit.run(office, ['--firm', firmId, '--unproven-mail', value, '--support-contact', 'Marcela'])
  await edit('accept')
  const changed = { supportContact: 'Marcela', trustsServer: true }
  expect(await firmSettings(office, { by: camila })).toEqual({ ...before, ...changed })
  await expect(edit('perhaps')).rejects.toMatchObject({ code: 'not_a_value' })
  await edit('confirm')
  expect(await firmSettings(office, { by: camila })).toMatchObject({ trustsServer: false })
})

test('whoever runs the server says how clients are addressed in Portuguese', async () => {
  const office = await testOffice()
  const { firmId, camila } = await lawFirm(office)
  const edit = (value: string) => commands.edit.run(office, ['--firm', firmId, '--address-as', value])
  await edit('senhor')
  expect(await firmSettings(office, { by: camila })).toMatchObject({ formOfAddress: 'senhor' })
  await expect(edit('tu')).rejects.toMatchObject({ code: 'not_a_value' })
  await edit('voce')
  expect(await firmSettings(office, { by: camila })).toMatchObject({ formOfAddress: 'voce' })
})

test('whoever runs the server says who a member is in Slack; nobody is two people', async () => {
  const office = await testOffice()
  const { firmId, camila } = await lawFirm(office)
  const given = ['--firm', firmId, '--name', 'Pía Vera', '--email', 'pia@estudio.example', '--role', 'lawyer']
  const added = await member.add.run(office, given)
  const memberId = 'memberId' in added ? String(added.memberId) : ''
  await member.link.run(office, ['--member', memberId, '--slack', `${tenant}:UPIA`])
  const user = { platform: 'slack', tenant, userId: 'UPIA' } as const
  expect(await memberFromChat(office, user)).toMatchObject({ memberId, name: 'Pía Vera' })
  await expect(
    member.link.run(office, ['--member', camila.memberId, '--slack', `${tenant}:UPIA`]),
  ).rejects.toMatchObject({ code: 'already_exists' })
})
