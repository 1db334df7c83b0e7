import type { HookReading, HookRequest, ProviderAdapter, ProviderRegistry } from '../../src/main/providers/types.ts'
import { Refused } from '../../src/main/app/refused.ts'
import type { ReceiptStatus } from '../../src/shared/messages/status.ts'
import { RECEIPT_STATUSES } from '../../src/shared/messages/status.ts'

/**
 * A provider of our own making with every trait that accounts and the listener have to deal with. Its hooks:
 * `report=REF&status=delivered` (with `to=…` where it names the recipient, `shared=1` where the reference is that of a
 * call, `part=1/2` where it is about a part), `call=ID&from=…&to=…` for a missed call, or `from=…&to=…&text=…&id=…` as JSON, form or query; `refuse` is rejected,
 * `ping` says nothing, `crash` makes the adapter throw, and anything else is unreadable.
 */
export function createTestProvider(overrides: Partial<ProviderAdapter> = {}): ProviderAdapter {
  return {
    descriptor: {
      id: 'test',
      name: 'Test Provider',
      summary: 'For tests.',
      configFields: [
        { key: 'sender', label: 'Sender', help: 'What people see.', required: true, kind: 'sender' },
        {
          key: 'baseUrl',
          label: 'Address',
          help: 'Where it answers.',
          required: true,
          defaultValue: 'https://provider.example/',
          kind: 'url',
        },
        { key: 'note', label: 'Note', help: 'For you.', required: false, kind: 'text' },
      ],
      secretFields: [
        { key: 'token', label: 'API token', help: 'From its website.', required: true, kind: 'text' },
        { key: 'pin', label: 'PIN', help: 'If it has one.', required: false, kind: 'text' },
      ],
      capabilities: {
        text: { maxUnits: 1_600, maxParts: null, partsNote: null },
        recipients: null,
        missedCalls: false,
        voiceCode: null,
        providerSchedule: null,
        receiptsByHook: true,
        statusQuery: false,
        inbound: true,
        batchSize: 1,
        defaultRate: null,
        freeConnectionTest: true,
      },
      hookAddresses: [{ label: 'Reports and replies', suffix: '', instructions: 'Paste the address into its website.' }],
      presets: [],
    },
    checkConfig(config): Record<string, string> {
      return config.sender === 'Bad' ? { sender: 'The sender may not be “Bad”.' } : {}
    },
    senderOf: (config) => config.sender ?? '',
    checkMessage: () => null,
    send: () => Promise.reject(new Error('not used')),
    sendBatch: null,
    readHook: (_account, request) => readHook(request),
    secretFieldNames: ['authorization', 'token'],
    queryStatus: null,
    testConnection: (account) =>
      Promise.resolve(
        account.secrets.token === 'tok-right'
          ? { ok: true, code: 'connected', message: `Connected to ${account.config.baseUrl ?? ''}.` }
          : { ok: false, code: 'wrong_token', message: 'The provider does not know this token. Copy it again.' },
      ),
    ...overrides,
  }
}

/** A registry of just these providers. */
export function registryOf(...adapters: ProviderAdapter[]): ProviderRegistry {
  return {
    list: () => adapters,
    get(id) {
      const found = adapters.find((adapter) => adapter.descriptor.id === id)
      if (found === undefined) throw new Refused('provider_unknown', 'No such provider.')
      return found
    },
  }
}

function readHook(request: HookRequest): HookReading {
  const fields = readFields(request)
  if (fields === null) return { kind: 'unreadable', detail: 'It is no object.' }
  if (fields.has('crash')) throw new Error('a fault of the adapter')
  if (fields.has('refuse')) return { kind: 'rejected', detail: 'It carries the wrong token.' }
  if (fields.has('ping')) return { kind: 'nothing', detail: 'The provider checked the address.' }
  const reports = (fields.get('report') ?? '').split(',').filter((ref) => ref !== '')
  if (reports.length > 0) {
    const word = fields.get('status') ?? ''
    const status: ReceiptStatus = RECEIPT_STATUSES.find((known) => known === word) ?? 'unknown'
    const to = fields.get('to')
    const [number, of] = (fields.get('part') ?? '').split('/').map(Number)
    const receipts = reports.map((ref) => ({
      ref,
      status,
      rawStatus: word,
      detail: null,
      ...(to === undefined ? {} : { to }),
      ...(fields.has('shared') ? { shared: true as const } : {}),
      ...(number === undefined || of === undefined ? {} : { part: { number, of } }),
    }))
    return { kind: 'read', receipts, inbound: [] }
  }
  const call = fields.get('call')
  if (call !== undefined) {
    const missed = { key: call, from: fields.get('from') ?? '', to: fields.get('to') ?? '', at: null }
    return { kind: 'read', receipts: [], inbound: [], missedCalls: [missed] }
  }
  const from = fields.get('from')
  if (from === undefined) return { kind: 'unreadable', detail: 'It has neither a report nor a sender.' }
  const inbound = { key: fields.get('id') ?? null, from, to: fields.get('to') ?? '', text: fields.get('text') ?? '' }
  return { kind: 'read', receipts: [], inbound: [inbound] }
}

function readFields(request: HookRequest): Map<string, string> | null {
  const text = request.body === '' ? request.query : request.body
  if (!text.trimStart().startsWith('{')) return new Map(new URLSearchParams(text))
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) return null
    // A careless adapter: what a hostile body can do to this one, it can do to others.
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(parsed)) copy[key] = (parsed as Record<string, unknown>)[key]
    const entries: [string, string][] = []
    for (const key in copy) entries.push([key, String(copy[key])])
    return new Map(entries)
  } catch {
    return null
  }
}
