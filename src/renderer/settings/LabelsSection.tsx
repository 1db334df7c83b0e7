import './labels.css'
import { ActionIcon, Button, Modal, Radio, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { LABEL_COLOURS, LABEL_NAME_UNITS, type Label, type LabelColour } from '../../shared/contract/labels.ts'
import { CallFailure, LoadFailure } from '../components/Failure.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { LabelDot } from '../inbox/labels/LabelChip.tsx'
import { Rows, Section } from './Section.tsx'

/** The labels themselves: their names, colours and order. */
export function LabelsSection() {
  const { queries } = useHost()
  const words = useWords('labels')
  const labels = useQuery(queries.labels.list.queryOptions())
  const [editing, setEditing] = useState<Label | 'new' | null>(null)
  const [deleting, setDeleting] = useState<Label | null>(null)
  const remove = useMutation(queries.labels.remove.mutationOptions({ onSuccess: () => setDeleting(null) }))
  return (
    <Section title={words('title')} intro={words('intro')} actions={<Button onClick={() => setEditing('new')}>{words('new')}</Button>}>
      {labels.isError ? (
        <LoadFailure error={labels.error} onRetry={() => void labels.refetch()} />
      ) : labels.data === undefined ? (
        <Loading>{words('loading')}</Loading>
      ) : labels.data.length === 0 ? (
        <EmptyState icon="label" title={words('none.title')}>
          {words('none.text')}
        </EmptyState>
      ) : (
        <LabelRows labels={labels.data} onEdit={setEditing} onDelete={setDeleting} />
      )}
      <Modal opened={editing !== null} onClose={() => setEditing(null)} title={words(editing === 'new' ? 'new' : 'change')} size={420}>
        {editing === null ? null : <LabelForm label={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />}
      </Modal>
      <ConfirmDialog
        opened={deleting !== null}
        title={words('delete.title', { name: deleting?.name ?? '' })}
        confirmLabel={words('delete.confirm')}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => {
          if (deleting !== null) remove.mutate({ id: deleting.id })
        }}
        onCancel={() => {
          remove.reset()
          setDeleting(null)
        }}
      >
        <p>{words('delete.text', { count: deleting?.conversations ?? 0 })}</p>
      </ConfirmDialog>
    </Section>
  )
}

function LabelRows({
  labels,
  onEdit,
  onDelete,
}: {
  labels: readonly Label[]
  onEdit: (label: Label) => void
  onDelete: (label: Label) => void
}) {
  const { queries } = useHost()
  const words = useWords('labels')
  const list = useRef<HTMLUListElement>(null)
  const [moved, setMoved] = useState<{ id: string; by: -1 | 1 } | null>(null)
  const move = useMutation(queries.labels.move.mutationOptions({ onError: sayFailed }))
  const place = labels.findIndex(({ id }) => id === moved?.id)

  // A row that is moved keeps the focus, on the same button where that can still be pressed.
  useEffect(() => {
    if (moved === null || place < 0) return
    const row = list.current?.children[place]
    const wanted = row?.querySelector<HTMLElement>(`[data-by="${moved.by}"]:not(:disabled)`)
    ;(wanted ?? row?.querySelector<HTMLElement>('[data-by]:not(:disabled)'))?.focus()
  }, [moved, place])

  function step(label: Label, by: -1 | 1): void {
    move.mutate({ id: label.id, by })
    setMoved({ id: label.id, by })
  }

  return (
    <Rows>
      <ul className="label-rows" ref={list} aria-label={words('title')}>
        {labels.map((label, index) => (
          <li key={label.id} className="label-row">
            <LabelDot colour={label.colour} />
            <span className="label-row-name people-line">
              <bdi>{label.name}</bdi>
            </span>
            <span className="sec num label-row-count">{words('uses', { count: label.conversations })}</span>
            <span className="label-row-buttons">
              <ActionIcon
                data-by={-1}
                aria-label={words('moveUp', { name: label.name })}
                disabled={index === 0}
                onClick={() => step(label, -1)}
              >
                <Icon name="arrowUp" size={16} />
              </ActionIcon>
              <ActionIcon
                data-by={1}
                aria-label={words('moveDown', { name: label.name })}
                disabled={index === labels.length - 1}
                onClick={() => step(label, 1)}
              >
                <Icon name="arrowDown" size={16} />
              </ActionIcon>
              <ActionIcon aria-label={words('changeOf', { name: label.name })} onClick={() => onEdit(label)}>
                <Icon name="edit" size={16} />
              </ActionIcon>
              <ActionIcon aria-label={words('deleteOf', { name: label.name })} onClick={() => onDelete(label)}>
                <Icon name="trash" size={16} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
    </Rows>
  )
}

function LabelForm({ label, onDone }: { label: Label | null; onDone: () => void }) {
  const { queries } = useHost()
  const words = useWords('labels')
  const controls = useWords('controls')
  const [name, setName] = useState(label?.name ?? '')
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? 'teal')
  const [tried, setTried] = useState(false)
  const create = useMutation(queries.labels.create.mutationOptions({ onSuccess: onDone }))
  const update = useMutation(queries.labels.update.mutationOptions({ onSuccess: onDone }))
  const missing = name.trim() === ''

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (missing) return
    if (label === null) create.mutate({ name: name.trim(), colour })
    else update.mutate({ id: label.id, name: name.trim(), colour })
  }

  return (
    <form className="label-form" onSubmit={submit} noValidate>
      <TextInput
        label={words('form.name')}
        data-autofocus
        value={name}
        maxLength={LABEL_NAME_UNITS}
        autoComplete="off"
        error={tried && missing ? words('form.missing') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={words('form.colour')}
        value={colour}
        onChange={(value) => setColour(LABEL_COLOURS.find((each) => each === value) ?? 'grey')}
      >
        <div className="label-colours">
          {LABEL_COLOURS.map((each) => (
            <Radio
              key={each}
              value={each}
              label={
                <span className="labels-choice-words">
                  <LabelDot colour={each} />
                  {words(`colour.${each}`)}
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <CallFailure error={label === null ? create.error : update.error} />
      <div className="confirm-actions">
        <Button onClick={onDone}>{controls('cancel')}</Button>
        <Button type="submit" variant="filled" loading={create.isPending || update.isPending}>
          {words(label === null ? 'form.make' : 'form.save')}
        </Button>
      </div>
    </form>
  )
}
