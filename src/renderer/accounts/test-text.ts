import type { Account } from '../../shared/contract/accounts.ts'
import type { Message } from '../../shared/contract/messages.ts'
import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import type { Tone } from '../components/Chip.tsx'
import { atStart, nameInSentence } from './form.ts'
import { statusWords } from '../inbox/thread/statusWords.ts'

/** What a test text says, unless the person writes something else. */
export const TEST_TEXT = 'Test from SMS Desk'

/** How far a test text has come, for its sender. */
export interface TestProgress {
  /** A word or two. */
  words: string
  tone: Tone
  /** What it means and what to do about it, in sentences; empty when the words say it all. */
  detail: string
  /** Nothing more is to be expected. */
  isFinal: boolean
  /** It has not gone out: it can be taken back. */
  canBeTakenBack: boolean
}

/** What became of a test text so far. `now` in ms UTC. */
export function testProgress(
  message: Message,
  account: Pick<Account, 'status' | 'pause' | 'provider' | 'providerName' | 'config'>,
  capabilities: Pick<ProviderCapabilities, 'receiptsByHook' | 'statusQuery'>,
  now: number,
  locale?: string,
): TestProgress {
  const name = nameInSentence(account)
  const status = statusWords(message, now, locale)
  const reason = message.error?.message ?? ''
  const told = { words: status.words, tone: status.tone, detail: reason, isFinal: false, canBeTakenBack: false }
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
        detail: isTold
          ? `${atStart(name)} took it. Whether it arrived is shown here as soon as ${name} says so.`
          : `${atStart(name)} took it and says nothing more: your phone shows whether it arrived.`,
        isFinal: !isTold,
      }
    }
    case 'delivered':
      return { ...told, detail: 'It arrived: this account works.', isFinal: true }
    case 'unconfirmed':
      return { ...told, detail: `${reason === '' ? 'It is not known whether it went out.' : reason} Your phone shows it.`, isFinal: true }
    case 'cancelled':
      return { ...told, detail: 'It was not sent and costs nothing.', isFinal: true }
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
