import type { Account } from '../../shared/contract/accounts.ts'
import type { Message } from '../../shared/contract/messages.ts'
import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import type { Tone } from '../components/Chip.tsx'
import type { Times } from '../language/times.ts'
import type { Words } from '../language/words.ts'
import { atStart } from './form.ts'
import { statusWords } from '../inbox/thread/statusWords.ts'

/** How far a test text has come, for its sender. */
export interface TestProgress {
  /** A word or two. */
  status: string
  tone: Tone
  /** What it means and what to do about it, in sentences; empty when the words say it all. */
  detail: string
  /** Nothing more is to be expected. */
  isFinal: boolean
  /** It has not gone out: it can be taken back. */
  canBeTakenBack: boolean
}

/** What became of a test text so far. `now` in ms UTC. @param provider its name, as the middle of a sentence has it */
export function testProgress(
  words: Words<'accountTexts'>,
  messageWords: Words<'messages'>,
  times: Times,
  provider: string,
  message: Message,
  account: Pick<Account, 'status' | 'pause'>,
  capabilities: Pick<ProviderCapabilities, 'receiptsByHook' | 'statusQuery'>,
  now: number,
): TestProgress {
  const status = statusWords(messageWords, times, message, now)
  const reason = message.error?.message ?? ''
  const told = { status: status.words, tone: status.tone, detail: reason, isFinal: false, canBeTakenBack: false }
  switch (message.status) {
    case 'queued': {
      const isPaused = account.status === 'paused'
      const detail = reason !== '' ? reason : isPaused ? (account.pause?.message ?? '') : ''
      return { ...told, tone: detail === '' ? status.tone : 'warn', detail, canBeTakenBack: true }
    }
    case 'sent': {
      const isTold = capabilities.receiptsByHook || capabilities.statusQuery
      return {
        ...told,
        tone: isTold ? 'plain' : 'ok',
        detail: isTold ? words('test.told', { start: atStart(provider), provider }) : words('test.notTold', { start: atStart(provider) }),
        isFinal: !isTold,
      }
    }
    case 'delivered':
      return { ...told, detail: words('test.delivered'), isFinal: true }
    case 'unconfirmed':
      return { ...told, detail: reason === '' ? words('test.unconfirmed') : words('test.unconfirmedBecause', { reason }), isFinal: true }
    case 'cancelled':
      return { ...told, detail: words('test.cancelled'), isFinal: true }
    case 'undelivered':
    case 'expired':
    case 'failed':
      return { ...told, isFinal: true }
    case 'sending':
    case 'received':
      return told
  }
}

/** Where this computer remembers the number of the person who tests. */
const OWN_NUMBER_KEY = 'sms-desk-own-number'

/** The number that was tested with last; empty where there is none. */
export function ownNumber(): string {
  try {
    return localStorage.getItem(OWN_NUMBER_KEY) ?? ''
  } catch {
    return ''
  }
}

export function rememberOwnNumber(number: string): void {
  try {
    localStorage.setItem(OWN_NUMBER_KEY, number)
  } catch {
    // Then it is typed again the next time.
  }
}
