import { ActionIcon } from '@mantine/core'
import { useState, type ReactNode, type RefObject } from 'react'
import { countSegments, normaliseText } from '../../../../shared/segments/index.ts'
import { CallFailure } from '../../../components/Failure.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { displayName } from '../../../components/names.ts'
import { Notice } from '../../../components/Notice.tsx'
import { TextButton } from '../../../components/TextButton.tsx'
import { useWords } from '../../../language/words.ts'
import type { Filling } from './useFilling.ts'

/** Problems named at a time. */
const NAMED = 3

/** What is wrong with the merge fields of the text, else how it goes out. Nothing for a text without any. */
export function FillingNotes({ id, filling, field }: { id: string; filling: Filling; field: RefObject<HTMLTextAreaElement | null> }) {
  const { problems, texts, error } = filling
  const words = useWords('templates')

  function show(start: number, end: number): void {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  }

  if (error !== null) return <CallFailure error={error} />
  if (problems.length > 0) {
    return (
      <div id={id} className="filling-notes">
        {problems.slice(0, NAMED).map(({ words: problem, start, end }) => (
          <Notice
            key={start}
            tone="warn"
            icon="warning"
            action={
              <TextButton label={words('goesOut.selectOf', { problem })} onClick={() => show(start, end)}>
                {words('goesOut.select')}
              </TextButton>
            }
          >
            {problem}
          </Notice>
        ))}
      </div>
    )
  }
  return texts === null ? null : <GoesOutAs filling={filling} texts={texts} />
}

const asWho = (text: ReactNode) => <b>{text}</b>
const asOut = (text: ReactNode) => <bdi className="filling-text">{text}</bdi>
const asSize = (text: ReactNode) => <span className="num">{text}</span>

/** The text as it goes out, to one after the other where there are several. */
function GoesOutAs({ filling: { people }, texts }: { filling: Filling; texts: readonly string[] }) {
  const words = useWords('templates')
  const [at, setAt] = useState(0)
  const place = Math.min(at, texts.length - 1)
  const text = texts[place] ?? ''
  const person = people[place]
  const shown = { text, parts: countSegments(normaliseText(text)).segments, out: asOut, size: asSize }
  return (
    <Notice
      icon="info"
      action={
        texts.length < 2 ? undefined : (
          <span className="filling-steps">
            <ActionIcon size={24} aria-label={words('goesOut.previous')} disabled={place === 0} onClick={() => setAt(place - 1)}>
              <Icon name="arrowUp" size={14} />
            </ActionIcon>
            <span className="num">{words('goesOut.place', { place: place + 1, count: texts.length })}</span>
            <ActionIcon size={24} aria-label={words('goesOut.next')} disabled={place === texts.length - 1} onClick={() => setAt(place + 1)}>
              <Icon name="arrowDown" size={14} />
            </ActionIcon>
          </span>
        )
      }
    >
      {texts.length > 1 && person !== undefined
        ? words.rich('goesOut.to', { ...shown, name: displayName(person.name, person.number), who: asWho })
        : words.rich('goesOut.alone', shown)}
    </Notice>
  )
}
