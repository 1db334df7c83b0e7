import { Button } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import { charWords, suggestionWords } from './offenders.ts'
import type { Place, Stepping } from './stepping.ts'
import { ESCAPE_IS_OURS } from './templates/useTemplatePicker.ts'
import type { OneByOne } from './useOneByOne.ts'

const asCharacter = (text: ReactNode) => <bdi className="offender-character">{text}</bdi>

/** The character that is selected, what would stand there instead, and what can be done about it; at the end, that it is the end. */
export function OffenderSteps({ oneByOne, stepping: { place, replaced } }: { oneByOne: OneByOne; stepping: Stepping }) {
  const words = useWords('characters')
  const replace = useRef<HTMLButtonElement>(null)
  const done = useRef<HTMLButtonElement>(null)
  const isOver = place === null
  useEffect(() => {
    if (isOver) done.current?.focus()
    else replace.current?.focus()
  }, [isOver])

  function replaceIt(): void {
    oneByOne.replace()
    // To replace is to write into the field, which took the focus.
    replace.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    oneByOne.end()
  }

  return (
    // Escape ends it, wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role
    <div className="offender-steps" role="group" aria-label={words('step.label')} onKeyDown={onKeyDown}>
      <output className="offender-ask">
        {place === null
          ? words('step.end', { replaced })
          : words.rich('step.ask', {
              character: charWords(words, place.char),
              suggestion: suggestionWords(words, place.suggestion),
              from: asCharacter,
              to: asCharacter,
            })}
      </output>
      {isOver ? null : (
        <>
          <Button ref={replace} size="xs" {...ESCAPE_IS_OURS} onClick={replaceIt}>
            {words('step.replace')}
          </Button>
          <Button size="xs" {...ESCAPE_IS_OURS} onClick={oneByOne.skip}>
            {words('step.skip')}
          </Button>
        </>
      )}
      <Button ref={done} size="xs" {...ESCAPE_IS_OURS} variant={isOver ? 'default' : 'subtle'} onClick={oneByOne.end}>
        {words('step.done')}
      </Button>
    </div>
  )
}

const scrollTo = (mark: HTMLElement | null) => mark?.scrollIntoView({ block: 'nearest' })

/** Another mirror of the text behind the field, which marks the place, and scrolls to it: the field itself shows no selection while a button has the focus. */
export function StepMark({ text, place }: { text: string; place: Place | null }) {
  if (place === null) return null
  return (
    <div className="composer-mirror step-mark" aria-hidden="true" dir="auto">
      {text.slice(0, place.index)}
      <mark key={`${place.index}:${text.length}`} ref={scrollTo}>
        {place.char}
      </mark>
      {text.slice(place.index + place.char.length)}
      {'\u200b'}
    </div>
  )
}
