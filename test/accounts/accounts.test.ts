import { describe, expect, test } from 'vitest'
import { account as accountSchema } from '../../src/shared/contract/accounts.ts'
import type { Change } from '../../src/shared/contract/desk.ts'
import { createAccountService } from '../../src/main/accounts/service.ts'
import { createTestSecrets } from '../support/memory-secrets.ts'
import { openTestDesk } from '../support/open-store.ts'
import { createTestProvider, registryOf } from '../support/test-provider.ts'

const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)
const GIVEN = { provider: 'test', name: 'Front desk', config: { sender: 'Clinic' }, secrets: { token: 'tok-right' } }

async function startDesk(provider = createTestProvider()) {
  const { store, db } = await openTestDesk({ now: () => NOW })
  const secrets = createTestSecrets()
  const changes: Change[] = []
  let wakes = 0
  const make = () =>
    createAccountService({
      store,
      secrets,
      providers: registryOf(provider),
      events: { changed: (...given) => void changes.push(...given) },
      now: () => NOW,
      wakeOutbox: () => {
        wakes += 1
      },
      defaultCountry: () => Promise.resolve('SE'),
      adapterContext: { http: { request: () => Promise.reject(new Error('no network')), close: () => Promise.resolve() }, now: () => NOW },
    })
  return { store, db, secrets, changes, accounts: make(), restart: make, wakes: () => wakes }
}

type Desk = Awaited<ReturnType<typeof startDesk>>

/** A message of an account in the given status. */
function putMessage({ db }: Desk, accountId: string, status: string): void {
  const suffix = String(db.prepare('SELECT count(*) FROM messages').pluck().get()).padStart(12, '0')
  const conversation = `00000000-0000-7000-8000-${suffix}`
  db.prepare('INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, ?, 1, 1)').run(
    conversation,
    `+46701740${suffix.slice(-3)}`,
    'number',
  )
  db.prepare(
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
     VALUES (?, ?, ?, 'outbound', '+46701740605', 'Clinic', 'Hello', 1, ?, 1, 1)`,
  ).run(`00000000-0000-7000-9000-${suffix}`, conversation, accountId, status)
}

describe('adding an account', () => {
  test('keeps the configuration in the database and the secrets in the secret store', async () => {
    const desk = await startDesk()
    const added = await desk.accounts.add({ ...GIVEN, secrets: { token: 'tok-right\n', pin: '' } })

    expect(accountSchema.parse(added)).toEqual(added)
    expect(added).toMatchObject({
      name: 'Front desk',
      provider: 'test',
      providerName: 'Test Provider',
      config: { sender: 'Clinic' },
      secretsSet: { token: true, pin: false },
      status: 'active',
      pause: null,
      waiting: 0,
      createdAt: NOW,
    })
    expect([...desk.secrets.values]).toEqual([[`${added.id}/token`, 'tok-right']])
    expect(JSON.stringify(desk.db.prepare('SELECT * FROM accounts').all())).not.toContain('tok-right')
    expect(desk.changes).toEqual([{ topic: 'accounts' }, { topic: 'desk' }])
    expect(await desk.accounts.list()).toEqual([added])
  })

  test('gives each account a hook address with 256 random bits', async () => {
    const { accounts } = await startDesk()
    const one = await accounts.add(GIVEN)
    const other = await accounts.add({ ...GIVEN, name: 'Other' })
    expect(one.hookPath).toMatch(new RegExp(`^/hooks/${one.id}/[\\w-]{43}$`))
    expect(one.hookPath.split('/')[3]).not.toBe(other.hookPath.split('/')[3])
  })

  test.each([
    ['an unknown provider', { provider: 'nobody' }, 'provider_unknown'],
    ['an unknown setting', { config: { sender: 'Clinic', colour: 'red' } }, 'account_field_unknown'],
    ['a setting that is part of JavaScript', { config: { sender: 'Clinic', constructor: 'x' } }, 'account_field_unknown'],
    ['a missing setting', { config: {} }, 'account_field_missing'],
    ['a blank setting', { config: { sender: '  ' } }, 'account_field_missing'],
    ['a setting the provider refuses', { config: { sender: 'Bad' } }, 'account_config_invalid'],
    ['an unknown secret', { secrets: { token: 'tok-right', key: 'x' } }, 'account_field_unknown'],
    ['a missing secret', { secrets: {} }, 'secret_missing'],
    ['an empty secret', { secrets: { token: '\n' } }, 'secret_missing'],
  ])('is refused with %s, and nothing is kept', async (_case, change, code) => {
    const desk = await startDesk()
    await expect(desk.accounts.add({ ...GIVEN, ...(change as object) })).rejects.toMatchObject({ name: 'Refused', code })
    expect(desk.db.prepare('SELECT count(*) FROM accounts').pluck().get()).toBe(0)
    expect(desk.secrets.values.size).toBe(0)
  })

  test('is refused under a name that differs from another only in case, in any alphabet', async () => {
    const { accounts } = await startDesk()
    await accounts.add({ ...GIVEN, name: 'Åsas Växel' })
    await expect(accounts.add({ ...GIVEN, name: 'åsas växel' })).rejects.toMatchObject({ code: 'account_name_taken' })
    await expect(accounts.add({ ...GIVEN, name: 'ÅSAS VÄXEL'.normalize('NFD') })).rejects.toMatchObject({ code: 'account_name_taken' })
  })

  test('two adds of one name at once make one account, and the loser leaves no secret', async () => {
    const desk = await startDesk()
    const results = await Promise.allSettled([desk.accounts.add(GIVEN), desk.accounts.add(GIVEN)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(desk.secrets.values.size).toBe(1)
  })

  test('keeps nothing when a secret cannot be stored', async () => {
    const desk = await startDesk()
    desk.secrets.failOnSet = 'pin'
    await expect(desk.accounts.add({ ...GIVEN, secrets: { token: 'tok-right', pin: '1' } })).rejects.toMatchObject({
      code: 'secret_not_kept',
    })
    expect(desk.db.prepare('SELECT count(*) FROM accounts').pluck().get()).toBe(0)
    expect(desk.secrets.values.size).toBe(0)
    desk.secrets.failOnSet = null
    await expect(desk.accounts.add(GIVEN)).resolves.toMatchObject({ name: 'Front desk' })
  })
})

describe('an account that does not exist', () => {
  test('is refused by every operation', async () => {
    const { accounts } = await startDesk()
    const id = '00000000-0000-7000-8000-000000000001'
    const calls = [
      accounts.get(id),
      accounts.update({ id, name: 'X', config: {} }),
      accounts.setSecret({ id, key: 'token', value: 'x' }),
      accounts.remove(id),
      accounts.test(id),
      accounts.pause(id),
      accounts.resume(id),
      accounts.setRate({ id, rate: { count: 1, per: 'second' } }),
      accounts.setRate({ id, rate: null }),
      accounts.open(id),
    ]
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'account_not_found' })
  })
})

describe('changing an account', () => {
  test('replaces name and settings, and checks them as adding does', async () => {
    const { accounts } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    await accounts.add({ ...GIVEN, name: 'Other' })
    expect(await accounts.update({ id, name: 'FRONT DESK', config: { sender: 'Garage', note: '' } })).toMatchObject({
      name: 'FRONT DESK',
      config: { sender: 'Garage' },
    })
    await expect(accounts.update({ id, name: 'other', config: { sender: 'Garage' } })).rejects.toMatchObject({ code: 'account_name_taken' })
    await expect(accounts.update({ id, name: 'X', config: { sender: 'Bad' } })).rejects.toMatchObject({ code: 'account_config_invalid' })
    expect(await accounts.get(id)).toMatchObject({ name: 'FRONT DESK', config: { sender: 'Garage' } })
  })

  test('lets an account send again that was paused for a problem, when a setting or a secret changed', async () => {
    const { accounts, store, wakes } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    const pause = { id, code: 'wrong_token', message: 'The provider does not know this token.', at: NOW }

    await store.accounts.pause(pause)
    expect(await accounts.update({ id, name: 'New name', config: { sender: 'Clinic' } })).toMatchObject({ status: 'paused' })
    let before = wakes()
    expect(await accounts.update({ id, name: 'New name', config: { sender: 'Garage' } })).toMatchObject({ status: 'active', pause: null })
    expect(wakes()).toBe(before + 1)

    await store.accounts.pause(pause)
    before = wakes()
    expect(await accounts.setSecret({ id, key: 'token', value: 'tok-new' })).toMatchObject({ status: 'active', pause: null })
    expect(wakes()).toBe(before + 1)
  })

  test('leaves an account paused that a person paused', async () => {
    const { accounts } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    await accounts.pause(id)
    expect(await accounts.update({ id, name: 'X', config: { sender: 'Garage' } })).toMatchObject({ status: 'paused' })
    expect(await accounts.setSecret({ id, key: 'token', value: 'tok-new' })).toMatchObject({ status: 'paused' })
    expect(await accounts.resume(id)).toMatchObject({ status: 'active' })
  })

  test('refuses a secret the provider does not have', async () => {
    const { accounts } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    await expect(accounts.setSecret({ id, key: 'colour', value: 'x' })).rejects.toMatchObject({ code: 'account_field_unknown' })
  })
})

describe('a pause', () => {
  test('keeps its first reason and is announced once', async () => {
    const { accounts, store, changes } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    changes.length = 0
    expect(await store.accounts.pause({ id, code: 'no_credit', message: 'There is no credit left.', at: NOW })).toBe(true)
    expect(await store.accounts.pause({ id, code: 'wrong_token', message: 'Wrong token.', at: NOW + 1 })).toBe(false)
    expect((await accounts.pause(id)).pause).toEqual({ code: 'no_credit', message: 'There is no credit left.', at: NOW })
    expect(changes).toEqual([])
  })

  test('by a person is announced', async () => {
    const { accounts, changes } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    changes.length = 0
    expect(await accounts.pause(id)).toMatchObject({ status: 'paused', pause: { code: 'paused_by_person', at: NOW } })
    expect(changes).toEqual([{ topic: 'accounts' }, { topic: 'desk' }])
  })
})

describe('the rate of an account', () => {
  /** A provider that is known to take so many. */
  function withUsualRate(): ReturnType<typeof createTestProvider> {
    const provider = createTestProvider()
    const capabilities = { ...provider.descriptor.capabilities, defaultRate: { count: 10, per: 'second' as const } }
    return { ...provider, descriptor: { ...provider.descriptor, capabilities } }
  }

  test('is none where neither the provider nor a person names one', async () => {
    const { accounts } = await startDesk()
    expect(await accounts.add(GIVEN)).toMatchObject({ rate: null, rateIsDefault: true })
  })

  test('is the provider’s until a person chooses one, and again when that is taken back', async () => {
    const desk = await startDesk(withUsualRate())
    const { id } = await desk.accounts.add(GIVEN)
    const usual = { rate: { count: 10, per: 'second' }, rateIsDefault: true }
    expect(await desk.accounts.get(id)).toMatchObject(usual)

    desk.changes.length = 0
    const before = desk.wakes()
    const chosen = { rate: { count: 3, per: 'minute' }, rateIsDefault: false }
    expect(await desk.accounts.setRate({ id, rate: { count: 3, per: 'minute' } })).toMatchObject(chosen)
    expect(desk.changes).toEqual([{ topic: 'accounts' }, { topic: 'desk' }])
    // a faster rate lets more go at once
    expect(desk.wakes()).toBe(before + 1)
    expect(await desk.restart().get(id)).toMatchObject(chosen)

    expect(await desk.accounts.setRate({ id, rate: null })).toMatchObject(usual)
    expect(desk.wakes()).toBe(before + 2)
  })

  test('that equals the provider’s is still the person’s choice', async () => {
    const { accounts } = await startDesk(withUsualRate())
    const { id } = await accounts.add(GIVEN)
    expect(await accounts.setRate({ id, rate: { count: 10, per: 'second' } })).toMatchObject({ rateIsDefault: false })
  })

  test('is that account’s alone, stays when its settings change, and does not let a paused one send', async () => {
    const { accounts } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    const other = await accounts.add({ ...GIVEN, name: 'Other' })
    await accounts.pause(id)
    const rate = { count: 100, per: 'day' as const }
    expect(await accounts.setRate({ id, rate })).toMatchObject({ rate, status: 'paused' })
    expect(await accounts.update({ id, name: 'New', config: { sender: 'Garage' } })).toMatchObject({ rate, rateIsDefault: false })
    expect(await accounts.get(other.id)).toMatchObject({ rate: null, rateIsDefault: true })
  })

  test('of a removed account cannot be set', async () => {
    const { accounts } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    await accounts.remove(id)
    await expect(accounts.setRate({ id, rate: null })).rejects.toMatchObject({ code: 'account_not_found' })
  })
})

describe('removing an account', () => {
  test.each(['queued', 'sending'])('is refused while a message is %s', async (status) => {
    const desk = await startDesk()
    const { id } = await desk.accounts.add(GIVEN)
    putMessage(desk, id, 'delivered')
    putMessage(desk, id, status)
    await expect(desk.accounts.remove(id)).rejects.toMatchObject({ code: 'account_has_waiting_messages' })
    expect(await desk.accounts.get(id)).toMatchObject({ waiting: status === 'queued' ? 1 : 0, secretsSet: { token: true } })
  })

  test('keeps its messages, forgets its secrets, and frees its name', async () => {
    const desk = await startDesk()
    const { id } = await desk.accounts.add(GIVEN)
    putMessage(desk, id, 'delivered')
    await desk.accounts.remove(id)
    expect(await desk.accounts.list()).toEqual([])
    expect(desk.secrets.values.size).toBe(0)
    expect(desk.db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(1)
    await expect(desk.accounts.get(id)).rejects.toMatchObject({ code: 'account_not_found' })
    await expect(desk.accounts.add(GIVEN)).resolves.toMatchObject({ name: 'Front desk' })
  })

  test('keeps the account when its secrets cannot be removed', async () => {
    const desk = await startDesk()
    const { id } = await desk.accounts.add(GIVEN)
    desk.secrets.failOnRemove = true
    await expect(desk.accounts.remove(id)).rejects.toMatchObject({ code: 'secret_not_removed', retryable: true })
    expect(await desk.accounts.get(id)).toMatchObject({ secretsSet: { token: true } })
  })
})

describe('opening an account', () => {
  test('fills in defaults and reads the secrets afresh', async () => {
    const { accounts, secrets } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    secrets.values.set(`${id}/token`, 'tok-changed')
    expect(await accounts.open(id)).toMatchObject({
      name: 'Front desk',
      account: { id, config: { sender: 'Clinic', baseUrl: 'https://provider.example/' }, secrets: { token: 'tok-changed' } },
    })
  })

  test('is refused without a secret it needs, and the account then shows that it is missing', async () => {
    const { accounts, secrets } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    secrets.values.clear()
    await expect(accounts.open(id)).rejects.toMatchObject({ code: 'secret_missing' })
    expect(await accounts.get(id)).toMatchObject({ secretsSet: { token: false } })
    expect(await accounts.test(id)).toMatchObject({ ok: false, code: 'secret_missing' })
  })

  test('a list asks the keychain once for each secret', async () => {
    const desk = await startDesk()
    await desk.accounts.add(GIVEN)
    const restarted = desk.restart()
    await restarted.list()
    const reads = desk.secrets.reads
    await restarted.list()
    expect(desk.secrets.reads).toBe(reads)
  })

  test('a test connection answers in sentences', async () => {
    const { accounts } = await startDesk()
    const { id } = await accounts.add(GIVEN)
    expect(await accounts.test(id)).toEqual({ ok: true, code: 'connected', message: 'Connected to https://provider.example/.' })
    await accounts.setSecret({ id, key: 'token', value: 'tok-wrong' })
    expect(await accounts.test(id)).toMatchObject({ ok: false, code: 'wrong_token' })
  })
})
