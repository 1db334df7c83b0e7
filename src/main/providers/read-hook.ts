import type { HookFields } from './hook-fields.ts'
import { readHookContent } from './hook-fields.ts'
import type { HookReading, HookRequest, InboundReading, MissedCallReading, ReceiptReading } from './types.ts'

/** What one statement of a hook request says. */
export type HookStatement =
  | { kind: 'receipt'; receipt: ReceiptReading }
  | { kind: 'inbound'; inbound: InboundReading }
  | { kind: 'missed_call'; call: MissedCallReading }
  /** Understood, and there is nothing to apply. */
  | { kind: 'nothing'; detail: string }
  | { kind: 'unreadable'; detail: string }

/** What an empty request means: providers check addresses so. */
const CHECKED: HookReading = { kind: 'nothing', detail: 'A check of the address.' }

/**
 * Reads a hook request, as JSON, form or query, one statement or a list of them. Of a list, what can be read is taken:
 * repeating it would not make the rest any better. Never throws if `readStatement` does not.
 */
export function readHookRequest(request: HookRequest, readStatement: (fields: HookFields) => HookStatement): HookReading {
  if (request.method === 'HEAD') return CHECKED
  const content = readHookContent(request)
  if (content.kind === 'unreadable') return content
  if (content.kind === 'empty') return request.method === 'GET' ? CHECKED : { kind: 'unreadable', detail: 'The request is empty.' }
  if (content.statements.length === 0) return { kind: 'nothing', detail: 'An empty list.' }

  const receipts: ReceiptReading[] = []
  const inbound: InboundReading[] = []
  const missedCalls: MissedCallReading[] = []
  let problem: string | null = null
  let nothing: string | null = null
  for (const fields of content.statements) {
    const statement = readStatement(fields)
    switch (statement.kind) {
      case 'receipt':
        receipts.push(statement.receipt)
        break
      case 'inbound':
        inbound.push(statement.inbound)
        break
      case 'missed_call':
        missedCalls.push(statement.call)
        break
      case 'nothing':
        nothing ??= statement.detail
        break
      case 'unreadable':
        problem ??= statement.detail
        break
    }
  }
  if (receipts.length + inbound.length + missedCalls.length > 0) {
    return { kind: 'read', receipts, inbound, ...(missedCalls.length === 0 ? {} : { missedCalls }) }
  }
  return problem === null ? { kind: 'nothing', detail: nothing ?? 'Nothing to apply.' } : { kind: 'unreadable', detail: problem }
}

/** What an adapter read of one statement: a receipt, a text, or a sentence why it is neither. */
export function statementOf(read: ReceiptReading | InboundReading | string): HookStatement {
  if (typeof read === 'string') return { kind: 'unreadable', detail: read }
  return 'ref' in read ? { kind: 'receipt', receipt: read } : { kind: 'inbound', inbound: read }
}
