import { Button, Checkbox, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Icon } from '../components/Icon.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { countWords, plural } from '../components/times.ts'
import { AddToGroup } from '../groups/AddToGroup.tsx'
import { useHost } from '../host/HostProvider.tsx'
import type { PeopleExport } from './useExport.ts'
import type { People } from './usePeople.ts'
import { totalWords, type PeopleSelection } from './usePeopleSelection.ts'
import { offerToTakeBack } from './useRemoval.tsx'

/** The line above the list: how many there are, or what can be done to those who are ticked. */
export function PeopleBar({ found, selection, exporting }: { found: People; selection: PeopleSelection; exporting: PeopleExport }) {
  const { filter, total } = found
  const chosen = selection.selection
  const isEverybody = selection.isAll && total !== null && selection.count.count === total.count
  return (
    <div className="people-bar" role="toolbar" aria-label="Selected people">
      <Checkbox
        className="people-check"
        size="xs"
        aria-label="Select all people of the list"
        checked={isEverybody}
        indeterminate={chosen !== null && !isEverybody}
        onChange={() => (isEverybody ? selection.clear() : selection.all())}
      />
      <output className="people-bar-words num">
        {exporting.soFar !== null
          ? `Exporting… ${countWords(exporting.soFar)} so far`
          : chosen !== null
            ? `${capital(totalWords(selection.count))} selected`
            : total === null
              ? ''
              : filter.search === ''
                ? total.atLeast
                  ? `${capital(totalWords(total))} people`
                  : plural(total.count, 'person', 'people')
                : `${capital(totalWords(total))} found`}
      </output>
      {chosen === null || selection.isAll || total === null ? null : (
        <TextButton onClick={selection.all}>{total.atLeast ? 'Select all that match' : `Select all ${countWords(total.count)}`}</TextButton>
      )}
      <span className="grow" />
      {chosen === null ? null : (
        <>
          <AddToGroup
            selection={chosen}
            count={selection.count.count}
            {...(filter.groupId === null ? {} : { groupId: filter.groupId })}
            onDone={selection.clear}
          />
          <Menu withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button size="xs" rightSection={<Icon name="chevronDown" size={13} />} disabled={exporting.soFar !== null}>
                Export
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => exporting.start('csv', chosen)}>As CSV, for spreadsheets</Menu.Item>
              <Menu.Item onClick={() => exporting.start('vcard', chosen)}>As contact cards (vCard)</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <DeletePeople selection={selection} />
          <Button size="xs" variant="subtle" onClick={selection.clear} aria-keyshortcuts="Escape">
            Select none
          </Button>
        </>
      )}
    </div>
  )
}

/** One person goes at once, since that can be taken back; many are asked about first. */
function DeletePeople({ selection }: { selection: PeopleSelection }) {
  const { queries } = useHost()
  const [asking, setAsking] = useState(false)
  const remove = useMutation(
    queries.contacts.remove.mutationOptions({
      onSuccess({ removalId, people }) {
        setAsking(false)
        selection.clear()
        offerToTakeBack(`${plural(people, 'person is', 'people are')} deleted.`, removalId)
      },
      onError: () => setAsking(true),
    }),
  )
  const { count } = selection
  const words = count.count === 1 && !count.atLeast ? '1 person' : `${totalWords(count)} people`
  function start(): void {
    if (selection.selection !== null) remove.mutate({ selection: selection.selection })
  }
  return (
    <>
      <Button
        size="xs"
        loading={remove.isPending && !asking}
        onClick={() => (count.count === 1 && !count.atLeast ? start() : setAsking(true))}
      >
        Delete
      </Button>
      <ConfirmDialog
        opened={asking}
        title={`Delete ${words}?`}
        confirmLabel={`Delete ${words}`}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={start}
        onCancel={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        Their names, numbers, notes and fields go. Conversations stay, and show the number instead of the name. You can take it back right
        afterwards.
      </ConfirmDialog>
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
