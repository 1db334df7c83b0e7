import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newAwayMessage } from '../../../shared/replies/defaults.ts'
import { ownZone } from '../../../shared/time/wall-time.ts'
import { LoadFailure } from '../../components/Failure.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'
import { accountsThatHear } from './accounts-that-hear.ts'
import { AwayForm } from './AwayForm.tsx'
import { awayWords } from './reply-words.ts'

/** The text that answers whoever writes while nobody is there: one for each account that texts come in on. */
export function AwayCard() {
  const words = useWords('replies')
  const tag = useFormatTag()
  const { queries } = useHost()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const kept = useQuery(queries.replies.away.queryOptions())
  const [editing, setEditing] = useState<string | null>(null)
  const failed = [accounts, kept].find((query) => query.isError)
  const hearing = accountsThatHear(accounts.data ?? [])
  return (
    <section className="settings-card" aria-labelledby="reply-away-title">
      <h3 id="reply-away-title">{words('away.title')}</h3>
      <p className="sec">{words('away.intro')}</p>
      {failed !== undefined ? <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {accounts.data !== undefined && hearing.length === 0 ? <p className="settings-aside">{words('away.noAccount')}</p> : null}
      {kept.data === undefined || hearing.length === 0 ? null : (
        <ul className="away-accounts" aria-label={words('away.accounts')}>
          {hearing.map((account) => {
            const away = kept.data.away.find(({ accountId }) => accountId === account.id) ?? newAwayMessage(account.id, ownZone())
            const isOpen = editing === account.id
            return (
              <li key={account.id}>
                <div className="away-account">
                  <b className="people-line">{account.name}</b>
                  <span className="sec">{awayWords(words, tag, away)}</span>
                  <span className="grow" />
                  <TextButton
                    label={isOpen ? words('away.closeOf', { account: account.name }) : words('away.setUpOf', { account: account.name })}
                    onClick={() => setEditing(isOpen ? null : account.id)}
                  >
                    {isOpen ? words('away.close') : away.text === '' ? words('away.setUp') : words('away.change')}
                  </TextButton>
                </div>
                {isOpen ? <AwayForm kept={away} name={account.name} onDone={() => setEditing(null)} /> : null}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
