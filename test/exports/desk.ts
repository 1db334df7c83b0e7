import { createExportService, type ExportService } from '../../src/main/exports/service.ts'
import type { Db } from '../../src/main/store/operation.ts'
import type { ExportSelection } from '../../src/shared/contract/exports.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import { openTestDesk } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'

/** Now on these desks, ms UTC. */
export const NOW = Date.parse('2026-11-22T12:00:00Z')
export const GARAGE = '0190a000-0000-7000-8000-00000000000a'
export const SHOP = '0190a000-0000-7000-8000-00000000000b'
export const MAJA = { number: '+46701740605', conversation: idOf('c', 1) }
export const KARL = { number: '+46701740606', conversation: idOf('c', 2) }

/** A message to put in; what is left out is a delivered text to Maja. */
export interface Given {
  at: number
  text?: string
  status?: MessageStatus
  peer?: typeof MAJA
  account?: string
  refs?: readonly string[]
  kind?: 'text' | 'missed_call'
}

/** A store with two accounts and two conversations, messages put in as rows, and the export on it. */
export async function givenExports(): Promise<{
  db: Db
  exports: ExportService
  pieces: string[]
  put(given: readonly Given[]): void
  file(selection?: ExportSelection): Promise<string>
}> {
  const { store, db } = await openTestDesk({ now: () => NOW })
  const account = db.prepare(
    `INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES (?, ?, 'connectel', '{}', ?, 'active', 1, 1)`,
  )
  account.run(GARAGE, 'Garage', 'g')
  account.run(SHOP, 'Shop', 's')
  const conversation = db.prepare(`INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, 'number', 1, 1)`)
  for (const { number, conversation: id } of [MAJA, KARL]) conversation.run(id, number)
  let put = 0
  const exports = createExportService({ store, settings: { get: () => Promise.resolve(TEST_SETTINGS) }, pdf: undefined, now: () => NOW })
  const pieces: string[] = []
  return {
    db,
    exports,
    pieces,
    put(given) {
      const message = db.prepare(
        `INSERT INTO messages (id, kind, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, error_code, error_message, created_at)
         VALUES (@id, @kind, @conversation, @account, @direction, @recipient, @sender, @text, 1, @status, @at, @code, @error, @at)`,
      )
      const ref = db.prepare('INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?)')
      db.transaction(() => {
        for (const {
          at,
          text = 'Hello',
          status = 'delivered',
          peer = MAJA,
          account: through = GARAGE,
          refs = [],
          kind = 'text',
        } of given) {
          put += 1
          const id = idOf('a', put)
          const inbound = status === 'received'
          const failed = status === 'failed'
          const ends = inbound
            ? { direction: 'inbound', recipient: 'Garage', sender: peer.number }
            : { direction: 'outbound', recipient: peer.number, sender: 'Garage' }
          const error = { code: failed ? 'number_unknown' : null, error: failed ? 'The number does not exist.' : null }
          message.run({ id, kind, at, text, status, conversation: peer.conversation, account: through, ...ends, ...error })
          for (const one of refs) ref.run(through, one, id)
        }
      })()
    },
    /** The whole file, piece after piece. */
    async file(selection = {}) {
      pieces.length = 0
      let after: string | undefined
      for (;;) {
        const piece = await exports.csv({ ...selection, zone: 'Europe/Stockholm', ...(after === undefined ? {} : { after }) })
        pieces.push(piece.text)
        if (piece.next === null) return pieces.join('')
        after = piece.next
      }
    },
  }
}

function idOf(kind: string, number: number): string {
  return `0190a000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`
}
