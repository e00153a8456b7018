import { expect, test } from 'vitest'
import type { Modal } from '../blocks.ts'
import { editProfileForm } from '../clients/edit-profile.ts'
import type { Reader } from '../reader.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { firmForm } from './firm.ts'
import { profile } from '../clients/sample-clients.ts'
import { firm } from './sample-settings.ts'

test('what is too long for a field of Slack is not offered for editing, so that nothing of it is cut off', () => {
  const reader: Reader = { words: wordsForChat('en'), locale: 'en', timeZone: 'America/Santiago' }
  const blocksOf = (view: Modal) => view.blocks.map((block) => block.block_id)
  const many = { ...profile, phones: Array.from({ length: 80 }, () => '9'.repeat(40)) }
  expect(blocksOf(editProfileForm(reader, many))).not.toContain('phone')
  expect(blocksOf(editProfileForm(reader, profile))).toContain('phone')
  expect(blocksOf(firmForm(reader, firm))).not.toContain('closing-days')
  expect(blocksOf(firmForm(reader, { ...firm, closingDays: ['2026-12-31'] }))).toContain('closing-days')
})
