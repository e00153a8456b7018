import type { Context } from '@slack/bolt'
import { expect, test } from 'vitest'
import { workspaceOf } from './identify.ts'

const here: Context = {
  teamId: 'T0ESTUDIO',
  enterpriseId: 'E0GRUPO',
  botToken: 'xoxb-despacho',
  isEnterpriseInstall: false,
}

test.each([
  { who: 'somebody of the workspace', tenant: 'T0ESTUDIO', workspace: 'T0ESTUDIO' },
  { who: 'somebody whom Slack names by the organisation', tenant: 'E0GRUPO', workspace: 'T0ESTUDIO' },
  { who: 'somebody of another workspace of the organisation', tenant: 'T0OTRO', workspace: null },
  { who: 'somebody of another organisation', tenant: 'E0OTRO', workspace: null },
  { who: 'somebody whose workspace Slack does not say', tenant: undefined, workspace: null },
])('$who belongs to $workspace', ({ tenant, workspace }) => {
  expect(workspaceOf({ tenant, context: here })).toBe(workspace)
})

test('in a workspace without a good token nobody belongs anywhere', () => {
  const context = { ...here, botToken: undefined }
  expect(workspaceOf({ tenant: 'T0ESTUDIO', context })).toBeNull()
})

test('outside an organisation nobody comes in by one', () => {
  const context = { ...here, enterpriseId: undefined }
  expect(workspaceOf({ tenant: 'E0GRUPO', context })).toBeNull()
})
