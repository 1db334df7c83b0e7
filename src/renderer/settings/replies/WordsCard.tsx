import { Button, TextInput } from '@mantine/core'
import { useId, useState, type FormEvent } from 'react'
import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { foldKeyword } from '../../../shared/replies/fold-keyword.ts'
import { ALWAYS_STOPS, type KeywordKind } from '../../../shared/replies/keyword-lists.ts'
import { keywordsOf, RULES_OF, wordsOf } from '../../../shared/replies/keywords.ts'
import { Icon } from '../../components/Icon.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { useSetSettings } from '../useSetSettings.ts'
import { AnswerText } from './AnswerText.tsx'
import { hasUsualWords, withoutWord, withText, withUsualWords, withWord } from './changes.ts'
import { CARDS } from './reply-words.ts'

/** Words shown before one asks for all of them. */
const SHOWN = 16

/** The words of one kind: what they do, which they are, and what answers them. */
export function WordsCard({ rules, kind }: { rules: ReplyRules; kind: KeywordKind }) {
  const set = useSetSettings()
  const title = useId()
  const [all, setAll] = useState(false)
  const { title: name, intro, answer, answerHint, suggestion } = CARDS[kind]
  const words = wordsOf(rules, kind)
  const added = new Set(rules.words[RULES_OF[kind]].added.map(foldKeyword))
  // Words of one's own first: they are why one looks here.
  const ordered = [...words].sort((a, b) => Number(added.has(foldKeyword(b))) - Number(added.has(foldKeyword(a))))
  const shown = all ? ordered : ordered.slice(0, SHOWN)
  const keep = (replies: ReplyRules): void => set.mutate({ replies })

  return (
    <section className="settings-card" aria-labelledby={title}>
      <h3 id={title}>{name}</h3>
      <p className="sec">{intro}</p>
      <ul className="reply-words" aria-label={name}>
        {shown.map((word) => (
          <li key={word} data-own={added.has(foldKeyword(word)) || undefined}>
            <bdi>{word}</bdi>
            {kind === 'opt_out' && word === ALWAYS_STOPS ? (
              <span className="visually-hidden"> always counts</span>
            ) : (
              <button
                type="button"
                aria-label={`Take out ${word}`}
                disabled={set.isPending}
                onClick={() => keep(withoutWord(rules, kind, word))}
              >
                <Icon name="close" size={13} />
              </button>
            )}
          </li>
        ))}
        {words.length > SHOWN ? (
          <li className="reply-words-more">
            <TextButton onClick={() => setAll(!all)}>{all ? 'Show fewer' : `Show all ${words.length}`}</TextButton>
          </li>
        ) : null}
      </ul>
      <div className="reply-words-steps">
        <AddWord rules={rules} kind={kind} busy={set.isPending} onAdd={(word) => keep(withWord(rules, kind, word))} />
        {hasUsualWords(rules, kind) ? null : (
          <Button variant="subtle" disabled={set.isPending} onClick={() => keep(withUsualWords(rules, kind))}>
            Restore the usual words
          </Button>
        )}
      </div>
      <AnswerText
        title={answer}
        hint={answerHint}
        suggestion={suggestion}
        text={rules.texts[RULES_OF[kind]]}
        onKeep={(text) => set.mutateAsync({ replies: withText(rules, kind, text) })}
      />
    </section>
  )
}

function AddWord({ rules, kind, busy, onAdd }: { rules: ReplyRules; kind: KeywordKind; busy: boolean; onAdd: (word: string) => void }) {
  const [word, setWord] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  function submit(event: FormEvent): void {
    event.preventDefault()
    const found = problemOf(word, rules, kind)
    setProblem(found)
    if (found !== null || busy) return
    onAdd(word)
    setWord('')
  }

  return (
    <form className="reply-add" onSubmit={submit} noValidate>
      <TextInput
        aria-label={`Another word: ${CARDS[kind].title}`}
        placeholder="Another word"
        maxLength={40}
        autoComplete="off"
        value={word}
        error={problem}
        onChange={(event) => {
          setWord(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <Button type="submit" variant="default">
        Add
      </Button>
    </form>
  )
}

/** Why a word is not added, as a sentence. */
function problemOf(word: string, rules: ReplyRules, kind: KeywordKind): string | null {
  const folded = foldKeyword(word)
  if (folded === '') return 'Write a word with letters or digits.'
  const known = keywordsOf(rules).get(folded)
  if (known === undefined) return null
  return known === kind ? 'This word counts already.' : `This word is among “${CARDS[known].title}”. Take it out there first.`
}
