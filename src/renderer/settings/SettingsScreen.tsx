import './settings.css'
import { useQuery } from '@tanstack/react-query'
import type { DeskStatus, Settings } from '../../shared/contract/desk.ts'
import { AccountPage, TEST_ON_ARRIVAL } from '../accounts/AccountPage.tsx'
import { SANDBOX_PROVIDER, useAccounts } from '../accounts/useAccounts.ts'
import { hashFor, useRoute } from '../app/routes.ts'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { Screen } from '../components/Screen.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { AboutSection } from './AboutSection.tsx'
import { AccountsSection, NewAccountSection } from './AccountsSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { KeysSection } from './KeysSection.tsx'
import { LabelsSection } from './LabelsSection.tsx'
import { ListenerSection } from './listener/ListenerSection.tsx'
import { NotificationsSection } from './NotificationsSection.tsx'
import { RepliesSection } from './replies/RepliesSection.tsx'
import { SandboxSection } from './SandboxSection.tsx'
import { SECTIONS } from './sections.ts'
import { SendingSection } from './SendingSection.tsx'
import { TemplatesSection } from '../templates/TemplatesSection.tsx'

/** Everything that can be set, a section at a time; each has an address of its own: `#/settings/keys`. */
export function SettingsScreen() {
  const words = useWords('settings')
  const { parts } = useRoute()
  const { queries } = useHost()
  const accounts = useAccounts()
  const settings = useQuery(queries.settings.get.queryOptions())
  const status = useQuery(queries.desk.status.queryOptions())
  const hasSandbox = accounts.data?.some((account) => account.provider === SANDBOX_PROVIDER) ?? false
  const sections = SECTIONS.filter((section) => section !== 'sandbox' || hasSandbox)
  const current = sections.find((section) => section === parts[0]) ?? 'accounts'
  const failed = [settings, status].find((query) => query.isError)
  return (
    <Screen title={words('title')} ground="quiet">
      <div className="settings">
        <nav className="settings-nav" aria-label={words('sections.label')}>
          {sections.map((section) => (
            <a key={section} href={hashFor('settings', section)} aria-current={section === current ? 'page' : undefined}>
              {words(`sections.${section}`)}
            </a>
          ))}
        </nav>
        <div className="settings-body">
          {failed !== undefined ? (
            <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
          ) : settings.data === undefined || status.data === undefined ? (
            <Loading>{words('loading')}</Loading>
          ) : (
            <Current section={current} rest={parts.slice(1)} settings={settings.data} status={status.data} />
          )}
        </div>
      </div>
    </Screen>
  )
}

function Current({
  section,
  rest,
  settings,
  status,
}: {
  section: (typeof SECTIONS)[number]
  rest: readonly string[]
  settings: Settings
  status: DeskStatus
}) {
  switch (section) {
    case 'accounts': {
      const [account, then] = rest
      if (account === undefined) return <AccountsSection settings={settings} />
      if (account === 'new') return <NewAccountSection />
      return <AccountPage key={account} id={account} testOnArrival={then === TEST_ON_ARRIVAL} />
    }
    case 'sending':
      return <SendingSection settings={settings} />
    case 'templates':
      return <TemplatesSection page={rest[0]} />
    case 'replies':
      return <RepliesSection rules={settings.replies} />
    case 'labels':
      return <LabelsSection />
    case 'notifications':
      return <NotificationsSection settings={settings.notifications} shell={status.shell} />
    case 'appearance':
      return <AppearanceSection settings={settings} />
    case 'sandbox':
      return <SandboxSection />
    case 'keys':
      return <KeysSection status={status} settings={settings} />
    case 'listener':
      return <ListenerSection />
    case 'about':
      return <AboutSection status={status} />
  }
}
