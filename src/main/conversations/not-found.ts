import { Refused } from '../app/refused.ts'

/** A conversation that was asked for is not there. */
export function conversationNotFound(): Refused {
  return new Refused('conversation_not_found', 'This conversation is not here any more.')
}
