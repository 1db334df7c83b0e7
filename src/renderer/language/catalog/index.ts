import type { Language } from '../../../shared/language.ts'
import type { catalog as english } from './en/index.ts'

/** The keys of English, with the words of any language. */
export type Translated<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]> }

/** English, which says what there is to be translated and with which arguments. */
export type English = typeof english
export type Catalog = Translated<English>

/** The words of a language; each is loaded when it is first wanted. */
export async function loadCatalog(language: Language): Promise<Catalog> {
  switch (language) {
    case 'en':
      return (await import('./en/index.ts')).catalog
    case 'sv':
      return (await import('./sv/index.ts')).catalog
    case 'nl':
      return (await import('./nl/index.ts')).catalog
  }
}
