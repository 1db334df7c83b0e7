import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contact } from '../../shared/contract/contacts.ts'
import { Avatar } from '../components/Avatar.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { formatNumber } from '../components/names.ts'
import { useHost } from '../host/HostProvider.tsx'
import { mergedPreview, personName } from './person.ts'
import { offerToTakeBack } from './useRemoval.tsx'

/** People offered at a time. */
const OFFERED = 6

/** Makes one person of two: the other one is searched for, then both stand side by side above what will become of them. */
export function MergePerson({ person, opened, onClose }: { person: Contact; opened: boolean; onClose: () => void }) {
  const [other, setOther] = useState<Contact | null>(null)
  function close(): void {
    setOther(null)
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title={`Merge ${personName(person)} with…`} size={640}>
      {other === null ? (
        <ChooseOther person={person} onChoose={setOther} />
      ) : (
        <Compare key={other.id} kept={person} other={other} onBack={() => setOther(null)} onDone={close} />
      )}
    </Modal>
  )
}

function ChooseOther({ person, onChoose }: { person: Contact; onChoose: (other: Contact) => void }) {
  const { queries } = useHost()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 120)
  const people = useQuery({
    ...queries.contacts.list.queryOptions({ input: { search, limit: OFFERED + 1 }, placeholderData: keepPreviousData }),
    enabled: search !== '',
  })
  const others = search === '' ? [] : (people.data?.contacts ?? []).filter(({ id }) => id !== person.id).slice(0, OFFERED)
  return (
    <div className="merge">
      <TextInput
        data-autofocus
        label="The other person"
        placeholder="Name, company or number"
        maxLength={200}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className="merge-found" aria-label="People found">
        {others.map((other) => (
          <li key={other.id}>
            <button type="button" className="merge-choice" onClick={() => onChoose(other)}>
              <Avatar name={other.name} peer={other.numbers[0]?.e164 ?? ''} size={30} />
              <span className="people-line">
                <b>{personName(other)}</b> <span className="mut">{other.company}</span>
              </span>
              <span className="num mut">{other.numbers[0] === undefined ? 'no number' : formatNumber(other.numbers[0].e164)}</span>
            </button>
          </li>
        ))}
      </ul>
      {search !== '' && others.length === 0 && !people.isFetching ? <p className="sec">Nobody else matches “{search}”.</p> : null}
      {search === '' ? <p className="sec">Type a part of a name or number of the second entry for the same person.</p> : null}
    </div>
  )
}

function Compare({ kept, other, onBack, onDone }: { kept: Contact; other: Contact; onBack: () => void; onDone: () => void }) {
  const { queries } = useHost()
  const [nameOf, setNameOf] = useState<'kept' | 'other'>(kept.name === '' ? 'other' : 'kept')
  const merge = useMutation(
    queries.contacts.merge.mutationOptions({
      onSuccess({ contact, removalId }) {
        offerToTakeBack(`${personName(kept)} and ${personName(other)} are one person now: ${personName(contact)}.`, removalId)
        onDone()
      },
    }),
  )
  const result = mergedPreview(kept, other, nameOf)
  const differ = kept.name !== other.name && kept.name !== '' && other.name !== ''
  return (
    <div className="merge">
      <div className="merge-sides">
        <Side person={kept} title="Stays" />
        <Side person={other} title="Goes into it" />
      </div>
      {differ ? (
        <Radio.Group label="Name to keep" value={nameOf} onChange={(value) => setNameOf(value === 'other' ? 'other' : 'kept')}>
          <div className="merge-names">
            <Radio value="kept" label={kept.name} />
            <Radio value="other" label={other.name} />
          </div>
        </Radio.Group>
      ) : null}
      <section className="merge-result" aria-label="What will become">
        <h3>What will become</h3>
        <PersonFacts person={result} />
      </section>
      <CallFailure error={merge.error} />
      <div className="confirm-actions">
        <Button leftSection={<Icon name="arrowLeft" size={15} />} onClick={onBack}>
          Choose another
        </Button>
        <Button
          variant="filled"
          loading={merge.isPending}
          onClick={() => merge.mutate({ keepId: kept.id, otherId: other.id, name: result.name, company: result.company })}
        >
          Merge into one
        </Button>
      </div>
    </div>
  )
}

function Side({ person, title }: { person: Contact; title: string }) {
  return (
    <section className="merge-side" aria-label={`${title}: ${personName(person)}`}>
      <h3>{title}</h3>
      <PersonFacts person={person} />
    </section>
  )
}

function PersonFacts({ person }: { person: Pick<Contact, 'name' | 'company' | 'numbers' | 'notes' | 'fields'> }) {
  const fields = Object.entries(person.fields).filter(([, value]) => value !== '')
  return (
    <div className="merge-facts">
      <b className="people-text">{personName(person)}</b>
      {person.company === '' ? null : <span className="people-text">{person.company}</span>}
      {person.numbers.map(({ e164, label }) => (
        <span key={e164} className="num">
          {formatNumber(e164)} <span className="mut">{label}</span>
        </span>
      ))}
      {person.notes === '' ? null : <span className="people-text merge-notes">{person.notes}</span>}
      {fields.map(([name, value]) => (
        <span key={name} className="people-text">
          <span className="mut">{name}:</span> {value}
        </span>
      ))}
    </div>
  )
}
