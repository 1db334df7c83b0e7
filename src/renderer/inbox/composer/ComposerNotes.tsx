import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Settings } from '../../../shared/contract/desk.ts'
import { goTo } from '../../app/routes.ts'
import { useUiState } from '../../app/uiState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { sayDone } from '../../components/toasts.ts'
import { useFormatTag, useWords } from '../../language/words.ts'
import { clockWords, NIGHT } from '../../settings/sending-words.ts'
import { useSetSettings } from '../../settings/useSetSettings.ts'
import type { Usual } from './account-choice.ts'

const asKept = (text: ReactNode) => <bdi className="composer-kept people-line">{text}</bdi>

/** The latest text that is kept beside the one being written. Nothing where there is none. */
export function TakenBackNote({ draftKey }: { draftKey: string }) {
  const words = useWords('composer')
  const kept = useUiState((state) => state.drafts[draftKey]?.takenBack.at(-1))
  const isWriting = useUiState((state) => (state.drafts[draftKey]?.text ?? '').trim() !== '')
  const swap = useUiState((state) => state.swapTakenBack)
  const drop = useUiState((state) => state.dropTakenBack)
  if (kept === undefined) return null
  return (
    <Notice
      icon="info"
      action={
        <>
          <Button size="xs" onClick={() => swap(draftKey)}>
            {isWriting ? words('kept.swap') : words('kept.putBack')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => drop(draftKey)}>
            {words('kept.drop')}
          </Button>
        </>
      }
    >
      {words.rich('kept.text', { text: kept, kept: asKept })}
    </Notice>
  )
}

/** Where no text can be written: why, and what to do about it. @param answerable names and short codes are not */
export function NothingToWrite({ answerable }: { answerable: boolean }) {
  const words = useWords('composer')
  return (
    <footer className="composer">
      {answerable ? (
        <Notice
          icon="info"
          action={
            <Button size="xs" onClick={() => goTo('settings', 'accounts')}>
              {words('addAccount')}
            </Button>
          }
        >
          {words('noAccount')}
        </Notice>
      ) : (
        <Notice icon="info">{words('noAnswer')}</Notice>
      )}
    </footer>
  )
}

/** What the customer will notice of another account, and the way back to `usual`, the one they know; null where that is gone. */
export function AccountWarning({ warning, usual, onKeep }: { warning: string; usual: Usual | null; onKeep: () => void }) {
  const words = useWords('composer')
  return (
    <Notice
      tone="warn"
      icon="warning"
      urgent
      action={
        usual === null ? null : (
          <Button size="xs" onClick={onKeep}>
            {words('keepAccount', { account: usual.name })}
          </Button>
        )
      }
    >
      {warning}
    </Notice>
  )
}

/** Where this computer remembers that the suggestion was answered. */
const ANSWERED_KEY = 'sms-desk-quiet-hours-suggested'

function wasAnswered(): boolean {
  try {
    return localStorage.getItem(ANSWERED_KEY) !== null
  } catch {
    return false
  }
}

/** Once, before the first text to several people: whether to keep texts back at night. Nothing once it was answered, or quiet hours are set. */
export function QuietHoursSuggestion({ settings }: { settings: Settings }) {
  const [answered, setAnswered] = useState(wasAnswered)
  const set = useSetSettings()
  const words = useWords('composer')
  const tag = useFormatTag()
  if (answered || settings.quietHours !== null) return null

  function remember(): void {
    setAnswered(true)
    try {
      localStorage.setItem(ANSWERED_KEY, 'yes')
    } catch {
      // Then it is asked again the next time.
    }
  }

  return (
    <Notice
      icon="clock"
      action={
        <>
          <Button
            size="xs"
            loading={set.isPending}
            onClick={() =>
              set.mutate(
                { quietHours: NIGHT },
                {
                  onSuccess: () => {
                    remember()
                    sayDone(words('quietHours.done'))
                  },
                },
              )
            }
          >
            {words('quietHours.turnOn')}
          </Button>
          <Button size="xs" variant="subtle" onClick={remember}>
            {words('quietHours.notNow')}
          </Button>
        </>
      }
    >
      {words('quietHours.ask', { from: clockWords(NIGHT.from, tag), until: clockWords(NIGHT.until, tag) })}
    </Notice>
  )
}
