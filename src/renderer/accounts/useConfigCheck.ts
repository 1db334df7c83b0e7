import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useHost } from '../host/HostProvider.tsx'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { LONGEST_VALUE } from './form.ts'

/** What the host says about a configuration, by field key, as sentences in the language of the window. */
export interface ConfigFindings {
  /** What stops it from being saved. */
  problems: Readonly<Record<string, string>>
  /** What is allowed but unwise. */
  warnings: Readonly<Record<string, string>>
}

/** How long typing must rest before the host is asked, in milliseconds. */
const REST_MS = 300
/** How long an answer about a configuration that is no longer in the form is kept, in milliseconds. */
const KEEP_MS = 30_000

const NOTHING: ConfigFindings = { problems: {}, warnings: {} }

/**
 * Has a configuration checked by the host while it is typed. Until an answer comes the one before it stays, so that
 * nothing flickers; an answer about what has been changed since is never shown in its place. An empty configuration is
 * not asked about: what is needed, the form knows by itself.
 * @param config what would be saved: trimmed, without empty values
 */
export function useConfigCheck(
  provider: string,
  config: Readonly<Record<string, string>>,
): {
  findings: ConfigFindings
  /** Asks at once, unless this very configuration was asked about. */
  checkNow: () => Promise<ConfigFindings>
} {
  const { queries } = useHost()
  const say = useHostSentences()
  const queryClient = useQueryClient()
  const typed = JSON.stringify(config)
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    if (typed === rested) return undefined
    const timer = window.setTimeout(() => setRested(typed), REST_MS)
    return () => window.clearTimeout(timer)
  }, [typed, rested])

  const restedConfig = useMemo(() => JSON.parse(rested) as Record<string, string>, [rested])
  const optionsFor = (checked: Record<string, string>) =>
    queries.accounts.check.queryOptions({ input: { provider, config: checked }, gcTime: KEEP_MS })
  const isAsked = canBeAsked(restedConfig)
  const select = useCallback((findings: ConfigFindings) => saidFindings(say, findings), [say])
  const { data } = useQuery({ ...optionsFor(restedConfig), select, enabled: isAsked, placeholderData: keepPreviousData })

  return {
    findings: isAsked ? (data ?? NOTHING) : NOTHING,
    async checkNow() {
      if (!canBeAsked(config)) return NOTHING
      setRested(typed)
      return queryClient.fetchQuery(optionsFor({ ...config }))
    },
  }
}

function saidFindings(say: SaySentence, { problems, warnings }: ConfigFindings): ConfigFindings {
  const said = (sentences: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [key, say(sentence)]))
  return { problems: said(problems), warnings: said(warnings) }
}

/** The host takes no longer values than the contract; the form says so by itself. */
function canBeAsked(config: Readonly<Record<string, string>>): boolean {
  const values = Object.values(config)
  return values.length > 0 && values.every((value) => value.length <= LONGEST_VALUE)
}
