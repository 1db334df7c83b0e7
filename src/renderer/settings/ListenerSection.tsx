import type { DeskStatus } from '../../shared/contract/desk.ts'
import { hashFor } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { Notice } from '../components/Notice.tsx'
import { Row, Rows, Section } from './Section.tsx'

/** Where providers bring delivery reports and replies. */
export function ListenerSection({ status }: { status: DeskStatus }) {
  const { address, problem } = status.listener
  return (
    <Section title="Listener" intro="The listener takes delivery reports and customers’ replies from your providers, and nothing else.">
      <Rows>
        <Row
          title="Address on this computer"
          hint={address === null ? undefined : 'A tunnel that leads here lets providers reach it from the internet.'}
        >
          {address === null ? <Chip tone="warn">not listening</Chip> : <code className="settings-path">{address}</code>}
        </Row>
      </Rows>
      {problem === null ? null : (
        <Notice tone="warn" icon="warning">
          {problem}
        </Notice>
      )}
      <p className="settings-aside">
        Each account has an address of its own beneath this one. You find it, with what to do with it, on the account’s page under{' '}
        <a href={hashFor('settings', 'accounts')}>Accounts</a>.
      </p>
    </Section>
  )
}
