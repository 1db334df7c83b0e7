import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Contact } from '../../shared/contract/contacts.ts'
import { Avatar } from '../components/Avatar.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { formatNumber } from '../components/names.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { mergedPreview, personName } from './person.ts'
import { offerToTakeBack } from './useRemoval.tsx'

/** People offered at a time. */
const OFFERED = 6

const asMuted = (text: ReactNode) => <span className="mut">{text}</span>

/** Makes one person of two: the other one is searched for, then both stand side by side above what will become of them. */
export function MergePerson({ person, opened, onClose }: { person: Contact; opened: boolean; onClose: () => void }) {
  const words = useWords('contacts')
  const [other, setOther] = useState<Contact | null>(null)
  function close(): void {
    setOther(null)
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title={words('merge.title', { name: personName(words, person) })} size={640}>
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
  const words = useWords('contacts')
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
        label={words('merge.other')}
        placeholder={words('merge.placeholder')}
        maxLength={200}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className="merge-found" aria-label={words('merge.found')}>
        {others.map((other) => (
          <li key={other.id}>
            <button type="button" className="merge-choice" onClick={() => onChoose(other)}>
              <Avatar name={other.name} peer={other.numbers[0]?.e164 ?? ''} size={30} />
              <span className="people-line">
                <b>{personName(words, other)}</b> <span className="mut">{other.company}</span>
              </span>
              <span className="num mut">{other.numbers[0] === undefined ? words('noNumber') : formatNumber(other.numbers[0].e164)}</span>
            </button>
          </li>
        ))}
      </ul>
      {search !== '' && others.length === 0 && !people.isFetching ? <p className="sec">{words('merge.none', { search })}</p> : null}
      {search === '' ? <p className="sec">{words('merge.hint')}</p> : null}
    </div>
  )
}

function Compare({ kept, other, onBack, onDone }: { kept: Contact; other: Contact; onBack: () => void; onDone: () => void }) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const [nameOf, setNameOf] = useState<'kept' | 'other'>(kept.name === '' ? 'other' : 'kept')
  const merge = useMutation(
    queries.contacts.merge.mutationOptions({
      onSuccess({ contact, removalId }) {
        const named = { kept: personName(words, kept), other: personName(words, other), name: personName(words, contact) }
        offerToTakeBack(words('merge.done', named), removalId)
        onDone()
      },
    }),
  )
  const result = mergedPreview(kept, other, nameOf)
  const differ = kept.name !== other.name && kept.name !== '' && other.name !== ''
  return (
    <div className="merge">
      <div className="merge-sides">
        <Side person={kept} title={words('merge.stays')} label={words('merge.staysOf', { name: personName(words, kept) })} />
        <Side person={other} title={words('merge.goes')} label={words('merge.goesOf', { name: personName(words, other) })} />
      </div>
      {differ ? (
        <Radio.Group label={words('merge.nameToKeep')} value={nameOf} onChange={(value) => setNameOf(value === 'other' ? 'other' : 'kept')}>
          <div className="merge-names">
            <Radio value="kept" label={kept.name} />
            <Radio value="other" label={other.name} />
          </div>
        </Radio.Group>
      ) : null}
      <section className="merge-result" aria-label={words('merge.result')}>
        <h3>{words('merge.result')}</h3>
        <PersonFacts person={result} />
      </section>
      <CallFailure error={merge.error} />
      <div className="confirm-actions">
        <Button leftSection={<Icon name="arrowLeft" size={15} />} onClick={onBack}>
          {words('merge.chooseAnother')}
        </Button>
        <Button
          variant="filled"
          loading={merge.isPending}
          onClick={() => merge.mutate({ keepId: kept.id, otherId: other.id, name: result.name, company: result.company })}
        >
          {words('merge.confirm')}
        </Button>
      </div>
    </div>
  )
}

function Side({ person, title, label }: { person: Contact; title: string; label: string }) {
  return (
    <section className="merge-side" aria-label={label}>
      <h3>{title}</h3>
      <PersonFacts person={person} />
    </section>
  )
}

function PersonFacts({ person }: { person: Pick<Contact, 'name' | 'company' | 'numbers' | 'notes' | 'fields'> }) {
  const words = useWords('contacts')
  const fields = Object.entries(person.fields).filter(([, value]) => value !== '')
  return (
    <div className="merge-facts">
      <b className="people-text">{personName(words, person)}</b>
      {person.company === '' ? null : <span className="people-text">{person.company}</span>}
      {person.numbers.map(({ e164, label }) => (
        <span key={e164} className="num">
          {formatNumber(e164)} <span className="mut">{label}</span>
        </span>
      ))}
      {person.notes === '' ? null : <span className="people-text merge-notes">{person.notes}</span>}
      {fields.map(([name, value]) => (
        <span key={name} className="people-text">
          {words.rich('merge.field', { field: name, value, name: asMuted })}
        </span>
      ))}
    </div>
  )
}
