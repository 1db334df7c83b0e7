import './replies.css'
import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { Section } from '../Section.tsx'
import { AwayCard } from './AwayCard.tsx'
import { LanguagesCard } from './LanguagesCard.tsx'
import { TryCard } from './TryCard.tsx'
import { WordsCard } from './WordsCard.tsx'

/** What happens by itself when customers write: words that stop and start texts, help, and away messages. */
export function RepliesSection({ rules }: { rules: ReplyRules }) {
  return (
    <Section
      title="Replies"
      intro="What happens by itself when a customer writes. One number gets at most three automatic texts an hour, so that two machines never talk to each other for long."
    >
      <TryCard rules={rules} />
      <WordsCard rules={rules} kind="opt_out" />
      <WordsCard rules={rules} kind="opt_in" />
      <WordsCard rules={rules} kind="help" />
      <LanguagesCard rules={rules} />
      <AwayCard />
    </Section>
  )
}
