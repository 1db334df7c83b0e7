import type { DeskStatus } from '../../shared/contract/desk.ts'
import { Row, Rows, Section } from './Section.tsx'

const SHELLS: Record<DeskStatus['shell'], string> = {
  electron: 'Desktop app',
  browser: 'In the browser, served by this computer',
  cli: 'Command line',
  test: 'Test',
}

/** Which SMS Desk this is. */
export function AboutSection({ status }: { status: DeskStatus }) {
  return (
    <Section title="About" intro="Nothing goes out twice, nothing gets lost, and you always know what happened to a message.">
      <Rows>
        <Row title="SMS Desk">
          <span className="num">Version {status.version}</span>
        </Row>
        <Row title="Runs as">
          <span>{SHELLS[status.shell]}</span>
        </Row>
      </Rows>
    </Section>
  )
}
