import { memo } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { ConsentEventItem } from './ConsentEventItem.tsx'
import { MessageItem } from './MessageItem.tsx'
import { NoteItem } from './NoteItem.tsx'
import type { ThreadItem } from './threadItems.ts'
import { useTimes } from '../../language/times.ts'
import { useWords } from '../../language/words.ts'

/** One row of a thread, whatever it is. */
export const ThreadRow = memo(function ThreadRow({
  item,
  now,
  name,
  pointedOut,
  reportHours,
  picked,
  onPick,
  onInspect,
  onCopy,
}: {
  item: ThreadItem
  now: number
  name: string | null
  pointedOut: boolean
  reportHours: number
  /** Null while nothing is being picked. */
  picked: boolean | null
  onPick: (message: Message) => void
  onInspect: (messageId: string) => void
  onCopy: (messages: readonly Message[]) => void
}) {
  switch (item.kind) {
    case 'day':
      return <Day at={item.at} now={now} />
    case 'new':
      return <Unseen count={item.count} />
    case 'note':
      return <NoteItem note={item.note} itemKey={item.key} now={now} />
    case 'consent':
      return <ConsentEventItem event={item.event} itemKey={item.key} now={now} />
    case 'message':
      return (
        <MessageItem
          message={item.message}
          startsGroup={item.startsGroup}
          endsGroup={item.endsGroup}
          pointedOut={pointedOut}
          name={name}
          now={now}
          reportHours={reportHours}
          picked={picked}
          onPick={onPick}
          onInspect={onInspect}
          onCopy={onCopy}
        />
      )
  }
})

function Day({ at, now }: { at: number; now: number }) {
  const times = useTimes()
  return (
    <div className="thread-day" title={times.exact(at)}>
      {times.day(at, now)}
    </div>
  )
}

function Unseen({ count }: { count: number }) {
  const words = useWords('thread')
  return <div className="thread-new">{words('list.unseen', { count })}</div>
}
