import './welcome.css'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { TEST_ON_ARRIVAL } from '../accounts/AccountPage.tsx'
import { NewAccount } from '../accounts/NewAccount.tsx'
import { SANDBOX_PROVIDER, useProviders } from '../accounts/useAccounts.ts'
import { replaceWith } from '../app/routes.ts'
import { CallFailure } from '../components/Failure.tsx'
import { Icon, type IconName } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { CountrySelect } from '../settings/CountrySelect.tsx'
import { isCountry } from '../settings/countries.ts'
import { keysSentence, keysWords } from '../settings/keys.ts'
import { useSetSettings } from '../settings/useSetSettings.ts'
import { guessCountry } from './guess-country.ts'

const PROMISES: readonly { icon: IconName; title: string; words: string }[] = [
  {
    icon: 'check',
    title: 'Nothing goes out twice, nothing gets lost',
    words: 'Every text is written down before it is sent, and so is what became of it.',
  },
  { icon: 'offline', title: 'It works when the internet does not', words: 'Texts wait in the outbox and go out when the line is back.' },
  { icon: 'key', title: 'Your data stays on this computer', words: 'Customers, messages and keys are kept here and nowhere else.' },
]

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
        <h1>Welcome to SMS Desk</h1>
        <p className="welcome-lead">Text your customers from this desk, and always know what happened to a message.</p>
      </header>
      <ul className="welcome-promises">
        {PROMISES.map((promise) => (
          <li key={promise.title}>
            <Icon name={promise.icon} size={18} />
            <span>
              <b>{promise.title}</b>
              <span className="sec">{promise.words}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="welcome-choices">
        <section className="welcome-choice" aria-labelledby="welcome-sandbox">
          <h2 id="welcome-sandbox">Just looking?</h2>
          <p>The sandbox is a carrier inside SMS Desk, with sample customers who answer. It costs nothing and texts nobody.</p>
          <Button variant="filled" size="md" loading={start.isPending} onClick={() => start.mutate()}>
            Try it with the sandbox
          </Button>
        </section>
        <section className="welcome-choice" aria-labelledby="welcome-connect">
          <h2 id="welcome-connect">Ready to text?</h2>
          <p>{names.length === 0 ? 'Connect the account you have at an SMS provider.' : `Connect your account at ${listed(names)}.`}</p>
          <Button size="md" disabled={start.isPending} onClick={onConnect}>
            Connect a provider
          </Button>
        </section>
      </div>
      {start.isPending ? <output className="welcome-busy">Setting up the sandbox and its customers…</output> : null}
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
      <span>Your business is in</span>
      <CountrySelect aria-label="Country of your business" value={country} onChange={(code) => mutate({ defaultCountry: code })} />
      <span className="welcome-small">so that numbers like 070-174 06 05 are understood</span>
    </div>
  )
}

function WhereKeysAre() {
  const { queries } = useHost()
  const status = useQuery(queries.desk.status.queryOptions())
  if (status.data === undefined) return null
  const { secrets } = status.data
  const keys = keysWords(secrets)
  return (
    <p className="welcome-small">
      <b>Where your keys are kept: {keys.place}.</b> {keysSentence(secrets)}
    </p>
  )
}

function Connect({ onBack }: { onBack: () => void }) {
  const { client } = useHost()
  return (
    <>
      <button type="button" className="account-back welcome-back" onClick={onBack}>
        <Icon name="arrowLeft" size={15} /> Back
      </button>
      <header className="welcome-head">
        <h1>Connect a provider</h1>
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

/** "A, B or C". */
function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
}
