import type { ReactNode } from 'react'
import type { Message } from '../../shared/contract/messages.ts'
import { useWords } from '../language/words.ts'

/** A message in a line, with who wrote it before its text: nothing for the other side. */
export function WrittenBy({
  message: { direction, automatic },
  children,
}: {
  message: Pick<Message, 'direction' | 'automatic'>
  children: ReactNode
}) {
  const words = useWords('messages')
  if (direction === 'inbound') return children
  return words.rich(automatic === null ? 'by.you' : 'by.itself', { text: () => children })
}
