import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { formatTagFor, languageFor, type Language } from '../../shared/language.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import { useHost } from '../host/HostProvider.tsx'
import type { Catalog, English } from './catalog/index.ts'
import { loadCatalog } from './catalog/index.ts'
import { createHostSentences } from './host-sentences/createHostSentences.ts'
import { loadHostSentences, type HostSentences } from './host-sentences/index.ts'
import { createTimes, TimesContext } from './times.ts'
import { HostSentencesContext } from './useHostSentences.ts'
import { useFormatTag, useWords } from './words.ts'

/** The words of the language chosen, once they are there; another choice shows the old ones until then. */
export function LanguageProvider({ first, children }: { first: LoadedLanguage; children: ReactNode }) {
  const { queries } = useHost()
  const choice = useQuery(queries.settings.get.queryOptions({ enabled: false, select: (settings) => settings.language })).data
  const [loaded, setLoaded] = useState(first)
  const wanted = choice === undefined ? loaded.language : languageFor(choice, navigator.languages)
  useEffect(() => {
    let current = true
    if (wanted === loaded.language) return
    async function change(): Promise<void> {
      const language = await loadLanguage(wanted)
      if (current) setLoaded(language)
    }
    void change()
    return () => {
      current = false
    }
  }, [wanted, loaded.language])
  useEffect(() => {
    document.documentElement.lang = loaded.language
    rememberLanguage(loaded.language)
  }, [loaded.language])
  const formatTag = formatTagFor(loaded.language, navigator.languages)
  const say = useMemo(() => createHostSentences(loaded.hostSentences, formatTag), [loaded.hostSentences, formatTag])
  return (
    <IntlProvider locale={formatTag} timeZone={ownZone()} messages={loaded.catalog as unknown as English}>
      <HostSentencesContext.Provider value={say}>
        <WithTimes>{children}</WithTimes>
      </HostSentencesContext.Provider>
    </IntlProvider>
  )
}

function WithTimes({ children }: { children: ReactNode }) {
  const words = useWords('times')
  const tag = useFormatTag()
  const times = useMemo(() => createTimes(words, tag), [words, tag])
  return <TimesContext.Provider value={times}>{children}</TimesContext.Provider>
}

/** A language with its words. */
export interface LoadedLanguage {
  language: Language
  catalog: Catalog
  /** What the host says in English, in this language. */
  hostSentences: readonly HostSentences[]
}

export async function loadLanguage(language: Language): Promise<LoadedLanguage> {
  const [catalog, hostSentences] = await Promise.all([loadCatalog(language), loadHostSentences(language)])
  return { language, catalog, hostSentences }
}

const REMEMBERED = 'sms-desk-language'

/** The language to begin with: the one shown last on this computer, so that a start does not flash. */
export function firstLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED)
  return languageFor('system', remembered === null ? navigator.languages : [remembered])
}

function rememberLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language)
}
