import { Button, Radio } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { StartupProblem } from '../../shared/contract/desk.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useNow } from '../components/useNow.ts'
import { useTimes } from '../language/times.ts'
import { useFormatTag, useWords } from '../language/words.ts'
import { Actions, type Resolve } from './Actions.tsx'
import { sizeWords } from './words.ts'

/** A word beside a moment. */
const asNote = (text: ReactNode) => <span className="startup-latest">{text}</span>

/** Chooses the backup to go on from, the latest unless the person says otherwise; asks before putting it in place. */
export function BackupChoice({ problem, resolve }: { problem: StartupProblem; resolve: Resolve }) {
  const words = useWords('startup')
  const times = useTimes()
  const tag = useFormatTag()
  const now = useNow()
  const [name, setName] = useState(problem.backups[0]?.name ?? '')
  const [asking, setAsking] = useState(false)
  const chosen = problem.backups.find((backup) => backup.name === name)
  return (
    <>
      <Radio.Group label={words('backups.label')} value={name} onChange={setName} className="startup-backups">
        {problem.backups.map((backup, index) => (
          <Radio
            key={backup.name}
            value={backup.name}
            label={
              <span className="startup-backup">
                <span>
                  {index === 0
                    ? words.rich('backups.latest', { moment: times.moment(backup.at, now), note: asNote })
                    : times.moment(backup.at, now)}
                </span>
                <span className="startup-size num">{sizeWords(backup.bytes, tag)}</span>
              </span>
            }
            title={times.exact(backup.at)}
          />
        ))}
      </Radio.Group>
      <Actions resolve={resolve}>
        <Button variant="filled" size="md" disabled={chosen === undefined} onClick={() => setAsking(true)}>
          {words('backups.goBack')}
        </Button>
        <Button variant="subtle" size="md" loading={resolve.isPending && !asking} onClick={() => resolve.mutate({ action: 'retry' })}>
          {words('retry')}
        </Button>
      </Actions>
      {chosen === undefined ? null : (
        <ConfirmDialog
          opened={asking}
          title={words('backups.title')}
          confirmLabel={words('backups.confirm')}
          busy={resolve.isPending}
          error={resolve.error}
          onConfirm={() => resolve.mutate({ action: 'restore_backup', name: chosen.name }, { onSuccess: () => setAsking(false) })}
          onCancel={() => {
            setAsking(false)
            resolve.reset()
          }}
        >
          {words('backups.means', { moment: times.moment(chosen.at, now) })}
        </ConfirmDialog>
      )}
    </>
  )
}
