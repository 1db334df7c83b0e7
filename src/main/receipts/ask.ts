import type { OpenedAccount } from '../accounts/service.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, CallStatusAnswer, StatusAnswer } from '../providers/types.ts'

/**
 * Asks a provider about one reference. Never throws: an adapter that breaks its promise gave no answer. Whatever an
 * answer calls it, it is about what was asked.
 */
export async function askAbout(
  { account, adapter }: OpenedAccount,
  ref: string,
  { adapterContext, log }: { adapterContext: AdapterContext; log: Log },
): Promise<StatusAnswer> {
  try {
    const answer = (await adapter.queryStatus?.(account, ref, adapterContext)) ?? { kind: 'not_found', message: '' }
    return answer.kind === 'receipt' ? { ...answer, receipt: { ...answer.receipt, ref } } : answer
  } catch (error) {
    log.error('receipts.adapter_threw', error, { account: account.id })
    return { kind: 'failed', code: 'unexpected', message: '' }
  }
}

/**
 * Asks a provider about a whole call, by the call's own reference. Never throws: an adapter that breaks its promise gave no answer.
 * Whatever an answer calls a text's receipt, it is about that text.
 */
export async function askAboutCall(
  { account, adapter }: OpenedAccount,
  callRef: string,
  { adapterContext, log }: { adapterContext: AdapterContext; log: Log },
): Promise<CallStatusAnswer> {
  try {
    const answer = (await adapter.queryCall?.(account, callRef, adapterContext)) ?? { kind: 'not_found', message: '' }
    if (answer.kind !== 'texts') return answer
    const texts = answer.texts.map((text) => ({ ...text, receipt: text.receipt === null ? null : { ...text.receipt, ref: text.ref } }))
    return { ...answer, texts }
  } catch (error) {
    log.error('receipts.adapter_threw', error, { account: account.id })
    return { kind: 'failed', code: 'unexpected', message: '' }
  }
}
