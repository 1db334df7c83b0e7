import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createTimes } from '../../src/renderer/language/times.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import type { LaneSpeech } from '../../src/renderer/outbox/lane-words.ts'
import type { Language } from '../../src/shared/language.ts'

/** What words about messages are made with, by the time zone of this moment. @param tag by which dates and numbers are written */
export async function speechIn(language: Language, tag: string) {
  const catalog = await loadCatalog(language)
  return {
    words: createWords(catalog, 'messages', tag),
    times: createTimes(createWords(catalog, 'times', tag), tag),
    say: (sentence: string) => sentence,
  }
}

/** What the screen of the outbox makes its words with. @param tag by which dates and numbers are written */
export async function outboxSpeechIn(language: Language, tag: string): Promise<LaneSpeech> {
  const catalog = await loadCatalog(language)
  const { times, say } = await speechIn(language, tag)
  return { words: createWords(catalog, 'outbox', tag), lanes: createWords(catalog, 'lanes', tag), times, say }
}
