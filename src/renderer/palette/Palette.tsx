import './palette.css'
import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { useAccounts } from '../accounts/useAccounts.ts'
import { useRoute } from '../app/routes.ts'
import { useUiState } from '../app/uiState.tsx'
import { Icon } from '../components/Icon.tsx'
import { displayName } from '../components/names.ts'
import { sayFailed } from '../components/toasts.ts'
import { useNow } from '../components/useNow.ts'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useSearchInInbox } from '../inbox/search/InboxSearch.tsx'
import type { CommandWords } from './command.ts'
import { commandsOf } from './commands.ts'
import { remembered } from './rank.ts'
import { useEntries, type Entry } from './useEntries.ts'

/** The rest of what makes a combobox (expanded, controls, active row) is put on the field by `Combobox.EventsTarget`. */
const FIELD_ROLE = { role: 'combobox' }

/** Everything by typing: people, numbers, screens, settings and what can be done. Opens with Ctrl+K. */
export function Palette({ settings }: { settings: Settings }) {
  const words = useWords('palette')
  const opened = useUiState((state) => state.paletteOpen)
  const setOpened = useUiState((state) => state.setPaletteOpen)
  // Whatever goes somewhere sees to the focus there.
  const [leaves, setLeaves] = useState(false)
  return (
    <Modal
      opened={opened}
      onClose={() => {
        setLeaves(false)
        setOpened(false)
      }}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={600}
      padding={0}
      returnFocus={!leaves}
      className="palette"
      attributes={{ content: { 'aria-label': words('label') } }}
    >
      <Inside
        settings={settings}
        onClose={() => {
          setLeaves(false)
          setOpened(false)
        }}
        onRun={(entry) => {
          setLeaves(entry.staysHere !== true)
          setOpened(false)
        }}
      />
    </Modal>
  )
}

function Inside({ settings, onClose, onRun }: { settings: Settings; onClose: () => void; onRun: (entry: Entry) => void }) {
  const { client, answers, queries } = useHost()
  const words = useWords('palette')
  const commandWords = useCommandWords()
  const accounts = useAccounts().data
  const conversation = useOpenConversation()
  const setExporting = useUiState((state) => state.setExporting)
  const setShortcutsOpen = useUiState((state) => state.setShortcutsOpen)
  const setSearchText = useUiState((state) => state.setSearchText)
  const setInboxTab = useUiState((state) => state.setInboxTab)
  const now = useNow()
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({ opened: true })

  const commands = useMemo(
    () =>
      commandsOf(commandWords, {
        settings,
        accounts: accounts ?? [],
        conversation,
        client,
        ui: { setExporting, setShortcutsOpen, setSearchText, setInboxTab },
        now,
      }),
    [commandWords, settings, accounts, conversation, client, setExporting, setShortcutsOpen, setSearchText, setInboxTab, now],
  )
  const search = useSearchInInbox()
  const { groups, searching } = useEntries(typed, commands, settings.recentCommands, search)
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups])

  // What fits best is chosen, also when what was found changes.
  const { selectFirstOption } = combobox
  const ids = entries.map(({ id }) => id).join('\n')
  useEffect(() => {
    if (ids !== '') selectFirstOption()
  }, [ids, selectFirstOption])

  function submit(id: string): void {
    const entry = entries.find((each) => each.id === id)
    if (entry === undefined) return
    onRun(entry)
    if (entry.isCommand) {
      client.settings
        .set({ recentCommands: remembered(settings.recentCommands, entry.id) })
        .then((next) => answers.setQueryData(queries.settings.get.queryKey(), next))
        .catch(() => undefined)
    }
    Promise.resolve(entry.run()).catch(sayFailed)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          {...FIELD_ROLE}
          className="palette-field"
          variant="unstyled"
          aria-label={words('field')}
          placeholder={words('field')}
          leftSection={<Icon name="search" size={18} />}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            // The list keeps Escape from the dialog, which would have to be asked twice.
            if (event.key === 'Escape') onClose()
          }}
        />
      </Combobox.EventsTarget>
      <output className="visually-hidden">{searching ? '' : words('results', { count: entries.length })}</output>
      <Combobox.Options className="palette-list" aria-label={words('list')}>
        {groups.map(({ title, entries: members }) => (
          <Combobox.Group key={title} label={title}>
            {members.map((entry) => (
              <Combobox.Option key={entry.id} value={entry.id} className="palette-row">
                <Icon name={entry.icon} size={16} />
                <span className="palette-title people-line">{entry.title}</span>
                <span className="palette-kind people-line">{entry.kind}</span>
                {entry.shortcut === undefined ? null : (
                  <kbd className="kbd" aria-hidden="true">
                    {entry.shortcut}
                  </kbd>
                )}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
    </Combobox>
  )
}

function useCommandWords(): CommandWords {
  const commands = useWords('commands')
  const frame = useWords('frame')
  const settings = useWords('settings')
  const times = useTimes()
  return useMemo(() => ({ commands, frame, settings, times }), [commands, frame, settings, times])
}

/** The conversation that is open behind the palette; null for none. */
function useOpenConversation(): { id: string; who: string } | null {
  const { queries } = useHost()
  const { screen, parts } = useRoute()
  const id = screen === 'inbox' && parts[0] !== 'new' ? parts[0] : undefined
  const { data } = useQuery(queries.conversations.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== undefined }))
  return useMemo(() => (id === undefined || data === undefined ? null : { id, who: displayName(data.name, data.peer) }), [id, data])
}
