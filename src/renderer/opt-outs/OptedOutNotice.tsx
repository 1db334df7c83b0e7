import './opt-outs.css'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { dayOf } from '../../shared/opt-outs/words.ts'
import { Notice } from '../components/Notice.tsx'
import { useNow } from '../components/useNow.ts'
import { useFormatTag, useWords } from '../language/words.ts'
import { LiftOptOut } from './LiftOptOut.tsx'
import { namesOf, saidHow } from './words.ts'

const asForeign = (text: ReactNode) => <bdi>{text}</bdi>

/**
 * Why nothing can be sent from here: who of the recipients asked not to get texts. `id` is for what it describes, `among`
 * how many recipients there are.
 */
export function OptedOutNotice({ id, optOuts, among }: { id: string; optOuts: readonly OptOut[]; among: number }) {
  const now = useNow()
  const words = useWords('optOuts')
  const tag = useFormatTag()
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
              {words('row.lift')}
            </Button>
          ) : undefined
        }
      >
        <span id={id}>
          {alone
            ? words.rich('notice.alone', { day: dayOf(first.at, now, tag), said: saidHow(words, first), how: asForeign })
            : words('notice.several', { names: namesOf(words, tag, optOuts), count: optOuts.length })}
        </span>
      </Notice>
      <LiftOptOut optOut={lifting ? first : null} onClose={() => setLifting(false)} />
    </>
  )
}
