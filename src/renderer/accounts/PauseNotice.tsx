import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Account } from '../../shared/contract/accounts.ts'
import { Notice } from '../components/Notice.tsx'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { PAUSED_BY_PERSON } from './useAccounts.ts'

/** Why an account is paused and how many texts wait, with the button that lets it send again. */
export function PauseNotice({ account }: { account: Account }) {
  const words = useWords('accounts')
  const say = useHostSentences()
  const { queries } = useHost()
  const resume = useMutation(queries.accounts.resume.mutationOptions({ onError: sayFailed }))
  if (account.status !== 'paused') return null
  const byPerson = account.pause?.code === PAUSED_BY_PERSON
  return (
    <Notice
      tone={byPerson ? 'plain' : 'warn'}
      icon="pause"
      action={
        <Button
          size="xs"
          loading={resume.isPending}
          onClick={() => resume.mutate({ id: account.id })}
          aria-label={words('pause.resumeOf', { account: account.name })}
        >
          {words('pause.resume')}
        </Button>
      }
    >
      {account.pause === null ? words('pause.nothingSent') : say(account.pause.message)}
      {account.waiting > 0 ? ` ${words('pause.waiting', { count: account.waiting })}` : ''}
    </Notice>
  )
}
