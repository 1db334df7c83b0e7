import { useFailureSentence } from '../components/FailureSentence.tsx'
import { useWords } from '../language/words.ts'
import type { ImportProblem } from './session.ts'
import { problemWords } from './words.ts'

/** Says why nothing is imported, in a sentence. */
export function useProblemWords(): (problem: ImportProblem) => string {
  const words = useWords('importing')
  const sentenceOf = useFailureSentence()
  return (problem) => (problem.kind === 'failed' ? sentenceOf(problem.error) : problemWords(words, problem))
}
