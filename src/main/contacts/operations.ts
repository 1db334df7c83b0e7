/** SQL of this feature. Grows with it. */
export const contactOperations = {}
