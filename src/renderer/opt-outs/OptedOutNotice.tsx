import './opt-outs.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { dayOf, saidHow } from '../../shared/opt-outs/words.ts'
import { formatNumber } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { countWords } from '../components/times.ts'
import { useNow } from '../components/useNow.ts'
import { LiftOptOut } from './LiftOptOut.tsx'

/** Numbers named where several of the recipients are opted out. */
const NAMED = 3

/**
 * Why nothing can be sent from here: who of the recipients asked not to get texts. `id` is for what it describes, `among`
 * how many recipients there are.
 */
export function OptedOutNotice({ id, optOuts, among }: { id: string; optOuts: readonly OptOut[]; among: number }) {
  const now = useNow()
  const [lifting, setLifting] = useState(false)
  const [first] = optOuts
  if (first === undefined) return null
  const alone = among === 1
  return (
    <>
      <Notice
        tone="warn"
        icon="warning"
        action={
          alone ? (
            <Button size="xs" onClick={() => setLifting(true)}>
              Lift…
            </Button>
          ) : undefined
        }
      >
        <span id={id}>
          {alone ? (
            <>
              Asked not to get texts on {dayOf(first.at, now)}, <bdi>{saidHow(first)}</bdi>. Nothing can be sent.
            </>
          ) : (
            `${namesOf(optOuts)} asked not to get texts. Take ${optOuts.length === 1 ? 'them' : 'these people'} out of the list to send to the others.`
          )}
        </span>
      </Notice>
      <LiftOptOut optOut={lifting ? first : null} onClose={() => setLifting(false)} />
    </>
  )
}

function namesOf(optOuts: readonly OptOut[]): string {
  const names = optOuts.slice(0, NAMED).map(({ name, e164 }) => name ?? formatNumber(e164))
  if (optOuts.length > NAMED) names.push(`${countWords(optOuts.length - NAMED)} more`)
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
