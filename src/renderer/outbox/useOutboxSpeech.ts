import { useMemo } from 'react'
import { useTimes } from '../language/times.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import type { OutboxSpeech } from './message-words.ts'

/** What the words of the outbox are made with, in the language of the window. The same until that changes. */
export function useOutboxSpeech(): OutboxSpeech {
  const words = useWords('outbox')
  const times = useTimes()
  const say = useHostSentences()
  return useMemo(() => ({ words, times, say }), [words, times, say])
}
