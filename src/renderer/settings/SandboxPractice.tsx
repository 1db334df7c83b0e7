import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { focusWhenShown } from '../accounts/focusWhenShown.ts'
import { hashFor } from '../app/routes.ts'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import type { Practice } from './sandbox-words.ts'
import { Row, Rows } from './Section.tsx'

/** The providers that the sandbox can stand in for: those it does, with their accounts, and a button for each other. */
export function SandboxPractice({ list }: { list: readonly Practice[] }) {
  const words = useWords('sandbox')
  const { queries } = useHost()
  const titleId = useId()
  const start = useMutation(queries.sandbox.start.mutationOptions())
  return (
    <section className="settings-part" aria-labelledby={titleId}>
      <h3 id={titleId}>{words('practice.title')}</h3>
      <Rows label={words('practice.label')}>
        {list.map(({ provider, name, summary, accounts: practised }) => (
          <Row key={provider} title={name} hint={summary}>
            {practised.length === 0 ? (
              <Button
                aria-label={words('practice.startAs', { provider: name })}
                disabled={start.isPending}
                loading={start.isPending && start.variables.as === provider}
                onClick={() =>
                  start.mutate(
                    { sampleData: false, as: provider },
                    { onSuccess: () => sayDone(words('practice.started', { provider: name })) },
                  )
                }
              >
                {words('practice.start')}
              </Button>
            ) : (
              <ul className="practice-accounts" aria-label={words('practice.accounts', { provider: name })}>
                {practised.map((account) => (
                  <li key={account.id}>
                    <a
                      href={hashFor('settings', 'accounts', account.id)}
                      title={words('practice.open')}
                      // The button that was pressed is gone: what it made takes its place for the keyboard.
                      ref={account.id === start.data?.accountId ? focusWhenShown : undefined}
                    >
                      <bdi>{account.name}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Row>
        ))}
      </Rows>
      <CallFailure error={start.error} />
    </section>
  )
}
