import { Button, TextInput } from '@mantine/core'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { SUGGESTED_ANSWERS } from '../../../shared/replies/defaults.ts'
import { foldKeyword } from '../../../shared/replies/fold-keyword.ts'
import { ALWAYS_STOPS, type KeywordKind } from '../../../shared/replies/keyword-lists.ts'
import { keywordsOf, RULES_OF, wordsOf } from '../../../shared/replies/keywords.ts'
import { Icon } from '../../components/Icon.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { asUnseen } from '../../language/asUnseen.tsx'
import { useWords, type Words } from '../../language/words.ts'
import { useSetSettings } from '../useSetSettings.ts'
import { AnswerText } from './AnswerText.tsx'
import { hasUsualWords, withoutWord, withText, withUsualWords, withWord } from './changes.ts'

/** Words shown before one asks for all of them. */
const SHOWN = 16

/** A word of customers within a sentence. */
const asWord = (word: ReactNode) => <bdi>{word}</bdi>

/** The words of one kind: what they do, which they are, and what answers them. */
export function WordsCard({ rules, kind }: { rules: ReplyRules; kind: KeywordKind }) {
  const words = useWords('replies')
  const set = useSetSettings()
  const title = useId()
  const [all, setAll] = useState(false)
  const name = words(`kinds.${kind}.title`)
  const keywords = wordsOf(rules, kind)
  const added = new Set(rules.words[RULES_OF[kind]].added.map(foldKeyword))
  // Words of one's own first: they are why one looks here.
  const ordered = [...keywords].sort((a, b) => Number(added.has(foldKeyword(b))) - Number(added.has(foldKeyword(a))))
  const shown = all ? ordered : ordered.slice(0, SHOWN)
  const keep = (replies: ReplyRules): void => set.mutate({ replies })

  return (
    <section className="settings-card" aria-labelledby={title}>
      <h3 id={title}>{name}</h3>
      <p className="sec">{words(`kinds.${kind}.intro`)}</p>
      <ul className="reply-words" aria-label={name}>
        {shown.map((word) => (
          <li key={word} data-own={added.has(foldKeyword(word)) || undefined}>
            {kind === 'opt_out' && word === ALWAYS_STOPS ? (
              words.rich('words.alwaysCounts', { keyword: asWord, word, unseen: asUnseen })
            ) : (
              <>
                <bdi>{word}</bdi>
                <button
                  type="button"
                  aria-label={words('words.takeOut', { word })}
                  disabled={set.isPending}
                  onClick={() => keep(withoutWord(rules, kind, word))}
                >
                  <Icon name="close" size={13} />
                </button>
              </>
            )}
          </li>
        ))}
        {keywords.length > SHOWN ? (
          <li className="reply-words-more">
            <TextButton onClick={() => setAll(!all)}>
              {all ? words('words.fewer') : words('words.all', { count: keywords.length })}
            </TextButton>
          </li>
        ) : null}
      </ul>
      <div className="reply-words-steps">
        <AddWord rules={rules} kind={kind} busy={set.isPending} onAdd={(word) => keep(withWord(rules, kind, word))} />
        {hasUsualWords(rules, kind) ? null : (
          <Button variant="subtle" disabled={set.isPending} onClick={() => keep(withUsualWords(rules, kind))}>
            {words('words.usual')}
          </Button>
        )}
      </div>
      <AnswerText
        title={words(`kinds.${kind}.answer`)}
        hint={words(`kinds.${kind}.answerHint`)}
        suggestion={SUGGESTED_ANSWERS[kind]}
        text={rules.texts[RULES_OF[kind]]}
        onKeep={(text) => set.mutateAsync({ replies: withText(rules, kind, text) })}
      />
    </section>
  )
}

function AddWord({ rules, kind, busy, onAdd }: { rules: ReplyRules; kind: KeywordKind; busy: boolean; onAdd: (word: string) => void }) {
  const words = useWords('replies')
  const [word, setWord] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  function submit(event: FormEvent): void {
    event.preventDefault()
    const found = problemOf(words, word, rules, kind)
    setProblem(found)
    if (found !== null || busy) return
    onAdd(word)
    setWord('')
  }

  return (
    <form className="reply-add" onSubmit={submit} noValidate>
      <TextInput
        aria-label={words('words.anotherOf', { kind: words(`kinds.${kind}.title`) })}
        placeholder={words('words.another')}
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
        {words('words.add')}
      </Button>
    </form>
  )
}

/** Why a word is not added, as a sentence. */
function problemOf(words: Words<'replies'>, word: string, rules: ReplyRules, kind: KeywordKind): string | null {
  const folded = foldKeyword(word)
  if (folded === '') return words('words.noLetters')
  const known = keywordsOf(rules).get(folded)
  if (known === undefined) return null
  return known === kind ? words('words.known') : words('words.knownElsewhere', { kind: words(`kinds.${known}.title`) })
}
