import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestCarrier, type TestCarrier } from '../support/carrier.ts'
import { givenQuickVault } from '../support/quick-vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { outcomeOf, runCli, runJson, startCli } from './run-cli.ts'

const NUMBER = '+46701740605'
const OTHER = '+46701740606'
const TOKEN = 'canary-token-5f0c'
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

// many processes one after the other, each of which opens the vault
vi.setConfig({ testTimeout: 90_000 })

let dataFolder: string
beforeEach(() => {
  dataFolder = temporaryFolder()
  givenQuickVault(dataFolder, VAULT.SMS_DESK_VAULT_PASSPHRASE)
})

const VAULT = { SMS_DESK_VAULT_PASSPHRASE: 'correct horse', CONNECTEL_TOKEN: TOKEN }
const desk = (...args: string[]) => runJson([...args, '--data-dir', dataFolder], VAULT)

async function addAccount(carrier: TestCarrier, name = 'Front desk') {
  const added = await desk(
    'accounts',
    'add',
    'connectel',
    '--name',
    name,
    '--set',
    'sender=Bistro',
    '--set',
    `baseUrl=${carrier.baseUrl}`,
    '--secret',
    'token=CONNECTEL_TOKEN',
  )
  expect(added).toMatchObject({ code: 0, answer: { name, provider: 'connectel' } })
  return added.answer as { id: string; hookPath: string }
}

function csvFile(content: string): string {
  const path = join(temporaryFolder(), 'people.csv')
  writeFileSync(path, content)
  return path
}

describe('accounts', () => {
  test('are added, shown by name or id, tested and removed', async () => {
    const carrier = await startTestCarrier()
    try {
      const { id, hookPath } = await addAccount(carrier)
      expect(hookPath).toMatch(new RegExp(`^/hooks/${id}/.{20,}$`))
      expect(await desk('accounts', 'list')).toMatchObject({
        code: 0,
        answer: { accounts: [{ id, name: 'Front desk', createdAt: expect.stringMatching(ISO) }] },
      })
      for (const name of [id, 'Front desk', 'front DESK']) {
        expect(await desk('accounts', 'show', name)).toMatchObject({
          code: 0,
          answer: { id, provider: 'connectel', secretsSet: { token: true } },
        })
      }
      expect(await desk('accounts', 'test', 'Front desk')).toMatchObject({
        code: 0,
        answer: { ok: true, code: expect.any(String), message: expect.any(String) },
      })
      expect(await desk('accounts', 'remove', 'Front desk')).toMatchObject({ code: 0, answer: { removed: true, id } })
      expect(await desk('accounts', 'show', 'Front desk')).toMatchObject({ code: 1, answer: { error: { code: 'account_not_found' } } })
    } finally {
      await carrier.stop()
    }
  })

  test('keep their secrets in the vault, and nowhere else', async () => {
    const carrier = await startTestCarrier()
    try {
      await addAccount(carrier)
      const said = await runCli(['accounts', 'show', 'Front desk', '--data-dir', dataFolder], VAULT)
      expect(said).toMatchObject({ code: 0, stdout: expect.stringMatching(/token +\(kept\)/) })
      const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).map((name) => join(dataFolder, name))
      expect(files.map((path) => path.slice(dataFolder.length + 1))).toContain('vault.json')
      const holding = files.filter((path) => statSync(path).isFile() && readFileSync(path).includes(TOKEN))
      expect(holding).toEqual([])
      expect(said.stdout + said.stderr).not.toContain(TOKEN)
    } finally {
      await carrier.stop()
    }
  })

  test('are refused where their secrets would be lost with the command', async () => {
    const withoutVault = temporaryFolder()
    const add = [
      'accounts',
      'add',
      'connectel',
      '--name',
      'A',
      '--set',
      'sender=Bistro',
      '--secret',
      'token=CONNECTEL_TOKEN',
      '--data-dir',
      withoutVault,
    ]
    const env = { CONNECTEL_TOKEN: TOKEN, SMS_DESK_VAULT_PASSPHRASE: '' }
    const refused = await runJson(add, env)
    expect(refused).toMatchObject({
      code: 1,
      answer: { error: { code: 'secrets_not_kept', message: expect.stringContaining('SMS_DESK_VAULT_PASSPHRASE') } },
    })
    expect(await runJson(['accounts', 'list', '--data-dir', withoutVault], env)).toMatchObject({ answer: { accounts: [] } })
    expect(await runJson([...add, '--secrets', 'memory'], env)).toMatchObject({ code: 0 })
  })

  test('are refused when the variable of a secret is not set, without a word of what was given', async () => {
    const { code, answer, stderr } = await desk('accounts', 'add', 'connectel', '--name', 'A', '--secret', 'token=hunter2')
    expect({ code, answer }).toMatchObject({ code: 1, answer: { error: { code: 'secret_env_missing' } } })
    expect(JSON.stringify(answer) + stderr).not.toContain('hunter2')
  })

  test.each([
    [['accounts', 'add', 'pigeon', '--name', 'A'], 1, 'provider_unknown'],
    [['accounts', 'add', 'connectel'], 2, 'usage'],
    [['accounts', 'add', 'connectel', '--name', 'A', '--set', 'sender'], 2, 'usage'],
    [['accounts', 'test', 'nobody'], 1, 'account_not_found'],
    [['accounts', 'list', '--secrets', 'pocket'], 2, 'usage'],
  ])('%j is refused', async (args, code, error) => {
    expect(await desk(...args)).toMatchObject({ code, answer: { error: { code: error, message: expect.stringMatching(/\S/) } } })
  })
})

describe('the secret store', () => {
  test('is opened with its passphrase or refused, never passed over', async () => {
    const carrier = await startTestCarrier()
    try {
      await addAccount(carrier)
    } finally {
      await carrier.stop()
    }
    const show = ['accounts', 'list', '--data-dir', dataFolder]
    expect(await runJson(show, { SMS_DESK_VAULT_PASSPHRASE: '' })).toMatchObject({ code: 1, answer: { error: { code: 'vault_locked' } } })
    expect(await runJson(show, { SMS_DESK_VAULT_PASSPHRASE: 'wrong' })).toMatchObject({
      code: 1,
      answer: { error: { code: 'vault_wrong_passphrase' } },
    })
    expect(await runJson([...show, '--secrets', 'keychain'], VAULT)).toMatchObject({
      code: 1,
      answer: { error: { code: 'keychain_unavailable' } },
    })
    writeFileSync(join(dataFolder, 'vault.json'), 'damaged')
    expect(await runJson(show, VAULT)).toMatchObject({ code: 1, answer: { error: { code: 'vault_damaged' } } })
    expect(readFileSync(join(dataFolder, 'vault.json'), 'utf8')).toBe('damaged')
  })
})

describe('contacts', () => {
  const people = `Name;Mobile;Town\nÅsa Öberg;070-174 06 05;Lund\nBo Ek;0701740606;Umeå\nNobody;12;Ystad\nÅsa Öberg;0701740605;Lund\n`

  test('are imported, listed, exported and taken back', async () => {
    const file = csvFile(people)
    const dry = await desk('contacts', 'import', file, '--country', 'se', '--dry-run')
    const counts = {
      rows: 4,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      duplicates: 1,
      rejects: [{ row: 4, value: '12', reason: expect.stringMatching(/\S/) }],
    }
    expect(dry).toMatchObject({ code: 0, answer: { importId: null, ...counts } })
    expect(await desk('contacts', 'list')).toMatchObject({ answer: { contacts: [] } })

    const done = await desk('contacts', 'import', file, '--country', 'SE')
    expect(done).toMatchObject({ code: 0, answer: { importId: expect.any(String), ...counts } })
    expect(await desk('contacts', 'list')).toMatchObject({
      code: 0,
      answer: {
        contacts: [
          { name: 'Åsa Öberg', numbers: [{ e164: NUMBER }] },
          { name: 'Bo Ek', numbers: [{ e164: OTHER }] },
        ],
        total: 2,
      },
    })
    expect((await desk('contacts', 'list', '--limit', '1')).answer).toMatchObject({ contacts: [{}], total: 2 })
    expect((await desk('contacts', 'list', '--search', 'bo')).answer).toMatchObject({ contacts: [{ name: 'Bo Ek' }] })

    const out = join(temporaryFolder(), 'out.csv')
    writeFileSync(out, 'old')
    expect(await desk('contacts', 'export', out)).toMatchObject({ code: 0, answer: { contacts: 2 } })
    expect(readFileSync(out, 'utf8')).toMatch(/Bo Ek.*\+46701740606/)

    const { importId } = done.answer as { importId: string }
    expect(await desk('imports', 'list')).toMatchObject({
      code: 0,
      answer: { imports: [{ id: importId, fileName: 'people.csv', status: 'done', created: 2, startedAt: expect.stringMatching(ISO) }] },
    })
    expect(await desk('imports', 'undo', importId)).toMatchObject({ code: 0, answer: { importId, removed: 2 } })
    expect(await desk('contacts', 'list')).toMatchObject({ answer: { contacts: [] } })
  })

  test.each([
    [['contacts', 'import', '/nowhere.csv'], 1, 'file_not_found'],
    [['contacts', 'import', '/nowhere.csv', '--on-duplicate', 'merge'], 2, 'usage'],
    [['contacts', 'export', '/nowhere/at/all.csv'], 1, 'file_not_writable'],
    [['imports', 'undo', 'last'], 1, 'import_not_found'],
    [['messages', 'show', 'last'], 1, 'message_not_found'],
    [['messages', 'list', '--status', 'flying'], 2, 'usage'],
  ])('%j is refused', async (args, code, error) => {
    expect(await desk(...args)).toMatchObject({ code, answer: { error: { code: error } } })
  })
})

describe('sending', () => {
  test('without --wait texts wait in the outbox, and with it they go', async () => {
    const carrier = await startTestCarrier({ behaviour: { receipt: 'none' } })
    try {
      await addAccount(carrier)
      const queued = await desk('send', '--account', 'Front desk', '--to', NUMBER, '--text', '- first')
      expect(queued).toMatchObject({ code: 0, answer: { messages: [{ id: expect.any(String), to: NUMBER, status: 'queued' }] } })
      expect(carrier.received).toEqual([])

      const sent = await desk('send', '--account', 'front desk', '--to', OTHER, '--to', '+31612345678', '--text', 'second', '--wait', '20')
      expect(sent).toMatchObject({
        code: 0,
        answer: {
          messages: [
            { to: OTHER, status: 'sent' },
            { to: '+31612345678', status: 'sent' },
          ],
        },
      })
      expect(sent.answer).not.toHaveProperty('messages.0.error')
      expect(carrier.received.map(({ to }) => to)).toEqual(expect.arrayContaining([OTHER, '+31612345678']))

      const { messages } = sent.answer as { messages: { id: string }[] }
      const list = await desk('messages', 'list', '--to', OTHER, '--status', 'sent')
      expect(list).toMatchObject({
        code: 0,
        answer: {
          messages: [
            {
              id: messages[0]?.id,
              direction: 'outbound',
              to: OTHER,
              from: 'Bistro',
              text: 'second',
              status: 'sent',
              parts: 1,
              providerRefs: [expect.any(String)],
              error: null,
              createdAt: expect.stringMatching(ISO),
            },
          ],
        },
      })
      expect((list.answer as { messages: unknown[] }).messages).toHaveLength(1)
      expect(await desk('messages', 'show', messages[0]?.id ?? '')).toMatchObject({
        code: 0,
        answer: {
          status: 'sent',
          attempts: [{ number: 1, outcome: 'accepted', startedAt: expect.stringMatching(ISO) }],
          events: expect.arrayContaining([expect.objectContaining({ status: 'sent', at: expect.stringMatching(ISO) })]),
        },
      })
      expect(await desk('conversations', 'list')).toMatchObject({
        code: 0,
        answer: { conversations: expect.arrayContaining([expect.objectContaining({ peer: OTHER, lastAt: expect.stringMatching(ISO) })]) },
      })
      expect(await desk('search', 'seco')).toMatchObject({
        code: 0,
        answer: { messages: expect.arrayContaining([expect.objectContaining({ text: 'second', peer: OTHER })]), contacts: [] },
      })
    } finally {
      await carrier.stop()
    }
  })

  test('says what went wrong, and ends when the account is paused', async () => {
    const carrier = await startTestCarrier({ behaviour: { answer: 'wrong_token' } })
    try {
      await addAccount(carrier)
      const { code, answer } = await desk('send', '--account', 'Front desk', '--to', NUMBER, '--text', 'hi', '--wait', '600')
      expect({ code, answer }).toMatchObject({ code: 0, answer: { messages: [{ status: 'queued' }] } })
      expect(await desk('accounts', 'show', 'Front desk')).toMatchObject({
        answer: { status: 'paused', waiting: 1, pause: { at: expect.stringMatching(ISO) } },
      })
      expect(await desk('accounts', 'remove', 'Front desk')).toMatchObject({ code: 1 })
    } finally {
      await carrier.stop()
    }
  })

  test('a refused number is an outcome with its reason', async () => {
    const carrier = await startTestCarrier({ behaviour: { answer: 'refuse_number' } })
    try {
      await addAccount(carrier)
      expect(await desk('send', '--account', 'Front desk', '--to', NUMBER, '--text', 'hi', '--wait', '20')).toMatchObject({
        code: 0,
        answer: { messages: [{ status: 'failed', error: { code: expect.any(String), message: expect.stringMatching(/\.$/) } }] },
      })
    } finally {
      await carrier.stop()
    }
  })

  test('an answer that never comes does not keep the command beyond its time', async () => {
    const carrier = await startTestCarrier({ behaviour: { answer: 'busy' } })
    try {
      await addAccount(carrier)
      expect(await desk('send', '--account', 'Front desk', '--to', NUMBER, '--text', 'hi', '--wait', '0.5')).toMatchObject({
        code: 0,
        answer: { messages: [{ status: 'queued' }] },
      })
    } finally {
      await carrier.stop()
    }
  })

  test('Ctrl+C ends the wait in good order, with the answer', async () => {
    const carrier = await startTestCarrier({ behaviour: { receipt: 'none', answer: 'busy' } })
    try {
      await addAccount(carrier)
      const waiting = startCli(
        ['send', '--account', 'Front desk', '--to', NUMBER, '--text', 'hi', '--wait', '600', '--data-dir', dataFolder, '--json'],
        VAULT,
      )
      const answered = outcomeOf(waiting)
      const log = () =>
        readdirSync(join(dataFolder, 'logs'))
          .map((name) => readFileSync(join(dataFolder, 'logs', name), 'utf8'))
          .join('')
      await expect.poll(log, { timeout: 30_000 }).toContain('not_accepted_transient')
      waiting.kill('SIGINT')
      expect(await answered).toMatchObject({ code: 0, answer: { messages: [{ to: NUMBER, status: 'queued' }] } })
    } finally {
      await carrier.stop()
    }
  })

  test('a text for later stays in the outbox, and --wait does not wait for it', async () => {
    const carrier = await startTestCarrier()
    try {
      await addAccount(carrier)
      expect(
        await desk('send', '--account', 'Front desk', '--to', NUMBER, '--text', 'hi', '--at', '2090-01-01T09:00Z', '--wait', '600'),
      ).toMatchObject({
        code: 0,
        answer: { messages: [{ status: 'queued', notBefore: '2090-01-01T09:00:00.000Z' }] },
      })
      expect(carrier.received).toEqual([])
    } finally {
      await carrier.stop()
    }
  })

  test('one unusable number queues none', async () => {
    const carrier = await startTestCarrier()
    try {
      await addAccount(carrier)
      expect(await desk('send', '--account', 'Front desk', '--to', NUMBER, '--to', '12', '--text', 'hi', '--wait', '5')).toMatchObject({
        code: 1,
        answer: { error: { code: 'number_invalid' } },
      })
      expect(await desk('messages', 'list')).toMatchObject({ answer: { messages: [] } })
      expect(carrier.received).toEqual([])
    } finally {
      await carrier.stop()
    }
  })

  test.each([
    [['send', '--account', 'nobody', '--to', NUMBER, '--text', 'hi'], 1, 'account_not_found'],
    [['send', '--to', NUMBER, '--text', 'hi'], 2, 'usage'],
    [['send', '--account', 'A', '--text', 'hi'], 2, 'usage'],
    [['send', '--account', 'A', '--to', NUMBER], 2, 'usage'],
    [['send', '--account', 'A', '--to', NUMBER, '--text', 'hi', '--at', 'tomorrow'], 2, 'usage'],
    [['send', '--account', 'A', '--to', NUMBER, '--text', 'hi', '--wait', 'long'], 2, 'usage'],
  ])('%j is refused', async (args, code, error) => {
    expect(await desk(...args)).toMatchObject({ code, answer: { error: { code: error } } })
  })
})

test('a text that no message can hold is refused before anything is opened', async () => {
  expect(await desk('send', '--account', 'A', '--to', NUMBER, '--text', 'x'.repeat(5_001))).toMatchObject({
    code: 1,
    answer: { error: { code: 'text_too_long' } },
  })
})

describe('the data folder', () => {
  test('that cannot be made is a refusal with a sentence', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    dataFolder = join(file, 'desk')
    expect(await desk('accounts', 'list')).toMatchObject({ code: 1, answer: { error: { code: 'folder_not_writable' } } })
  })

  test('with a damaged database is a refusal, and the file is left as it is', async () => {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(join(dataFolder, 'desk.sqlite3'), 'this is no database, however you look at it'.repeat(100))
    expect(await desk('accounts', 'list')).toMatchObject({ code: 1, answer: { error: { code: 'database_damaged' } } })
    expect(readFileSync(join(dataFolder, 'desk.sqlite3'), 'utf8')).toMatch(/^this is no database/)
  })

  test('takes many commands at once, one after the other', async () => {
    const files = ['070-174 06 05', '070-174 06 06', '070-174 06 07', '070-174 06 08'].map((number, index) =>
      csvFile(`Name,Mobile\nPerson ${index},${number}\n`),
    )
    const asProcess = (file: string) =>
      outcomeOf(startCli(['contacts', 'import', file, '--country', 'SE', '--data-dir', dataFolder, '--json'], VAULT))
    const results = await Promise.all(files.map(asProcess))
    expect(results.map(({ code, answer }) => ({ code, answer }))).toMatchObject(files.map(() => ({ code: 0, answer: { created: 1 } })))
    expect(await desk('contacts', 'list')).toMatchObject({ answer: { total: 4 } })
  })
})

describe('where a desk already runs', () => {
  test('commands talk to it, also those that would open the vault', async () => {
    const carrier = await startTestCarrier({ behaviour: { receipt: 'none' } })
    const served = startCli(['serve', '--no-open', '--data-dir', dataFolder], VAULT)
    try {
      const ready = JSON.parse(await firstLine(served)) as { ready: boolean; url: string }
      expect(ready).toMatchObject({ ready: true, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//) })
      await addAccount(carrier)
      const noPassphrase = { SMS_DESK_VAULT_PASSPHRASE: '' }
      const sent = await runJson(
        ['send', '--account', 'Front desk', '--to', NUMBER, '--text', 'hi', '--wait', '20', '--data-dir', dataFolder],
        noPassphrase,
      )
      expect(sent).toMatchObject({ code: 0, answer: { messages: [{ to: NUMBER, status: 'sent' }] } })
      expect(carrier.received).toHaveLength(1)
      const ended = new Promise<number | null>((resolve) => {
        served.once('close', resolve)
      })
      served.kill('SIGTERM')
      expect(await ended).toBe(0)
      expect(await desk('messages', 'list')).toMatchObject({ answer: { messages: [{ text: 'hi', status: 'sent' }] } })
    } finally {
      await carrier.stop()
    }
  })
})

function firstLine(child: ReturnType<typeof startCli>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint += chunk
    })
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      if (said.includes('\n')) resolve(said.slice(0, said.indexOf('\n')))
    })
    child.once('close', (code) => reject(new Error(`ended with ${code} before it was ready: ${complaint}`)))
  })
}
