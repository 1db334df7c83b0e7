/** Languages the screens are in, by their BCP 47 codes. English is the one that is always complete. */
export const LANGUAGES = ['en', 'sv', 'nl'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a person chose: a language, or that of the computer. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

function isLanguage(code: string): code is Language {
  return LANGUAGES.some((language) => language === code)
}

/**
 * The language to show: the one chosen, else the first of the computer's that there is, else English.
 * @param preferred BCP 47 tags, best first, as in `navigator.languages`
 */
export function languageFor(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice
  for (const tag of preferred) {
    const code = tag.split('-')[0]?.toLowerCase() ?? ''
    if (isLanguage(code)) return code
  }
  return 'en'
}

/**
 * The tag by which dates and numbers are written: the person's own variety of the language where the computer knows one
 * (`en-GB`, `nl-BE`), else the language as such.
 * @param preferred BCP 47 tags, best first
 */
export function formatTagFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.split('-')[0]?.toLowerCase() === language) ?? language
}
