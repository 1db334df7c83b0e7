import { createTranslator, useLocale, useTranslations } from 'use-intl'
import type { Language } from '../../shared/language.ts'
import type { Catalog, English } from './catalog/index.ts'

declare module 'use-intl' {
  interface AppConfig {
    Locale: string
    /** English, so that keys and arguments are checked where words are used. */
    Messages: English
  }
}

/** An area of the catalog. */
export type Area = keyof English

/** The words of an area: called with a key and its arguments they answer a string, by `rich` with elements inside. */
export type Words<Name extends Area> = ReturnType<typeof useTranslations<Name>>

/** The words of an area in the language of the window. */
export const useWords: <Name extends Area>(area: Name) => Words<Name> = useTranslations

/** The tag by which dates and numbers are written in this window. */
export const useFormatTag: () => string = useLocale

/** The words of an area outside of a window. A message that cannot be made is a bug and throws. */
export function createWords<Name extends Area>(catalog: Catalog, area: Name, formatTag: Language | (string & {})): Words<Name> {
  return createTranslator({
    locale: formatTag,
    messages: catalog as unknown as English,
    namespace: area,
    onError(error) {
      throw error
    },
  }) as Words<Name>
}
