import './welcome.css'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { TEST_ON_ARRIVAL } from '../accounts/AccountPage.tsx'
import { NewAccount } from '../accounts/NewAccount.tsx'
import { SANDBOX_PROVIDER, useProviders } from '../accounts/useAccounts.ts'
import { replaceWith } from '../app/routes.ts'
import { CallFailure } from '../components/Failure.tsx'
import { Icon, type IconName } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useFormatTag, useWords } from '../language/words.ts'
import { CountrySelect } from '../settings/CountrySelect.tsx'
import { isCountry } from '../settings/countries.ts'
import { keysSentence, keysWords } from '../settings/keys.ts'
import { useSetSettings } from '../settings/useSetSettings.ts'
import { guessCountry } from './guess-country.ts'

const PROMISES = [
  { icon: 'check', key: 'once' },
  { icon: 'offline', key: 'offline' },
  { icon: 'key', key: 'local' },
] as const satisfies readonly { icon: IconName; key: string }[]

/** What matters within a sentence. */
const asBold = (text: ReactNode) => <b>{text}</b>

/** The first minute: what SMS Desk promises, and the choice between trying it and connecting a provider. */
export function WelcomeScreen() {
  const [connecting, setConnecting] = useState(false)
  return (
    <main className="welcome">
      <div className="welcome-page" data-connecting={connecting || undefined}>
        {connecting ? <Connect onBack={() => setConnecting(false)} /> : <Choice onConnect={() => setConnecting(true)} />}
      </div>
    </main>
  )
}

function Choice({ onConnect }: { onConnect: () => void }) {
  const words = useWords('welcome')
  const list = new Intl.ListFormat(useFormatTag(), { type: 'disjunction' })
  const { client } = useHost()
  const providers = useProviders()
  const start = useMutation({
    async mutationFn() {
      await client.sandbox.start({ sampleData: true })
      await client.settings.set({ welcomed: true })
      replaceWith('inbox')
    },
  })
  const names = (providers.data ?? []).filter((one) => one.id !== SANDBOX_PROVIDER).map((one) => one.name)
  return (
    <>
      <header className="welcome-head">
        <span className="welcome-mark" aria-hidden="true">
          <Icon name="inbox" size={26} />
        </span>
        <h1>{words('title')}</h1>
        <p className="welcome-lead">{words('lead')}</p>
      </header>
      <ul className="welcome-promises">
        {PROMISES.map((promise) => (
          <li key={promise.key}>
            <Icon name={promise.icon} size={18} />
            <span>
              <b>{words(`promises.${promise.key}.title`)}</b>
              <span className="sec">{words(`promises.${promise.key}.text`)}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="welcome-choices">
        <section className="welcome-choice" aria-labelledby="welcome-sandbox">
          <h2 id="welcome-sandbox">{words('sandbox.title')}</h2>
          <p>{words('sandbox.text')}</p>
          <Button variant="filled" size="md" loading={start.isPending} onClick={() => start.mutate()}>
            {words('sandbox.start')}
          </Button>
        </section>
        <section className="welcome-choice" aria-labelledby="welcome-connect">
          <h2 id="welcome-connect">{words('connect.title')}</h2>
          <p>{names.length === 0 ? words('connect.text') : words('connect.textNamed', { providers: list.format(names) })}</p>
          <Button size="md" disabled={start.isPending} onClick={onConnect}>
            {words('connect.start')}
          </Button>
        </section>
      </div>
      {start.isPending ? <output className="welcome-busy">{words('sandbox.busy')}</output> : null}
      <CallFailure error={start.error} />
      <footer className="welcome-foot">
        <BusinessCountry />
        <WhereKeysAre />
      </footer>
    </>
  )
}

/** One line asking where the business is. The guess from the person's languages is kept unless they say otherwise. */
function BusinessCountry() {
  const words = useWords('welcome')
  const { queries } = useHost()
  const settings = useQuery(queries.settings.get.queryOptions())
  const { mutate } = useSetSettings()
  const guessed = useRef(false)
  const country = settings.data?.defaultCountry
  useEffect(() => {
    if (country === undefined || guessed.current) return
    guessed.current = true
    const guess = guessCountry(navigator.languages, isCountry)
    if (guess !== null && guess !== country) mutate({ defaultCountry: guess })
  }, [country, mutate])
  if (country === undefined) return null
  return (
    <div className="welcome-country">
      <span>{words('country.before')}</span>
      <CountrySelect aria-label={words('country.label')} value={country} onChange={(code) => mutate({ defaultCountry: code })} />
      <span className="welcome-small">{words('country.after')}</span>
    </div>
  )
}

function WhereKeysAre() {
  const words = useWords('welcome')
  const keyWords = useWords('keys')
  const say = useHostSentences()
  const { queries } = useHost()
  const status = useQuery(queries.desk.status.queryOptions())
  if (status.data === undefined) return null
  const { secrets } = status.data
  return (
    <p className="welcome-small">
      {words.rich('keys', { b: asBold, place: keysWords(keyWords, secrets).place, means: keysSentence(keyWords, say, secrets) })}
    </p>
  )
}

function Connect({ onBack }: { onBack: () => void }) {
  const words = useWords('welcome')
  const { client } = useHost()
  return (
    <>
      <button type="button" className="account-back welcome-back" onClick={onBack}>
        <Icon name="arrowLeft" size={15} /> {words('connect.back')}
      </button>
      <header className="welcome-head">
        <h1>{words('connect.start')}</h1>
      </header>
      <NewAccount
        onAdded={(account) => {
          replaceWith('settings', 'accounts', account.id, TEST_ON_ARRIVAL)
          void client.settings.set({ welcomed: true })
        }}
        onCancel={onBack}
      />
      <WhereKeysAre />
    </>
  )
}
