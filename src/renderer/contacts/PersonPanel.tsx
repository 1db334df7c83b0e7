import './person.css'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Contact } from '../../shared/contract/contacts.ts'
import { goTo } from '../app/routes.ts'
import { Avatar } from '../components/Avatar.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { formatNumber } from '../components/names.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useNow } from '../components/useNow.ts'
import { PersonGroups } from '../groups/PersonGroups.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { asTime } from '../language/asTime.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { PersonConsent } from '../opt-outs/PersonConsent.tsx'
import { MergePerson } from './MergePerson.tsx'
import { personName } from './person.ts'
import { PersonConversations } from './PersonConversations.tsx'
import { EditPerson } from './PersonForm.tsx'
import { offerToTakeBack } from './useRemoval.tsx'

const asButton = (onClick: () => void) => (text: ReactNode) => (
  <button type="button" className="text-button" onClick={onClick}>
    {text}
  </button>
)

/** One person: numbers to text, everything known, and editing. `onGone` is called when they are closed or deleted. */
export function PersonPanel({ id, onGone }: { id: string; onGone: () => void }) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const person = useQuery(queries.contacts.get.queryOptions({ input: { id } }))
  const [editing, setEditing] = useState(false)
  if (person.isError) return <LoadFailure error={person.error} onRetry={() => void person.refetch()} />
  if (person.data === undefined) return <Loading>{words('person.fetching')}</Loading>
  if (editing) return <EditPerson person={person.data} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
  return <Person person={person.data} onEdit={() => setEditing(true)} onGone={onGone} />
}

function useTexting() {
  const { queries } = useHost()
  return useMutation(
    queries.conversations.lookUp.mutationOptions({
      onSuccess: ({ conversationId, e164 }) => (conversationId === null ? goTo('inbox', 'new', e164) : goTo('inbox', conversationId)),
      onError: sayFailed,
    }),
  )
}

function Person({ person, onEdit, onGone }: { person: Contact; onEdit: () => void; onGone: () => void }) {
  const words = useWords('contacts')
  const times = useTimes()
  const name = personName(words, person)
  const texting = useTexting()
  const now = useNow()
  const [first] = person.numbers
  const fields = Object.entries(person.fields).filter(([, value]) => value !== '')
  return (
    <div className="person">
      <div className="person-top">
        <Button className="person-close" variant="subtle" leftSection={<Icon name="arrowLeft" size={15} />} onClick={onGone}>
          {words('person.back')}
        </Button>
        <Avatar name={person.name} peer={first?.e164 ?? ''} size={52} active />
        <h2 className="person-name people-text" title={name}>
          {name}
        </h2>
        {person.company === '' || person.company === name ? null : <p className="sec people-text">{person.company}</p>}
        <div className="person-actions">
          {first === undefined ? null : (
            <Button
              variant="filled"
              leftSection={<Icon name="inbox" size={15} />}
              loading={texting.isPending}
              onClick={() => texting.mutate({ number: first.e164 })}
            >
              {words('person.text')}
            </Button>
          )}
          <Button leftSection={<Icon name="edit" size={15} />} onClick={onEdit}>
            {words('person.edit')}
          </Button>
          <MoreMenu person={person} name={name} onGone={onGone} />
        </div>
      </div>

      <div className="person-details">
        {person.numbers.length === 0 ? (
          <p className="sec">{words.rich('person.cannotBeTexted', { name, add: asButton(onEdit) })}</p>
        ) : (
          <ul className="person-numbers" aria-label={words('person.numbers')}>
            {person.numbers.map((number, index) => (
              <li key={number.e164}>
                <span className="person-number num">{formatNumber(number.e164)}</span>
                <span className="mut">
                  {[
                    number.label,
                    number.extension === '' ? '' : words('person.extension', { extension: number.extension }),
                    index === 0 && person.numbers.length > 1 ? words('person.textedFirst') : '',
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={words('person.copyOf', { number: formatNumber(number.e164) })}
                  onClick={() => void copy(number.e164, words('person.copied'))}
                >
                  {words('person.copy')}
                </Button>
                {person.numbers.length > 1 ? (
                  <Button
                    size="xs"
                    aria-label={words('person.textTo', { number: formatNumber(number.e164) })}
                    onClick={() => texting.mutate({ number: number.e164 })}
                  >
                    {words('person.text')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        <PersonConversations numbers={person.numbers.map(({ e164 }) => e164)} now={now} />
        {person.notes === '' ? null : (
          <section aria-label={words('person.notes')}>
            <h3>{words('person.notes')}</h3>
            <p className="people-text">{person.notes}</p>
          </section>
        )}
        {fields.length === 0 ? null : (
          <section aria-label={words('person.fromFiles')}>
            <h3>{words('person.fromFiles')}</h3>
            <dl className="person-fields">
              {fields.map(([key, value]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd className="people-text">{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <PersonGroups contactId={person.id} />
        <PersonConsent numbers={person.numbers.map(({ e164 }) => e164)} />
        <p className="person-foot">
          {person.updatedAt > person.createdAt
            ? words.rich('person.addedAndChanged', {
                addedAt: times.moment(person.createdAt, now),
                added: asTime(person.createdAt, times),
                changedAt: times.moment(person.updatedAt, now),
                changed: asTime(person.updatedAt, times),
              })
            : words.rich('person.added', { addedAt: times.moment(person.createdAt, now), added: asTime(person.createdAt, times) })}
        </p>
      </div>
    </div>
  )
}

async function copy(number: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(number)
  sayDone(done)
}

function MoreMenu({ person, name, onGone }: { person: Contact; name: string; onGone: () => void }) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const [merging, setMerging] = useState(false)
  const remove = useMutation(
    queries.contacts.remove.mutationOptions({
      onSuccess({ removalId }) {
        offerToTakeBack(words('remove.doneOne', { name }), removalId)
        onGone()
      },
      onError: sayFailed,
    }),
  )
  return (
    <>
      <Menu withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label={words('person.more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="contacts" size={15} />} onClick={() => setMerging(true)}>
            {words('person.merge')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="trash" size={15} />}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ selection: { kind: 'some', ids: [person.id] } })}
          >
            {words('person.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <MergePerson person={person} opened={merging} onClose={() => setMerging(false)} />
    </>
  )
}
