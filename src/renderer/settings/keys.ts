import type { DeskStatus, SecretsKind } from '../../shared/contract/desk.ts'

/** Where keys are kept, in words: a short name, and a sentence on what that means. */
export interface KeysWords {
  name: string
  meaning: string
}

const WORDS: Record<SecretsKind, KeysWords> = {
  keychain: {
    name: 'This computer’s keychain',
    meaning: 'Passwords and tokens are kept by the operating system, under your login. SMS Desk writes them nowhere else.',
  },
  vault: {
    name: 'An encrypted file',
    meaning: 'Passwords and tokens are kept in an encrypted file in the data folder. You are asked for its passphrase when SMS Desk starts.',
  },
  memory: {
    name: 'In memory only',
    meaning: 'Passwords and tokens are forgotten when SMS Desk closes, and have to be typed again.',
  },
}

/** Words for where keys are kept on this computer. */
export function keysWords(secrets: Pick<DeskStatus['secrets'], 'kind'>): KeysWords {
  return WORDS[secrets.kind]
}

/** Shortest passphrase the host takes, in characters. */
export const PASSPHRASE_LENGTH = 8

/** What is wrong with a new passphrase typed twice, by field; empty when it may be used. */
export function passphraseProblems(passphrase: string, again: string): { passphrase?: string; again?: string } {
  if (passphrase.length < PASSPHRASE_LENGTH) return { passphrase: `Use at least ${PASSPHRASE_LENGTH} characters. A few words in a row are easy to remember and hard to guess.` }
  if (passphrase !== again) return { again: 'The two are not the same. Type it once more.' }
  return {}
}
