import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { COMMAND_KEY } from '../components/keys.ts'
import { useUiState } from './uiState.tsx'

const GROUPS: readonly { title: string; keys: readonly (readonly [string, readonly string[]])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Inbox, contacts, outbox, settings, activity', ['1', '2', '3', '4', '5']],
      ['Search', ['/']],
      ['Search', [COMMAND_KEY, 'K']],
      ['New conversation', ['N']],
      ['This list', ['?']],
      ['Close, or step back', ['Esc']],
    ],
  },
  {
    title: 'Inbox',
    keys: [
      ['Next and previous conversation', ['J', 'K']],
      ['Open the conversation and write', ['Enter']],
      ['Mark as unread', ['U']],
    ],
  },
  {
    title: 'Contacts',
    keys: [
      ['Next and previous person', ['J', 'K']],
      ['Names that begin with a letter', ['A', 'B', '…']],
      ['Select the person', ['X']],
    ],
  },
  {
    title: 'Outbox',
    keys: [
      ['Next and previous text', ['J', 'K']],
      ['Select the text', ['X']],
      ['See what happened to it', ['Enter']],
    ],
  },
  {
    title: 'Writing',
    keys: [
      ['Send', [COMMAND_KEY, 'Enter']],
      ['New line', ['Enter']],
      ['Take back what was just sent', [COMMAND_KEY, 'Z']],
      ['Leave the text, back to the list', ['Esc']],
    ],
  },
]

/** The keyboard shortcuts, on one sheet. */
export function ShortcutSheet() {
  const opened = useUiState((state) => state.shortcutsOpen)
  const setOpened = useUiState((state) => state.setShortcutsOpen)
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts" size={420}>
      {GROUPS.map(({ title, keys }) => (
        <section key={title}>
          <h3 className="shortcut-group">{title}</h3>
          <dl className="shortcut-list">
            {keys.map(([action, caps]) => (
              <Fragment key={action}>
                <dt>{action}</dt>
                <dd>
                  {caps.map((cap) => (
                    <kbd key={cap} className="kbd">
                      {cap}
                    </kbd>
                  ))}
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}
