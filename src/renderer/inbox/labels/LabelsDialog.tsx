import './labels.css'
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { LABEL_COLOURS, LABEL_NAME_UNITS, type Label } from '../../../shared/contract/labels.ts'
import { goTo } from '../../app/routes.ts'
import { useUiState } from '../../app/uiState.tsx'
import { CallFailure } from '../../components/Failure.tsx'
import { displayName } from '../../components/names.ts'
import { TextButton } from '../../components/TextButton.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useWords } from '../../language/words.ts'
import { LabelDot } from './LabelChip.tsx'
import { useLabels, useSetLabel } from './useLabels.ts'

/** The labels of one conversation, each put on or taken off with a press. Opened from the list and from the thread. */
export function LabelsDialog() {
  const { queries } = useHost()
  const words = useWords('labels')
  const conversationId = useUiState((state) => state.labelling)
  const setLabelling = useUiState((state) => state.setLabelling)
  const conversation = useQuery(
    queries.conversations.get.queryOptions({ input: { id: conversationId ?? '' }, enabled: conversationId !== null }),
  ).data
  const shown = conversationId === null || conversation?.id !== conversationId ? undefined : conversation
  return (
    <Modal
      opened={conversationId !== null}
      onClose={() => setLabelling(null)}
      title={shown === undefined ? words('title') : words('of', { name: displayName(shown.name, shown.peer) })}
      size={400}
    >
      {shown === undefined ? null : <Choices conversation={shown} onClose={() => setLabelling(null)} />}
    </Modal>
  )
}

function Choices({ conversation: { id, labelIds }, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { queries } = useHost()
  const words = useWords('labels')
  const labels = useLabels() ?? []
  const [typed, setTyped] = useState('')
  const set = useSetLabel()
  const create = useMutation(queries.labels.create.mutationOptions())
  const name = typed.trim()
  const found = labels.filter((label) => label.name.toLowerCase().includes(name.toLowerCase()))
  const canCreate = name !== '' && !labels.some((label) => label.name.toLowerCase() === name.toLowerCase())

  function add(): void {
    create.mutate(
      { name, colour: nextColour(labels) },
      {
        onSuccess: (label) => {
          setTyped('')
          set.mutate({ labelId: label.id, conversationId: id, on: true })
        },
      },
    )
  }

  function onEnter(event: React.KeyboardEvent): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const [only] = found
    if (canCreate && found.length === 0) add()
    else if (only !== undefined && found.length === 1) {
      set.mutate({ labelId: only.id, conversationId: id, on: !labelIds.includes(only.id) })
    }
  }

  return (
    <>
      <TextInput
        data-autofocus
        aria-label={words('choose.field')}
        placeholder={words(labels.length === 0 ? 'choose.first' : 'choose.field')}
        value={typed}
        maxLength={LABEL_NAME_UNITS}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          create.reset()
        }}
        onKeyDown={onEnter}
      />
      <CallFailure error={create.error} />
      {found.length === 0 ? (
        name === '' ? (
          <p className="labels-none">{words('choose.none')}</p>
        ) : null
      ) : (
        <ul className="labels-list" aria-label={words('title')}>
          {found.map((label) => (
            <li key={label.id} className="labels-choice">
              <Checkbox
                checked={labelIds.includes(label.id)}
                label={
                  <span className="labels-choice-words">
                    <LabelDot colour={label.colour} />
                    <bdi>{label.name}</bdi>
                  </span>
                }
                onChange={(event) => set.mutate({ labelId: label.id, conversationId: id, on: event.currentTarget.checked })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="labels-foot">
        {canCreate ? (
          <Button loading={create.isPending} onClick={add}>
            {words('choose.make', { name })}
          </Button>
        ) : (
          <TextButton
            onClick={() => {
              onClose()
              goTo('settings', 'labels')
            }}
          >
            {words('choose.change')}
          </TextButton>
        )}
        <Button variant="filled" onClick={onClose}>
          {words('choose.done')}
        </Button>
      </div>
    </>
  )
}

/** A colour no label has yet, else the one that is used least. */
function nextColour(labels: readonly Label[]): Label['colour'] {
  const uses = (colour: Label['colour']) => labels.filter((label) => label.colour === colour).length
  return [...LABEL_COLOURS.slice(1), LABEL_COLOURS[0]].reduce((best, colour) => (uses(colour) < uses(best) ? colour : best))
}
