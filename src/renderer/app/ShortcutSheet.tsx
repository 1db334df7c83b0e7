import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { foldText } from '../../shared/text/fold.ts'
import { useWords } from '../language/words.ts'
import { shortcutGroups, type ShortcutGroup } from './shortcut-list.ts'
import { useUiState } from './uiState.tsx'

/** The keyboard shortcuts, on one sheet that can be searched. */
export function ShortcutSheet() {
  const words = useWords('shortcuts')
  const opened = useUiState((state) => state.shortcutsOpen)
  const setOpened = useUiState((state) => state.setShortcutsOpen)
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title={words('title')} size={760}>
      <Sheet />
    </Modal>
  )
}

function Sheet() {
  const words = useWords('shortcuts')
  const [typed, setTyped] = useState('')
  const groups = found(shortcutGroups(words), typed)
  return (
    <>
      <TextInput
        className="shortcut-field"
        data-autofocus
        aria-label={words('find')}
        placeholder={words('find')}
        value={typed}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="shortcut-groups">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="shortcut-group">{title}</h3>
            <dl className="shortcut-list">
              {keys.map(([does, caps]) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {caps.map((cap) => (
                      <kbd key={cap} className="kbd">
                        {cap}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="shortcut-none" aria-live="polite">
        {groups.length === 0 ? words('none') : ''}
      </p>
    </>
  )
}

/** Shortcuts whose words, screen or keys have what was typed. */
function found(groups: readonly ShortcutGroup[], typed: string): ShortcutGroup[] {
  const wanted = foldText(typed)
  return groups
    .map(({ title, keys }) => ({
      title,
      keys: keys.filter(([does, caps]) => foldText(`${title} ${does} ${caps.join(' ')}`).includes(wanted)),
    }))
    .filter(({ keys }) => keys.length > 0)
}
