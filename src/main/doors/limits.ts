/**
 * Longest message a door answers, in UTF-16 units of its text or bytes of its binary form. The longest call of the
 * contract, one piece of an import file, is half of this.
 */
export const MAX_MESSAGE = 1_048_576

/** A message beyond this is not even answered: the connection is closed. */
export const MAX_MESSAGE_BEFORE_CLOSE = 4 * MAX_MESSAGE

/** Calls of one connection that may be under way at once. Event streams count until their first event only. */
export const MAX_CALLS_IN_FLIGHT = 128

/** Event streams one connection may hold open. A window holds one. */
export const MAX_STREAMS = 16

/** Bytes that may wait for a connection that does not read, before it is closed. */
export const MAX_UNREAD_BYTES = 64 * MAX_MESSAGE
