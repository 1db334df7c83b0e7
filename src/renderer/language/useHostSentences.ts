import { createContext, useContext } from 'react'
import type { SaySentence } from './host-sentences/createHostSentences.ts'

/** Says what the host said in the language of the window; as it came where there is none. */
export const HostSentencesContext = createContext<SaySentence>((sentence) => sentence)

/** {@link SaySentence} for the language of the window: `say(problem.message)`. */
export const useHostSentences = (): SaySentence => useContext(HostSentencesContext)
