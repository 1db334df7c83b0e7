import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useState } from 'react'
import type { WholeHook } from '../../shared/contract/hooks.ts'
import { indentJson } from './words.ts'

/** A request as it came, secrets taken out: text to be read and copied, never anything else. */
export function RawRequest({ hook }: { hook: WholeHook }) {
  const { method, contentType, query, body, accountId, verdict } = hook
  const isNoted = verdict === 'rejected' && query === '' && body === ''
  return (
    <section className="hook-part" aria-label="As it came">
      <h3>As it came</h3>
      <p className="mut hook-hint num">
        {method}
        {contentType === '' ? '' : ` · ${contentType}`}
      </p>
      {query === '' ? null : <RawText label="In the address" text={query} />}
      {body === '' ? null : <RawText label="Content" text={body} />}
      {query === '' && body === '' ? (
        <p className="sec">
          {isNoted && accountId === null
            ? 'What strangers bring is not kept, only that they knocked.'
            : isNoted
              ? 'What it carried was not kept.'
              : 'It was empty.'}
        </p>
      ) : (
        <p className="mut hook-hint">Passwords and tokens were taken out before it was stored.</p>
      )}
    </section>
  )
}

function RawText({ label, text }: { label: string; text: string }) {
  const clipboard = useClipboard({ timeout: 2_000 })
  const [isIndented, setIndented] = useState(true)
  const indented = indentJson(text)
  return (
    <div className="hook-raw">
      <div className="hook-raw-head">
        <h4>{label}</h4>
        <span className="grow" />
        {indented === null || indented === text ? null : (
          <Button size="xs" variant="subtle" aria-pressed={isIndented} onClick={() => setIndented(!isIndented)}>
            Indented
          </Button>
        )}
        <Button
          size="xs"
          aria-label={clipboard.copied ? `${label}: copied` : `Copy: ${label}`}
          // As it came, whatever is shown.
          onClick={() => clipboard.copy(text)}
        >
          {clipboard.copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <pre aria-label={label}>{isIndented && indented !== null ? indented : text}</pre>
    </div>
  )
}
