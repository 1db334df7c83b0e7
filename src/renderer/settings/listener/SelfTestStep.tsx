import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SelfTestResult } from '../../../shared/contract/listener.ts'
import { SELF_TEST_LEGS } from '../../../shared/contract/listener.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords } from '../../language/words.ts'
import { Step } from './Step.tsx'

type SelfTest = ReturnType<typeof useSelfTest>

/** The self-test, with the result of the last one. */
export function useSelfTest() {
  const { queries } = useHost()
  return useMutation(queries.listener.selfTest.mutationOptions())
}

/** One button that goes out through the public address and back, and names the leg that is broken. */
export function SelfTestStep({ test, publicUrl }: { test: SelfTest; publicUrl: string | null }) {
  const words = useWords('listener')
  // A result is about the address it was made with.
  const result = test.isPending || test.data?.url !== publicUrl ? undefined : test.data
  const passed = result?.failed === null
  return (
    <Step number={3} title={words('test.title')} done={passed}>
      <p className="sec">{words('test.intro')}</p>
      <div>
        <Button variant={passed ? 'default' : 'filled'} size="md" loading={test.isPending} onClick={() => test.mutate(undefined)}>
          {result === undefined ? words('test.start') : words('test.again')}
        </Button>
      </div>
      <CallFailure error={test.error} />
      <div aria-live="polite">
        {test.isPending ? <p className="sec">{words('test.running')}</p> : null}
        {result === undefined ? null : <Legs result={result} />}
      </div>
    </Step>
  )
}

function Legs({ result }: { result: SelfTestResult }) {
  const words = useWords('listener')
  const say = useHostSentences()
  const { passed, failed, roundTripMs } = result
  return (
    <>
      <ul className="listener-legs" aria-label={words('test.legs.label')}>
        {SELF_TEST_LEGS.map((leg) => {
          const state = passed.includes(leg) ? 'passed' : failed?.leg === leg ? 'failed' : 'untested'
          return (
            <li key={leg} data-state={state}>
              {state === 'untested' ? (
                <span className="listener-leg-none" aria-hidden />
              ) : (
                <Icon name={state === 'passed' ? 'check' : 'close'} size={15} />
              )}
              <span>{words(`test.legs.${leg}`)}</span>
              <span className="listener-leg-word">{words(`test.results.${state}`)}</span>
            </li>
          )
        })}
      </ul>
      {failed === null ? (
        <Notice tone="ok" icon="check">
          {words('test.works', { milliseconds: String(roundTripMs) })}
        </Notice>
      ) : (
        <Notice tone="bad" icon="warning">
          <b>{say(failed.message)}</b> {say(failed.next)}
        </Notice>
      )}
    </>
  )
}
