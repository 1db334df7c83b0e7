import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { createFileLog } from '../../src/main/log/file-log.ts'
import { openSecrets } from '../../src/main/secrets/open.ts'
import { answers, startScriptedProvider } from '../support/scripted-provider.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { startTestDesk } from '../support/test-desk.ts'

const SECRET = 'canary-secret-7f3a9c'
const BODY = 'canary body: the surgery is on friday'
const REPLY = 'canary reply: thank you doctor'
const NUMBER = '+46701740699'
const NAME = 'Canary Person'

/** Every file below a folder with its text, except the user's own data: the database and its copies. */
function filesBelow(folder: string): Array<{ path: string; text: string }> {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'backups' ? [] : filesBelow(path)
    return name.startsWith('desk.sqlite3') ? [] : [{ path, text: readFileSync(path, 'latin1') }]
  })
}

describe('logs, settings and the vault', () => {
  it('hold no secret, no text and no whole number after everything has happened once', async () => {
    const provider = await startScriptedProvider()
    onTestFinished(() => provider.close())
    const dataFolder = temporaryFolder()
    const log = createFileLog(dataFolderPaths(dataFolder).logs)
    const { app, desk, clock } = await startTestDesk({
      dataFolder,
      log,
      openSecrets,
      secretsKind: 'vault',
      vaultPassphrase: 'canary-passphrase-2b1d',
    })
    const account = await desk.accounts.add({
      provider: 'connectel',
      name: 'Clinic',
      config: { baseUrl: provider.baseUrl, sender: 'Clinic' },
      secrets: { token: SECRET },
    })
    await desk.contacts.create({ name: NAME, company: '', notes: BODY, numbers: [{ number: NUMBER, label: 'mobile' }] })

    const send = async (to: string) => {
      const { messages } = await desk.messages.send({
        requestId: crypto.randomUUID(),
        accountId: account.id,
        to: [to],
        text: BODY,
        again: true,
      })
      return messages[0]?.id ?? ''
    }
    const settled = async (id: string, status: string) =>
      vi.waitFor(async () => expect((await desk.messages.get({ id })).status).toBe(status))

    await settled(await send(NUMBER), 'sent')
    provider.answer = answers.serverError
    await settled(await send(NUMBER), 'unconfirmed')
    provider.answer = answers.refuse
    await settled(await send('+46701740698'), 'failed')
    provider.answer = answers.wrongToken
    await send(NUMBER)
    await vi.waitFor(async () => expect((await desk.accounts.get({ id: account.id })).status).toBe('paused'))
    await expect(send(`${NUMBER}123456`)).rejects.toMatchObject({ data: { code: 'number_invalid' } })

    const { address } = (await desk.desk.status()).listener
    const hook = `${address}${account.hookPath}`
    const post = (url: string, body: unknown) =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const inbound = { from: NUMBER.slice(1), to: '46701740600', requestid: 'RBBB7.1', message: REPLY }
    expect((await post(hook, inbound)).status).toBe(200)
    expect((await post(`${hook}x`, inbound)).status).toBe(404)
    expect((await post(hook, { authorization: SECRET, what: BODY })).status).toBe(400)
    log.error('canary.bug', new Error(`it broke on ${NUMBER}`), { token: SECRET, to: NUMBER })
    await clock.advance(1_000)
    await desk.settings.set({ theme: 'dark', defaultCountry: 'SE' })
    await app.stop()
    await log.flush()

    const files = filesBelow(dataFolder)
    expect(files.map(({ path }) => path).join(' ')).toMatch(/settings\.json/)
    const logged = files
      .filter(({ path }) => path.includes('logs'))
      .map(({ text }) => text)
      .join('')
    expect(logged).toContain('outbox.outcome')
    expect(logged).toContain('canary.bug')

    for (const canary of [SECRET, 'canary-passphrase-2b1d', 'surgery', 'doctor', NUMBER, NUMBER.slice(1), NAME]) {
      const where = files.filter(({ text }) => text.includes(canary))
      expect(where.map(({ path }) => `${canary} in ${path}`)).toEqual([])
    }
  })
})
