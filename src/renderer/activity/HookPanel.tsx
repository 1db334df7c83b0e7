import '../inbox/thread/what-happened.css'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { HookStatement, WholeHook } from '../../shared/contract/hooks.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { displayName } from '../components/names.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useTimes } from '../language/times.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { RawRequest } from './RawRequest.tsx'
import { appliedAgainWords, saidWords, VERDICT_TONES } from './words.ts'

const asForeign = (text: ReactNode) => <bdi>{text}</bdi>

/** One request: what it says in words, what became of it, and how it came. */
export function HookPanel({ id }: { id: string }) {
  const { queries } = useHost()
  const words = useWords('activity')
  const hook = useQuery(queries.hooks.get.queryOptions({ input: { id }, refetchOnMount: 'always' }))
  return (
    <div className="hook">
      <Button className="hook-back" variant="subtle" leftSection={<Icon name="arrowLeft" size={15} />} onClick={() => goTo('activity')}>
        {words('request.back')}
      </Button>
      {hook.data === undefined ? (
        hook.isError ? (
          <LoadFailure error={hook.error} onRetry={() => void hook.refetch()} />
        ) : (
          <Loading>{words('request.fetching')}</Loading>
        )
      ) : (
        <Whole hook={hook.data} />
      )}
    </div>
  )
}

function Whole({ hook }: { hook: WholeHook }) {
  const { queries } = useHost()
  const words = useWords('activity')
  const say = useHostSentences()
  const replay = useMutation(
    queries.hooks.replay.mutationOptions({ onSuccess: (done) => sayDone(appliedAgainWords(words, done)), onError: sayFailed }),
  )
  const times = useTimes()
  const { message, verdict } = hook
  return (
    <>
      <header className="hook-head">
        <h2 className="people-text">{saidWords(say, hook.words)}</h2>
        <p className="hook-verdict">
          <Chip tone={VERDICT_TONES[verdict]}>{words(`verdict.${verdict}`)}</Chip>
          <span className="sec">{words(`became.${verdict}`)}</span>
        </p>
        {hook.detail === null ? null : <p className="people-text">{say(hook.detail)}</p>}
        {message === null && !hook.canReplay ? null : (
          <div className="hook-actions">
            {message === null ? null : (
              <Button
                component="a"
                href={hashFor('inbox', message.conversationId, message.id)}
                leftSection={<Icon name="inbox" size={15} />}
              >
                <span className="hook-person">
                  {words.rich('request.conversation', { name: displayName(message.name, message.peer), who: asForeign })}
                </span>
              </Button>
            )}
            {hook.canReplay ? (
              <Button
                leftSection={<Icon name="refresh" size={15} />}
                loading={replay.isPending}
                onClick={() => replay.mutate({ id: hook.id })}
              >
                {words(verdict === 'unreadable' ? 'request.readAgain' : 'request.applyAgain')}
              </Button>
            ) : null}
          </div>
        )}
        <dl className="hook-facts">
          <Fact label={words('request.came')} value={times.exact(hook.receivedAt)} />
          <Fact label={words('request.account')} value={hook.accountName ?? words('request.noAccount')} />
        </dl>
      </header>
      {hook.statements.length === 0 ? null : (
        <section className="hook-part" aria-label={words('request.says')}>
          <h3>{words('request.says')}</h3>
          <ol className="hook-statements">
            {hook.statements.map((statement, index) => (
              // A request says the same things in the same order for ever.
              // oxlint-disable-next-line react/no-array-index-key
              <Statement key={`${index} ${statement.words}`} statement={statement} />
            ))}
          </ol>
        </section>
      )}
      <RawRequest hook={hook} />
    </>
  )
}

function Statement({ statement: { words, text, facts } }: { statement: HookStatement }) {
  const say = useHostSentences()
  return (
    <li>
      <p className="people-text">{say(words)}</p>
      {text === null ? null : <blockquote className="quoted-text people-text">{text}</blockquote>}
      {facts.length === 0 ? null : (
        <dl className="hook-facts">
          {facts.map(({ label, value }) => (
            <Fact key={label} label={say(label)} value={value} />
          ))}
        </dl>
      )}
    </li>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}
