import type { Language } from '../../../shared/language.ts'

/**
 * Sentences that the host makes in English, with what they are in another language. Values have places: `{name}` stays as it
 * came; `{reason:sentence}` is said in its turn; {@link PlaceKind} names the other kinds. The translation has the same places,
 * by name only. A sentence that code makes in two forms (1 text, 3 texts) is there in both.
 */
export type HostSentences = Readonly<Record<string, string>>

/** The sentences of the host in a language, by area; loaded when the language is first wanted. English needs none. */
export async function loadHostSentences(language: Language): Promise<readonly HostSentences[]> {
  switch (language) {
    case 'en':
      return []
    case 'sv':
      return (await import('./sv/index.ts')).areas
    case 'nl':
      return (await import('./nl/index.ts')).areas
  }
}
