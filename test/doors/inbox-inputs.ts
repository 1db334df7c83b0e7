import type { DeskClient } from '../../src/shared/contract/client.ts'
import { ACCOUNTS } from './desk-behind-doors.ts'

/** A call that every door refuses alike. */
export interface Refused {
  what: string
  call: (desk: DeskClient) => Promise<unknown>
  answer: { error: string; data: { code: string; retryable: boolean } }
}

/** What a call answers whose input is out of bounds. */
export const badInput = { error: 'BAD_INPUT', data: { code: 'bad_input', retryable: false } }
/** What a call answers that came through to the host. */
export const reached = { error: 'REFUSED', data: { code: 'reached', retryable: false } }

const NOTE = { id: ACCOUNTS.unknown, conversationId: ACCOUNTS.unknown, text: 'x', createdAt: 1, updatedAt: 1 }

/** What the list of messages and `notes` take, at the edges of their bounds. */
export const THREAD_INPUTS: Refused[] = [
  {
    what: 'messages between two places',
    call: (desk) => desk.messages.list({ conversationId: ACCOUNTS.unknown, before: 'x'.repeat(400), after: 'x'.repeat(400), limit: 500 }),
    answer: reached,
  },
  { what: 'messages around one', call: (desk) => desk.messages.list({ around: { id: ACCOUNTS.unknown }, limit: 1 }), answer: reached },
  {
    what: 'messages around an instant',
    call: (desk) => desk.messages.list({ around: { at: 8_640_000_000_000_000 }, limit: 1 }),
    answer: reached,
  },
  { what: 'messages around before all time', call: (desk) => desk.messages.list({ around: { at: -1 }, limit: 1 }), answer: badInput },
  { what: 'messages around nothing', call: (desk) => desk.messages.list({ around: {} as never, limit: 1 }), answer: badInput },
  {
    what: 'messages around one and after a place',
    call: (desk) => desk.messages.list({ around: { id: ACCOUNTS.unknown }, after: 'x', limit: 1 }),
    answer: badInput,
  },
  { what: 'messages after a very long place', call: (desk) => desk.messages.list({ after: 'x'.repeat(401), limit: 1 }), answer: badInput },
  {
    what: 'notes of all time',
    call: (desk) => desk.notes.list({ conversationId: ACCOUNTS.unknown, from: 0, until: 8_640_000_000_000_000 }),
    answer: reached,
  },
  { what: 'notes of no conversation', call: (desk) => desk.notes.list({} as never), answer: badInput },
  {
    what: 'a note as long as one may be',
    call: (desk) => desk.notes.add({ conversationId: ACCOUNTS.unknown, text: 'x'.repeat(5_000) }),
    answer: reached,
  },
  {
    what: 'a note that is too long',
    call: (desk) => desk.notes.add({ conversationId: ACCOUNTS.unknown, text: 'x'.repeat(5_001) }),
    answer: badInput,
  },
  { what: 'a blank note', call: (desk) => desk.notes.add({ conversationId: ACCOUNTS.unknown, text: ' \n ' }), answer: badInput },
  { what: 'a note put back', call: (desk) => desk.notes.restore(NOTE), answer: reached },
  { what: 'a note put back without a time', call: (desk) => desk.notes.restore({ ...NOTE, createdAt: null as never }), answer: badInput },
]

/** What `templates` takes, at the edges of its bounds. */
export const TEMPLATE_INPUTS: Refused[] = [
  {
    what: 'a template with all it can have',
    call: (desk) => desk.templates.create({ name: 'n'.repeat(60), group: 'g'.repeat(60), text: 'x'.repeat(2_000) }),
    answer: reached,
  },
  { what: 'a template without a name', call: (desk) => desk.templates.create({ name: ' ', group: '', text: 'x' }), answer: badInput },
  { what: 'a template without a text', call: (desk) => desk.templates.create({ name: 'n', group: '', text: ' \n' }), answer: badInput },
  {
    what: 'a template that is too long',
    call: (desk) => desk.templates.create({ name: 'n', group: '', text: 'x'.repeat(2_001) }),
    answer: badInput,
  },
  { what: 'templates found by words', call: (desk) => desk.templates.list({ search: 'x'.repeat(200) }), answer: reached },
  { what: 'a very long search of templates', call: (desk) => desk.templates.list({ search: 'x'.repeat(201) }), answer: badInput },
  {
    what: 'people of as many numbers as one may ask for',
    call: (desk) => desk.templates.people({ numbers: Array.from({ length: 1_000 }, () => '+46701740605') }),
    answer: reached,
  },
  {
    what: 'people of too many numbers',
    call: (desk) => desk.templates.people({ numbers: Array.from({ length: 1_001 }, () => '+46701740605') }),
    answer: badInput,
  },
  { what: 'people of what is no number', call: (desk) => desk.templates.people({ numbers: ['070-174 06 05'] }), answer: badInput },
  { what: 'people of nobody', call: (desk) => desk.templates.people({ numbers: [] }), answer: badInput },
]
