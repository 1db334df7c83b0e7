import type { ReplyRules } from '../../shared/contract/replies.ts'
import { DEFAULT_REPLY_RULES } from '../../shared/replies/defaults.ts'
import { keywordsOf, type Keywords } from '../../shared/replies/keywords.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** The rules in force, ready to be asked. */
export interface RulesInForce {
  keywords: Keywords
  texts: ReplyRules['texts']
}

/** The words of 17 languages are put together once, not for every text; what is kept goes by the setting they were made of. */
const inForce = new WeakMap<Db, { setting: string | null; rules: RulesInForce }>()

/** The rules in force: one look into the settings, within the transaction that receives a text. */
export function rulesInForce(db: Db): RulesInForce {
  const row = statement<[], { value: string }>(db, `SELECT value FROM settings WHERE key = 'replies'`).get()
  const setting = row?.value ?? null
  const known = inForce.get(db)
  if (known !== undefined && known.setting === setting) return known.rules
  const kept: ReplyRules = setting === null ? DEFAULT_REPLY_RULES : JSON.parse(setting)
  const rules = { keywords: keywordsOf(kept), texts: kept.texts }
  inForce.set(db, { setting, rules })
  return rules
}
