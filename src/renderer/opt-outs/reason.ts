/** Longest reason the host keeps as evidence, in UTF-16 units. */
export const REASON_LENGTH = 1_000
