import type { ReceiptStatus } from '../../../shared/messages/status.ts'
import { RECEIPT_STATUSES } from '../../../shared/messages/status.ts'
import type { Config, Problems } from './config.ts'
import { note, read, take } from './config.ts'
import { readRule } from './rule.ts'
import type { Path } from './source.ts'
import { readPath } from './source.ts'
import type { WordTable } from './words.ts'
import { readWords } from './words.ts'

/** Where what comes to the hook stands in it (§7). Null for what is not set up. */
export interface HookSettings {
  list: Path | null
  receipt: { id: Path; status: Path; detail: Path | null; to: Path | null } | null
  inbound: { from: Path; text: Path; to: Path | null; id: Path | null; part: PartPaths | null } | null
  /** What tells a text from a customer from anything else; upper-case words as rules have them. */
  sign: Sign | null
  statusWords: WordTable<ReceiptStatus>
  sender: string
}

/** Where a part of a long text says which it is. */
interface PartPaths {
  ref: Path
  number: Path
  of: Path
}

interface Sign {
  path: Path
  words: readonly string[]
}

const PATHS = [
  'hookList',
  'receiptId',
  'receiptStatus',
  'receiptDetail',
  'receiptTo',
  'inboundFrom',
  'inboundText',
  'inboundTo',
  'inboundId',
] as const

const RECEIPT_NEEDS = 'A delivery report needs both: the field with the message id, and the field with the status.'

const INBOUND_NEEDS = 'A text from a customer needs both: the field with the number, and the field with the text.'

/** Reads what the hook needs and no more: a report is not lost because the account cannot send at the moment. Never throws. */
export function readHookSettings(config: Config): HookSettings {
  const path = (key: (typeof PATHS)[number]): Path | null => readHookPath(read(config, key))
  const words = readWords(read(config, 'statusWords'), RECEIPT_STATUSES)
  const [id, status, from, text] = [path('receiptId'), path('receiptStatus'), path('inboundFrom'), path('inboundText')]
  return {
    list: path('hookList'),
    receipt: id === null || status === null ? null : { id, status, detail: path('receiptDetail'), to: path('receiptTo') },
    inbound:
      from === null || text === null
        ? null
        : { from, text, to: path('inboundTo'), id: path('inboundId'), part: readPartPaths(read(config, 'inboundPart')) },
    sign: readSign(read(config, 'inboundSign')),
    statusWords: 'problem' in words ? new Map<string, ReceiptStatus>() : words.table,
    sender: read(config, 'sender'),
  }
}

/** Notes what keeps reports and texts from being read. */
export function noteHookProblems(config: Config, problems: Problems): void {
  for (const key of PATHS) {
    const text = read(config, key)
    if (text === '' || readHookPath(text) !== null) continue
    note(problems, key, 'Write the name of the field, such as status, or message.status where it stands inside another.')
  }
  const needs = (key: string, other: string, sentence: string): void => {
    if (read(config, key) === '' && read(config, other) !== '') note(problems, key, sentence)
  }
  needs('receiptId', 'receiptStatus', RECEIPT_NEEDS)
  needs('receiptStatus', 'receiptId', RECEIPT_NEEDS)
  needs('inboundFrom', 'inboundText', INBOUND_NEEDS)
  needs('inboundText', 'inboundFrom', INBOUND_NEEDS)
  if (read(config, 'inboundSign') !== '' && readSign(read(config, 'inboundSign')) === null) {
    note(problems, 'inboundSign', 'Write the name of a field, an equals sign, and what stands there, such as direction = inbound')
  }
  if (read(config, 'inboundPart') !== '' && readPartPaths(read(config, 'inboundPart')) === null) {
    note(problems, 'inboundPart', 'Write three fields with commas between them, such as concat-ref, concat-part, concat-total')
  }
  take(problems, 'statusWords', readWords(read(config, 'statusWords'), RECEIPT_STATUSES))
}

function readSign(raw: string): Sign | null {
  const rule = raw === '' ? null : readRule(raw)
  if (rule === null || 'problem' in rule || rule.source.kind !== 'json' || rule.source.path.includes('*')) return null
  return { path: rule.source.path, words: rule.words }
}

/** Three fields: what the parts have in common, which one this is, and how many there are. */
function readPartPaths(raw: string): PartPaths | null {
  const [ref, number, of, ...more] = raw.split(',').map((path) => readHookPath(path.trim()))
  if (!ref || !number || !of || more.length > 0) return null
  return { ref, number, of }
}

/** A hook is about one text at a time: lists go by `hookList`. */
function readHookPath(raw: string): Path | null {
  const path = readPath(raw)
  return path === null || path.includes('*') ? null : path
}
