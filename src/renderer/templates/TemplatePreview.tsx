import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { parseTemplate } from '../../shared/templates/parse.ts'
import { displayName } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { longPreview, previewFor, previewProblems, type Preview } from './preview.ts'
import { hasOwnFields, NO_FIELDS, useOwnFields } from './useTemplates.ts'

/** People offered at a time. */
const OFFERED = 20

/** The text as a person of one's choice gets it, and as somebody with a long name would, with the parts it takes. */
export function TemplatePreview({ text }: { text: string }) {
  const { queries } = useHost()
  const words = useWords('templates')
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 120)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const everybody = useQuery(queries.contacts.list.queryOptions({ input: { limit: OFFERED } }))
  const people = useQuery(
    queries.contacts.list.queryOptions({
      input: { limit: OFFERED, ...(search === '' ? {} : { search }) },
      placeholderData: keepPreviousData,
    }),
  )
  const kept = useQuery(queries.contacts.get.queryOptions({ input: { id: chosenId ?? '' }, enabled: chosenId !== null }))
  const parsed = useMemo(() => parseTemplate(text), [text])
  const own = useOwnFields(hasOwnFields(parsed))
  const ownFields = own.data?.names ?? NO_FIELDS

  const offered = people.data?.contacts ?? []
  // Whoever is first of all, and not of what was searched: looking for somebody chooses nobody.
  const person = chosenId === null ? everybody.data?.contacts[0] : (kept.data ?? offered.find(({ id }) => id === chosenId))
  const shown = person === undefined ? [] : [person, ...offered.filter(({ id }) => id !== person.id)]
  const nameOf = (of: (typeof shown)[number]): string => displayName(of.name, of.numbers[0]?.e164 ?? '')
  const forPerson = useMemo(() => {
    if (person === undefined) return null
    const { name, company, fields, numbers } = person
    return previewFor(parsed, { number: numbers[0]?.e164 ?? '', name, company, fields }, ownFields)
  }, [parsed, person, ownFields])
  const long = useMemo(() => longPreview(parsed, ownFields), [parsed, ownFields])
  // Own fields that are not known yet would be called unknown.
  const problems =
    own.isLoading || forPerson === null || person === undefined
      ? previewProblems(words, long, words('problem.some')).filter(() => !own.isLoading)
      : previewProblems(words, forPerson, nameOf(person))

  return (
    <section className="template-preview" aria-label={words('preview.label')}>
      {person === undefined || forPerson === null ? null : (
        <>
          <Select
            label={words('preview.person')}
            data={shown.map((each) => ({ value: each.id, label: nameOf(each) }))}
            value={person.id}
            searchable
            allowDeselect={false}
            filter={({ options }) => options}
            nothingFoundMessage={words('preview.nobody')}
            onSearchChange={(value) => setTyped(value === nameOf(person) ? '' : value)}
            onChange={setChosenId}
          />
          <Bubble preview={forPerson} />
        </>
      )}
      {problems.slice(0, 3).map((problem) => (
        <Notice key={problem} tone="warn" icon="warning">
          {problem}
        </Notice>
      ))}
      <div className="template-preview-title">{words('preview.longName')}</div>
      <Bubble preview={long} />
    </section>
  )
}

function Bubble({ preview: { text, parts } }: { preview: Preview }) {
  const words = useWords('templates')
  if (text.trim() === '') return <p className="template-bubble mut">{words('preview.empty')}</p>
  return (
    <div className="template-bubble">
      <p className="people-text">{text}</p>
      <span className="num template-bubble-parts">{words('preview.parts', { parts })}</span>
    </div>
  )
}
