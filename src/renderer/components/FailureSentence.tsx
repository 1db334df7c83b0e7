import { useCallback } from 'react'
import { sentenceFor } from '../host/problems.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'

/** Says any failed call in a sentence, in the language of the window. */
export function useFailureSentence(): (error: unknown) => string {
  const words = useWords('failures')
  const say = useHostSentences()
  return useCallback((error: unknown) => sentenceFor(words, say, error), [words, say])
}

/** A failed call as a sentence, for what is shown from outside of components. */
export function FailureSentence({ error }: { error: unknown }) {
  return useFailureSentence()(error)
}
