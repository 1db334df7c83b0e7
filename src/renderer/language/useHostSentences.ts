/** Says a sentence that the host made, in the language of the window; one that is not known stays as it came. */
export type SaySentence = (sentence: string) => string

const asItCame: SaySentence = (sentence) => sentence

/** {@link SaySentence} for the language of the window. */
export const useHostSentences = (): SaySentence => asItCame
