import { Button } from '@mantine/core'
import type { Message } from '../../../shared/contract/messages.ts'
import type { Selection } from './selection.ts'
import { useWords } from '../../language/words.ts'

/** What can be done with the picked messages, in the place of what can be done with the conversation. */
export function SelectionBar({
  selection,
  loaded,
  onCopy,
}: {
  selection: Selection
  /** The messages that are loaded: all that can be picked at once. */
  loaded: readonly Message[]
  onCopy: (messages: readonly Message[]) => void
}) {
  const words = useWords('thread')
  const count = selection.picked.size
  return (
    <div className="selection-bar" role="toolbar" aria-label={words('picked.label')}>
      <output className="selection-count num">{count === 0 ? words('picked.none') : words('picked.count', { count })}</output>
      <span className="grow" />
      <Button size="xs" variant="subtle" onClick={() => selection.pickAll(loaded)}>
        {words('picked.all', { count: loaded.length })}
      </Button>
      <Button size="xs" variant="filled" disabled={count === 0} onClick={() => onCopy([...selection.picked.values()])}>
        {count === 0 ? words('picked.copy') : words('picked.copyCount', { count })}
      </Button>
      <Button size="xs" onClick={selection.end}>
        {words('picked.done')}
      </Button>
    </div>
  )
}
