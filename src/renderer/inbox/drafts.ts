/** Draft key of the text to somebody new. That of a conversation is its id. */
export const NEW_DRAFT = 'new'
