import './replies.css'
import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { useWords } from '../../language/words.ts'
import { Section } from '../Section.tsx'
import { AwayCard } from './AwayCard.tsx'
import { LanguagesCard } from './LanguagesCard.tsx'
import { TryCard } from './TryCard.tsx'
import { WordsCard } from './WordsCard.tsx'

/** What happens by itself when customers write: words that stop and start texts, help, and away messages. */
export function RepliesSection({ rules }: { rules: ReplyRules }) {
  const words = useWords('replies')
  const settingsWords = useWords('settings')
  return (
    <Section title={settingsWords('sections.replies')} intro={words('intro')}>
      <TryCard rules={rules} />
      <WordsCard rules={rules} kind="opt_out" />
      <WordsCard rules={rules} kind="opt_in" />
      <WordsCard rules={rules} kind="help" />
      <LanguagesCard rules={rules} />
      <AwayCard />
    </Section>
  )
}
