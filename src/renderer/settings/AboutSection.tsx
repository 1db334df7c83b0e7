import type { DeskStatus } from '../../shared/contract/desk.ts'
import { useWords } from '../language/words.ts'
import { Row, Rows, Section } from './Section.tsx'

/** Which SMS Desk this is. */
export function AboutSection({ status }: { status: DeskStatus }) {
  const words = useWords('settings')
  return (
    <Section title={words('sections.about')} intro={words('about.intro')}>
      <Rows>
        <Row title={words('about.product')}>
          <span className="num">{words('about.version', { version: status.version })}</span>
        </Row>
        <Row title={words('about.runsAs')}>
          <span>{words(`about.shells.${status.shell}`)}</span>
        </Row>
      </Rows>
    </Section>
  )
}
