import type { DeskStatus } from '../../shared/contract/desk.ts'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import type { Words } from '../language/words.ts'

/** A place keys are kept in: as a name, and in the middle of a sentence. */
export interface KeysWords {
  name: string
  place: string
}

/** Words for where keys are kept on this computer. */
export function keysWords(words: Words<'keys'>, { kind }: Pick<DeskStatus['secrets'], 'kind'>): KeysWords {
  return { name: words(`places.${kind}`), place: words(`placesInSentence.${kind}`) }
}

/** What it means that keys are kept there, and why there, as sentences. The host's reason already says it where there is one. */
export function keysSentence(words: Words<'keys'>, say: SaySentence, { kind, reason }: DeskStatus['secrets']): string {
  switch (kind) {
    case 'keychain':
      return words('keychainMeans')
    case 'vault':
      return reason === null ? words('vaultMeans') : words('vaultBecause', { reason: say(reason) })
    case 'memory':
      return reason === null ? words('memoryMeans') : say(reason)
  }
}

/** Shortest passphrase the host takes, in characters. */
export const PASSPHRASE_LENGTH = 8

/** What is wrong with a new passphrase typed twice, by field; empty when it may be used. */
export function passphraseProblems(words: Words<'keys'>, passphrase: string, again: string): { passphrase?: string; again?: string } {
  if (passphrase.length < PASSPHRASE_LENGTH) return { passphrase: words('vault.tooShort', { length: PASSPHRASE_LENGTH }) }
  if (passphrase !== again) return { again: words('vault.different') }
  return {}
}
