import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const despacho = fileURLToPath(new URL('./despacho.ts', import.meta.url))

type Said = { code: number; stdout: string; stderr: string }

/** Runs a command of administration in a process of its own, on the office's data. */
function run(office: TestOffice, ...args: string[]): Promise<Said> {
  const { config } = office
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    DATABASE_URL: config.databaseUrl,
    FILES_URL: config.filesUrl,
    SECRET_KEY: config.secretKey,
    BASE_URL: config.web.baseUrl,
    LOG_LEVEL: 'silent',
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [despacho, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

test(
  'an operator gives a client an account: one JSON object on standard output for each command',
  { timeout: 300_000 },
  async () => {
    const office = await testOffice()
    const { firmId, rosaId } = await lawFirm(office)
    const about = [
      '--firm',
      firmId,
      '--client',
      rosaId,
      '--kind',
      'account',
      '--email',
      'rosa@correo.example',
    ]
    const added = await run(office, 'access', 'add', ...about, '--json')
    expect({ code: added.code, stderr: added.stderr }).toEqual({ code: 0, stderr: '' })
    const { accessId } = JSON.parse(added.stdout)
    const invited = await run(office, 'access', 'invite', '--access', accessId, '--json')
    expect(invited.stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(invited.stdout)).toEqual({ url: expect.stringContaining(`/invite/${accessId}-`) })

    const refused = await run(office, 'access', 'add', ...about, '--json')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('address_taken')
    const unknown = await run(office, 'access', 'grant', '--json')
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('despacho access extend --access … --client …')
  },
)
