import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import type { StartupProblem } from '../../shared/contract/desk.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { exactTime, momentWords } from '../components/times.ts'
import { useNow } from '../components/useNow.ts'
import { Actions, type Resolve } from './Actions.tsx'
import { sizeWords } from './words.ts'

/** Chooses the backup to go on from, the latest unless the person says otherwise; asks before putting it in place. */
export function BackupChoice({ problem, resolve }: { problem: StartupProblem; resolve: Resolve }) {
  const now = useNow()
  const [name, setName] = useState(problem.backups[0]?.name ?? '')
  const [asking, setAsking] = useState(false)
  const chosen = problem.backups.find((backup) => backup.name === name)
  return (
    <>
      <Radio.Group label="Backups in the data folder" value={name} onChange={setName} className="startup-backups">
        {problem.backups.map((backup, index) => (
          <Radio
            key={backup.name}
            value={backup.name}
            label={
              <span className="startup-backup">
                <span>
                  {momentWords(backup.at, now)}
                  {index === 0 ? <span className="startup-latest"> · latest</span> : null}
                </span>
                <span className="startup-size num">{sizeWords(backup.bytes)}</span>
              </span>
            }
            title={exactTime(backup.at)}
          />
        ))}
      </Radio.Group>
      <Actions resolve={resolve}>
        <Button variant="filled" size="md" disabled={chosen === undefined} onClick={() => setAsking(true)}>
          Go back to this backup…
        </Button>
        <Button variant="subtle" size="md" loading={resolve.isPending && !asking} onClick={() => resolve.mutate({ action: 'retry' })}>
          Try again
        </Button>
      </Actions>
      {chosen === undefined ? null : (
        <ConfirmDialog
          opened={asking}
          title="Go back to this backup?"
          confirmLabel="Put the backup in place"
          busy={resolve.isPending}
          error={resolve.error}
          onConfirm={() => resolve.mutate({ action: 'restore_backup', name: chosen.name }, { onSuccess: () => setAsking(false) })}
          onCancel={() => {
            setAsking(false)
            resolve.reset()
          }}
        >
          SMS Desk goes on as it was {momentWords(chosen.at, now)}. What was sent or received after that is not in the backup. The damaged
          file is kept beside it, so an expert can still look into it.
        </ConfirmDialog>
      )}
    </>
  )
}
