import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useState } from 'react'
import type { WholeHook } from '../../shared/contract/hooks.ts'
import { useWords } from '../language/words.ts'
import { indentJson } from './words.ts'

/** A request as it came, secrets taken out: text to be read and copied, never anything else. */
export function RawRequest({ hook }: { hook: WholeHook }) {
  const words = useWords('activity')
  const { method, contentType, query, body, accountId, verdict } = hook
  const isNoted = verdict === 'rejected' && query === '' && body === ''
  return (
    <section className="hook-part" aria-label={words('raw.title')}>
      <h3>{words('raw.title')}</h3>
      <p className="mut hook-hint num">
        {method}
        {contentType === '' ? '' : ` · ${contentType}`}
      </p>
      {query === '' ? null : <RawText label={words('raw.address')} text={query} />}
      {body === '' ? null : <RawText label={words('raw.content')} text={body} />}
      {query === '' && body === '' ? (
        <p className="sec">
          {isNoted && accountId === null ? words('raw.strangers') : isNoted ? words('raw.notKept') : words('raw.empty')}
        </p>
      ) : (
        <p className="mut hook-hint">{words('raw.secrets')}</p>
      )}
    </section>
  )
}

function RawText({ label, text }: { label: string; text: string }) {
  const words = useWords('activity')
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
            {words('raw.indented')}
          </Button>
        )}
        <Button
          size="xs"
          aria-label={words(clipboard.copied ? 'raw.copiedOf' : 'raw.copyOf', { label })}
          // As it came, whatever is shown.
          onClick={() => clipboard.copy(text)}
        >
          {words(clipboard.copied ? 'raw.copied' : 'raw.copy')}
        </Button>
      </div>
      <pre aria-label={label}>{isIndented && indented !== null ? indented : text}</pre>
    </div>
  )
}
