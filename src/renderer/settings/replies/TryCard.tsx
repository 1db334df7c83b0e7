import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { keywordsOf } from '../../../shared/replies/keywords.ts'
import { reactionTo } from '../../../shared/replies/reaction.ts'
import { useNow } from '../../components/useNow.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useWords } from '../../language/words.ts'
import { accountsThatHear } from './accounts-that-hear.ts'
import { reactionWords } from './reply-words.ts'

/** Type what a customer might write, and see what it would do now. Nothing is sent. */
export function TryCard({ rules }: { rules: ReplyRules }) {
  const words = useWords('replies')
  const { queries } = useHost()
  const now = useNow()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const kept = useQuery(queries.replies.away.queryOptions())
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const keywords = useMemo(() => keywordsOf(rules), [rules])
  const options = accountsThatHear(accounts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const accountId = options.find(({ value }) => value === chosen)?.value ?? options[0]?.value ?? null
  const away = kept.data?.away.find((each) => each.accountId === accountId) ?? null
  const outcome =
    text.trim() === ''
      ? words('try.nothingSent')
      : reactionWords(words, reactionTo(text, { keywords, texts: rules.texts, away, sender: null, at: now }))

  return (
    <section className="settings-card" aria-labelledby="reply-try-title">
      <h3 id="reply-try-title">{words('try.title')}</h3>
      <div className="reply-try">
        <TextInput
          label={words('try.writes')}
          placeholder={words('try.example')}
          autoComplete="off"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {options.length > 1 ? (
          <Select label={words('try.to')} data={options} value={accountId} allowDeselect={false} onChange={setChosen} />
        ) : null}
      </div>
      <output className="reply-outcome" aria-label={words('try.outcome')}>
        <bdi>{outcome}</bdi>
      </output>
    </section>
  )
}
