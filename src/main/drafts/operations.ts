import type { StoredDraft } from '../../shared/contract/drafts.ts'
import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Key of the text to somebody new. */
const NEW = 'new'

interface DraftRow {
  key: string
  text: string
  account_id: string | null
  asked: string | null
  taken_back: string
  recipients: string
}

const COLUMNS = 'key, text, account_id, asked, taken_back, recipients'

/** SQL of texts half written. */
export const draftOperations = {
  get(db: Db, input: { key: string }): StoredDraft | null {
    const row = statement<[string], DraftRow>(db, `SELECT ${COLUMNS} FROM drafts WHERE key = ?`).get(input.key)
    return row === undefined ? null : view(row)
  },

  /**
   * Keeps a draft in place of the one before; one with nothing in it goes.
   * @throws Refused `conversation_not_found`
   */
  save(db: Db, input: { key: string; draft: StoredDraft; now: number }): { kept: boolean } {
    return db
      .transaction(() => {
        const { key } = input
        if (key !== NEW && statement(db, 'SELECT 1 FROM conversations WHERE id = ?').get(key) === undefined) {
          throw new Refused('conversation_not_found', 'This conversation is not here any more.')
        }
        return { kept: write(db, input) }
      })
      .immediate()
  },
}

/**
 * Lets go of the drafts whose wish was just queued, in the caller's transaction: whatever becomes of the window that asked,
 * what went out is not offered as half written again. What was written on top of it since stays.
 * @returns keys of the drafts it changed
 */
export function clearAskedDrafts(db: Db, requestId: string, now: number): string[] {
  const rows = statement<[string], DraftRow>(db, `SELECT ${COLUMNS} FROM drafts WHERE asked_request_id = ?`).all(requestId)
  for (const row of rows) {
    const draft = view(row)
    const isSame = draft.text === draft.asked?.text
    const rest = { ...draft, asked: null }
    write(db, { key: row.key, draft: isSame ? { ...rest, text: '', accountId: null, recipients: [] } : rest, now })
  }
  return rows.map(({ key }) => key)
}

/** @returns whether something is kept */
function write(db: Db, { key, draft, now }: { key: string; draft: StoredDraft; now: number }): boolean {
  if (isEmpty(draft)) {
    statement(db, 'DELETE FROM drafts WHERE key = ?').run(key)
    return false
  }
  statement(
    db,
    `INSERT INTO drafts (key, conversation_id, text, account_id, asked, asked_request_id, taken_back, recipients, updated_at)
     VALUES (@key, @conversationId, @text, @accountId, @asked, @requestId, @takenBack, @recipients, @now)
     ON CONFLICT (key) DO UPDATE SET text = excluded.text, account_id = excluded.account_id, asked = excluded.asked,
       asked_request_id = excluded.asked_request_id, taken_back = excluded.taken_back, recipients = excluded.recipients,
       updated_at = excluded.updated_at`,
  ).run({
    key,
    conversationId: key === NEW ? null : key,
    text: draft.text,
    accountId: draft.accountId,
    asked: draft.asked === null ? null : JSON.stringify(draft.asked),
    requestId: draft.asked?.requestId ?? null,
    takenBack: JSON.stringify(draft.takenBack),
    recipients: JSON.stringify(draft.recipients),
    now,
  })
  return true
}

function isEmpty({ text, accountId, asked, takenBack, recipients }: StoredDraft): boolean {
  return text === '' && accountId === null && asked === null && takenBack.length === 0 && recipients.length === 0
}

function view(row: DraftRow): StoredDraft {
  return {
    text: row.text,
    accountId: row.account_id,
    asked: row.asked === null ? null : (JSON.parse(row.asked) as StoredDraft['asked']),
    takenBack: JSON.parse(row.taken_back) as string[],
    recipients: JSON.parse(row.recipients) as StoredDraft['recipients'],
  }
}
