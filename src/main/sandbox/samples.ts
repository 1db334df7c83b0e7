import type { ReceiptStatus } from '../../shared/messages/status.ts'

/** People and conversations to try the desk with. All numbers are from ranges kept free for fiction or examples. */

export interface SamplePerson {
  id: string
  name: string
  company: string
  notes: string
  e164: string
}

/** What happened to a sample text, as minutes before now. Oldest first. */
export type SampleText =
  | { direction: 'in'; minutesAgo: number; text: string }
  | { direction: 'out'; minutesAgo: number; text: string; fate: ReceiptStatus | 'refused' | 'unknown_outcome' }

export interface SampleConversation {
  e164: string
  /** The last text from the customer has not been looked at. */
  unread: boolean
  texts: SampleText[]
}

/** Ids are fixed, so that samples are known again. */
function personId(index: number): string {
  return `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`
}

const HOUR = 60
const DAY = 24 * HOUR

const PEOPLE: readonly Omit<SamplePerson, 'id'>[] = [
  { name: 'Astrid Lindqvist', company: '', notes: 'Check-up every six months.', e164: '+46701740605' },
  { name: 'Omar Haddad', company: 'Haddad Taxi', notes: 'Drives a V70.', e164: '+46701740606' },
  { name: 'Björn Åkesson', company: '', notes: '', e164: '+46701740607' },
  { name: 'Zofia Nowak', company: '', notes: 'Allergic to nuts.', e164: '+46701740608' },
  { name: 'Sanne de Vries', company: 'Bloemen De Vries', notes: '', e164: '+31612345678' },
  { name: 'Joost van Dijk', company: '', notes: '', e164: '+31612345679' },
  { name: 'Amelia Clarke', company: '', notes: 'Prefers texts to calls.', e164: '+61491570157' },
  { name: 'Rajesh Patel', company: 'Patel & Sons', notes: '', e164: '+12125550182' },
  { name: 'Camille Moreau', company: '', notes: '', e164: '+15145550137' },
  { name: 'Jürgen Weiß', company: 'Weiß Elektro', notes: '', e164: '+491713920014' },
  { name: 'Grace Okafor', company: '', notes: '', e164: '+12025550147' },
  { name: 'Liam O’Connor', company: '', notes: '', e164: '+61491570156' },
]

export const SAMPLE_PEOPLE: readonly SamplePerson[] = PEOPLE.map((person, index) => ({ ...person, id: personId(index + 1) }))

export const SAMPLE_CONVERSATIONS: readonly SampleConversation[] = [
  {
    e164: '+61491570157',
    unread: false,
    texts: [
      {
        direction: 'out',
        minutesAgo: 6 * DAY,
        text: 'Hi Amelia, your glasses are ready to collect. We are open until 17:30.',
        fate: 'delivered',
      },
      { direction: 'in', minutesAgo: 6 * DAY - 25, text: 'Lovely, I will come by tomorrow morning.' },
    ],
  },
  {
    e164: '+31612345678',
    unread: false,
    texts: [{ direction: 'out', minutesAgo: 3 * DAY, text: 'Dag Sanne, your order has arrived and can be collected.', fate: 'expired' }],
  },
  {
    e164: '+46701740606',
    unread: false,
    texts: [
      {
        direction: 'out',
        minutesAgo: DAY + 5 * HOUR,
        text: 'Hello Omar, your car has passed its inspection and is ready. The bill is 2450 kr.',
        fate: 'delivered',
      },
      { direction: 'in', minutesAgo: DAY + 5 * HOUR - 8, text: 'Great! How late can I pick it up?' },
      { direction: 'out', minutesAgo: DAY + 5 * HOUR - 12, text: 'Until 18:00 today. The key is at the desk.', fate: 'delivered' },
    ],
  },
  {
    e164: '+46701740607',
    unread: false,
    texts: [
      { direction: 'out', minutesAgo: 4 * HOUR, text: 'Hello Björn, please call us about the spare part you asked for.', fate: 'refused' },
    ],
  },
  {
    e164: '+46701740608',
    unread: false,
    texts: [
      { direction: 'in', minutesAgo: 95, text: 'Do you have a table for four at 19:00 tonight?' },
      { direction: 'out', minutesAgo: 90, text: 'Yes, we do: a table for four at 19:00. See you tonight!', fate: 'unknown_outcome' },
    ],
  },
  {
    e164: '+46701740605',
    unread: true,
    texts: [
      {
        direction: 'out',
        minutesAgo: DAY,
        text: 'Reminder: you have an appointment at the clinic tomorrow at 10:15. Answer YES to confirm.',
        fate: 'delivered',
      },
      { direction: 'in', minutesAgo: 20, text: 'YES. Could it be 10:30 instead? The bus is late today.' },
    ],
  },
]
