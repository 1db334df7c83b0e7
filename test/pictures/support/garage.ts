import { join } from 'node:path'
import Database from 'better-sqlite3'
import { numberedId } from '../../screens/support/long-history.ts'
import type { Stage } from './stage.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** A customer of the garage whose desk is pictured. Numbers are from ranges kept free for fiction. */
interface Customer {
  name: string | null
  company?: string
  notes?: string
  number: string
  unread?: number
  /** Oldest first. */
  texts: readonly { from: 'them' | 'us'; minutesAgo: number; text: string; status?: 'failed' | 'unconfirmed' | 'undelivered' }[]
}

const CUSTOMERS: readonly Customer[] = [
  {
    name: 'Maja Öberg',
    company: 'Bistro Solsidan',
    notes: 'Delivery van. Call before nine.',
    number: '+46701740621',
    unread: 2,
    texts: [
      { from: 'us', minutesAgo: 2 * DAY, text: 'Hi Maja, the van is due for its winter tyres. Does Thursday at 9 suit you?' },
      { from: 'them', minutesAgo: 2 * DAY - 14, text: 'Thursday is fine. Can I wait while you do it?' },
      { from: 'us', minutesAgo: 2 * DAY - 20, text: 'Of course, it takes about forty minutes. There is coffee.' },
      { from: 'them', minutesAgo: 12, text: 'I am stuck behind an accident on the E22.' },
      { from: 'them', minutesAgo: 9, text: 'Will be 20 minutes late, is that all right?' },
    ],
  },
  {
    name: 'Elsa Holm',
    company: '',
    number: '+46701740622',
    texts: [
      { from: 'us', minutesAgo: 70, text: 'Hello Elsa, the XC40 has passed its inspection and is ready. The bill is 2450 kr.' },
      { from: 'them', minutesAgo: 52, text: 'Great! How late can I pick it up?' },
      { from: 'us', minutesAgo: 48, text: 'Until 18:00 today. The key is at the desk.' },
    ],
  },
  {
    name: 'Karl Lindgren',
    number: '+46701740623',
    texts: [{ from: 'us', minutesAgo: 3 * HOUR, text: 'Hello Karl, please call us about the spare part for your Saab.', status: 'failed' }],
  },
  {
    name: 'Nils Frisk',
    company: 'Frisk Åkeri',
    number: '+46701740624',
    unread: 1,
    texts: [
      { from: 'us', minutesAgo: DAY + 3 * HOUR, text: 'Your trailer is booked for Monday at 7.' },
      {
        from: 'them',
        minutesAgo: 5 * HOUR,
        text: 'Could we make it Tuesday instead? The driver is in Gothenburg until late on Monday and I have nobody else.',
      },
    ],
  },
  {
    name: null,
    number: '+46701740625',
    unread: 1,
    texts: [{ from: 'them', minutesAgo: 6 * HOUR, text: 'Hi! Do you do air conditioning as well?' }],
  },
  {
    name: 'Priya Shah',
    number: '+46701740626',
    texts: [
      { from: 'them', minutesAgo: DAY + 30, text: 'Thank you for the quick help yesterday 🙏' },
      { from: 'us', minutesAgo: DAY + 22, text: 'You are welcome. Drive safely!' },
    ],
  },
  {
    name: 'Ödman & Söner',
    number: '+46701740628',
    texts: [{ from: 'us', minutesAgo: 2 * DAY + HOUR, text: 'The bumper for the C3 is on its way and should be here on Friday.' }],
  },
  {
    name: 'Åke Ärlig',
    number: '+46701740629',
    texts: [{ from: 'us', minutesAgo: 4 * DAY, text: 'A reminder: your yearly service is due this month.', status: 'undelivered' }],
  },
  {
    name: 'Kazimierz Wiśniewski',
    number: '+46701740630',
    texts: [{ from: 'them', minutesAgo: 8 * DAY, text: 'Dziękuję! See you next year.' }],
  },
  {
    name: 'Ingrid af Klercker-Silfverstolpe',
    company: 'Silfverstolpe Fastighetsförvaltning i Skåne AB',
    number: '+46701740631',
    texts: [{ from: 'us', minutesAgo: 20 * DAY, text: 'Both cars are ready. We have put the bill into the glove box of the Volvo.' }],
  },
]

/**
 * Starts a desk with a sandbox and the customers of a garage, some days into its life. Ids of the conversations are
 * remembered by the customer's name, that of the account as “account”.
 */
export async function givenGarage(stage: Stage, settings: Parameters<Stage['start']>[0] = {}): Promise<void> {
  await stage.start({ settings: { welcomed: true } })
  await stage.askDesk(async (client) => {
    await client.sandbox.setBehaviour({ autoReply: false, answerDelayMs: 0, receiptDelayMs: 0 })
    const { accountId } = await client.sandbox.start({ sampleData: true })
    stage.ids.set('account', accountId)
    for (const { name, company = '', notes = '', number } of CUSTOMERS) {
      if (name === null) continue
      const { id } = await client.contacts.create({ name, company, notes, numbers: [{ number, label: 'mobile' }] })
      stage.ids.set(`person ${name}`, id)
    }
  })
  await stage.stop()
  putCustomers(stage, Date.now())
  await stage.start(settings)
}

function putCustomers({ dataFolder, ids }: Stage, now: number): void {
  const accountId = ids.get('account') ?? ''
  const db = new Database(join(dataFolder, 'desk.sqlite3'))
  const conversation = db.prepare(
    `INSERT INTO conversations (id, peer, peer_kind, last_message_id, last_at, unread, created_at, unanswered, failed, account_id)
     VALUES (@id, @number, 'number', @lastId, @lastAt, @unread, 1, @unanswered, @failed, @accountId)`,
  )
  const message = db.prepare(
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, sent_at, created_at, error_code, error_message)
     VALUES (@id, @conversationId, @accountId, @direction, @to, @from, @text, 1, @status, @at, @sentAt, @at, @errorCode, @errorMessage)`,
  )
  let written = 0
  db.transaction(() => {
    for (const [index, { name, number, unread = 0, texts }] of CUSTOMERS.entries()) {
      const id = numberedId(910_000 + index)
      const last = texts.at(-1)
      ids.set(name ?? number, id)
      conversation.run({
        id,
        number,
        accountId,
        unread,
        lastId: numberedId(920_000 + written + texts.length - 1),
        lastAt: now - (last?.minutesAgo ?? 0) * 60_000,
        unanswered: last?.from === 'them' ? 1 : 0,
        failed: last?.status === undefined ? 0 : 1,
      })
      for (const { from, minutesAgo, text, status } of texts) {
        const inbound = from === 'them'
        message.run({
          id: numberedId(920_000 + written),
          conversationId: id,
          accountId,
          direction: inbound ? 'inbound' : 'outbound',
          to: inbound ? 'Garage' : number,
          from: inbound ? number : 'Garage',
          text,
          status: inbound ? 'received' : (status ?? 'delivered'),
          at: now - minutesAgo * 60_000,
          sentAt: inbound || status === 'failed' ? null : now - minutesAgo * 60_000,
          errorCode: status === 'failed' ? 'invalid_recipient' : null,
          errorMessage: status === 'failed' ? 'The provider refused the number: it is not a mobile number in use.' : null,
        })
        written += 1
      }
    }
  })()
  db.close()
}
