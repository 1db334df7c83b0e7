import type { DeskStatus, SecretsKind } from '../../shared/contract/desk.ts'

/** A place keys are kept in: as a name, and in the middle of a sentence. */
export interface KeysWords {
  name: string
  place: string
}

const WORDS: Record<SecretsKind, KeysWords> = {
  keychain: { name: 'This computer’s keychain', place: 'this computer’s keychain' },
  vault: { name: 'An encrypted file', place: 'an encrypted file' },
  memory: { name: 'In memory only', place: 'in memory only' },
}

/** Words for where keys are kept on this computer. */
export function keysWords(secrets: Pick<DeskStatus['secrets'], 'kind'>): KeysWords {
  return WORDS[secrets.kind]
}

/** What it means that keys are kept there, and why there, as sentences. The host's reason already says it where there is one. */
export function keysSentence({ kind, reason }: DeskStatus['secrets']): string {
  switch (kind) {
    case 'keychain':
      return 'Passwords and tokens are kept by the operating system, under your login. SMS Desk writes them nowhere else.'
    case 'vault':
      return `${reason ?? 'Your keys are kept in an encrypted file in the data folder.'} You are asked for its passphrase when SMS Desk starts.`
    case 'memory':
      return reason ?? 'Passwords and tokens are forgotten when SMS Desk closes, and must be entered again.'
  }
}

/** Shortest passphrase the host takes, in characters. */
export const PASSPHRASE_LENGTH = 8

/** What is wrong with a new passphrase typed twice, by field; empty when it may be used. */
export function passphraseProblems(passphrase: string, again: string): { passphrase?: string; again?: string } {
  if (passphrase.length < PASSPHRASE_LENGTH)
    return { passphrase: `Use at least ${PASSPHRASE_LENGTH} characters. A few words in a row are easy to remember and hard to guess.` }
  if (passphrase !== again) return { again: 'The two are not the same. Type it once more.' }
  return {}
}
