import type { OpenedAccount } from '../accounts/service.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, StatusAnswer } from '../providers/types.ts'

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
