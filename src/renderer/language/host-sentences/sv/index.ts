import type { HostSentences } from '../index.ts'
import { conversations } from './conversations.ts'

export const areas: readonly HostSentences[] = [conversations]
