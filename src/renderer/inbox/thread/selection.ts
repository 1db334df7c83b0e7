import { useCallback, useMemo, useState } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { comparePlaces } from '../../../shared/messages/place.ts'
import { messageWords } from '../../components/message-text.ts'
import type { Words } from '../../language/words.ts'

/** Messages a person picked to copy. They stay picked when the thread scrolls far away from them. */
export interface Selection {
  /** Picking is under way, though nothing may be picked yet. */
  isOn: boolean
  picked: ReadonlyMap<string, Message>
  begin(): void
  toggle(message: Message): void
  pickAll(messages: readonly Message[]): void
  end(): void
}

const NOTHING: ReadonlyMap<string, Message> = new Map()

export function useSelection(): Selection {
  const [isOn, setOn] = useState(false)
  const [picked, setPicked] = useState(NOTHING)
  const begin = useCallback(() => setOn(true), [])
  const toggle = useCallback((message: Message) => {
    setOn(true)
    setPicked((before) => {
      const after = new Map(before)
      if (!after.delete(message.id)) after.set(message.id, message)
      return after
    })
  }, [])
  const pickAll = useCallback((messages: readonly Message[]) => {
    setOn(true)
    setPicked(new Map(messages.map((message) => [message.id, message])))
  }, [])
  const end = useCallback(() => {
    setOn(false)
    setPicked(NOTHING)
  }, [])
  return useMemo(() => ({ isOn, picked, begin, toggle, pickAll, end }), [isOn, picked, begin, toggle, pickAll, end])
}

/**
 * What is copied: of one message its text, of several a line each with time and name, oldest first.
 * @param tag by which dates are written
 * @param them what the other side is called
 */
export function copiedWords(words: Words<'messages'>, tag: string, messages: readonly Message[], them: string): string {
  const [only] = messages
  if (only !== undefined && messages.length === 1) return messageWords(words, only) ?? ''
  const time = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  return messages
    .toSorted(comparePlaces)
    .map((message) => {
      const who =
        message.direction === 'inbound'
          ? them
          : message.automatic === null
            ? message.from
            : words('by.itselfFrom', { sender: message.from })
      return `${time.format(message.createdAt)} ${who}: ${messageWords(words, message) ?? ''}`
    })
    .join('\n')
}
