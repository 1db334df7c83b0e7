import { Button, Checkbox, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Icon } from '../components/Icon.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { AddToGroup } from '../groups/AddToGroup.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import type { PeopleExport } from './useExport.ts'
import type { People } from './usePeople.ts'
import { atLeastWords, type PeopleSelection } from './usePeopleSelection.ts'
import { offerToTakeBack } from './useRemoval.tsx'

/** The line above the list: how many there are, or what can be done to those who are ticked. */
export function PeopleBar({ found, selection, exporting }: { found: People; selection: PeopleSelection; exporting: PeopleExport }) {
  const { filter, total } = found
  const words = useWords('contacts')
  const chosen = selection.selection
  const isEverybody = selection.isAll && total !== null && selection.count.count === total.count
  return (
    <div className="people-bar" role="toolbar" aria-label={words('bar.label')}>
      <Checkbox
        className="people-check"
        size="xs"
        aria-label={words('bar.selectEverybody')}
        checked={isEverybody}
        indeterminate={chosen !== null && !isEverybody}
        onChange={() => (isEverybody ? selection.clear() : selection.all())}
      />
      <output className="people-bar-words num">
        {exporting.soFar !== null
          ? words('bar.exporting', { count: exporting.soFar })
          : chosen !== null
            ? atLeastWords(words, 'selected', selection.count)
            : total === null
              ? ''
              : atLeastWords(words, filter.search === '' ? 'total' : 'found', total)}
      </output>
      {chosen === null || selection.isAll || total === null ? null : (
        <TextButton onClick={selection.all}>
          {total.atLeast ? words('bar.selectAllThatMatch') : words('bar.selectAll', { count: total.count })}
        </TextButton>
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
                {words('export.button')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => exporting.start('csv', chosen)}>{words('export.csv')}</Menu.Item>
              <Menu.Item onClick={() => exporting.start('vcard', chosen)}>{words('export.cards')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <DeletePeople selection={selection} />
          <Button size="xs" variant="subtle" onClick={selection.clear} aria-keyshortcuts="Escape">
            {words('bar.selectNone')}
          </Button>
        </>
      )}
    </div>
  )
}

/** One person goes at once, since that can be taken back; many are asked about first. */
function DeletePeople({ selection }: { selection: PeopleSelection }) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const [asking, setAsking] = useState(false)
  const remove = useMutation(
    queries.contacts.remove.mutationOptions({
      onSuccess({ removalId, people }) {
        setAsking(false)
        selection.clear()
        offerToTakeBack(words('remove.done', { count: people }), removalId)
      },
      onError: () => setAsking(true),
    }),
  )
  const { count } = selection
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
        {words('bar.delete')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={words(count.atLeast ? 'remove.titleAtLeast' : 'remove.title', { count: count.count })}
        confirmLabel={words(count.atLeast ? 'remove.confirmAtLeast' : 'remove.confirm', { count: count.count })}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={start}
        onCancel={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        {words('remove.means')}
      </ConfirmDialog>
    </>
  )
}
