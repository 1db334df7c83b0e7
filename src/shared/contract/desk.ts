import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { LANGUAGE_CHOICES } from '../language.ts'
import { operation } from './base.ts'
import { notificationSettings, notificationSubject } from './notifications.ts'
import { clockTime, count, countryCode, id, instant, messageText, rawNumber } from './primitives.ts'
import { replyRules } from './replies.ts'

/** Why the desk could not open its data. Each has a screen of its own with the next step. */
export const startupProblem = z.object({
  code: z.enum([
    'folder_not_writable',
    'folder_in_use',
    'database_newer',
    'database_damaged',
    'settings_damaged',
    'vault_locked',
    'startup_failed',
  ]),
  /** A sentence for the clerk. */
  message: z.string(),
  /** The folder or file it is about. */
  path: z.string(),
  /** Backups that could be put in place, newest first. */
  backups: z.array(z.object({ name: z.string(), at: instant, bytes: count })),
})
export type StartupProblem = z.infer<typeof startupProblem>

export const secretsKind = z.enum(['keychain', 'vault', 'memory'])
export type SecretsKind = z.infer<typeof secretsKind>

export const deskStatus = z.object({
  version: z.string(),
  shell: z.enum(['electron', 'browser', 'cli', 'test']),
  dataFolder: z.string(),
  secrets: z.object({
    kind: secretsKind,
    /** Why it is not the keychain, as a sentence; null when it is. */
    reason: z.string().nullable(),
  }),
  listener: z.object({ address: z.string().nullable(), problem: z.string().nullable() }),
  network: z.enum(['online', 'offline']),
  counts: z.object({
    accounts: count,
    contacts: count,
    /** Conversations with something unread. */
    unread: count,
    /** Messages waiting to go out now. */
    waiting: count,
    scheduled: count,
    /** Messages kept back for quiet hours or a blockout. */
    held: count,
    /** Messages whose time came while the desk was closed or the computer slept. */
    missed: count,
    /** Unconfirmed messages no person has settled or left. */
    unconfirmed: count,
  }),
})
export type DeskStatus = z.infer<typeof deskStatus>

/** What changed, so that screens ask again for just that. Carries no message text. */
export const change = z.object({
  topic: z.enum([
    'desk',
    'accounts',
    'contacts',
    'groups',
    'optOuts',
    'conversations',
    'labels',
    'drafts',
    'prices',
    'messages',
    'notes',
    'imports',
    'listener',
    'outbox',
    'hooks',
    'settings',
    'sandbox',
    'templates',
  ]),
  /** The conversation concerned, where there is one. */
  conversationId: id.optional(),
})
export type Change = z.infer<typeof change>

export const deskEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), changes: z.array(change) }),
  /** A text or a call came in: the notification's facts. The text itself is asked for by id. */
  z.object({ kind: z.literal('inbound'), what: z.enum(['text', 'missed_call']), conversationId: id, messageId: id }),
  /** Somebody pressed a notification of the computer. The window is in front by then. */
  z.object({ kind: z.literal('notificationPressed'), subject: notificationSubject }),
  /** Rows of a file that is read or imported; or, with an import's id for the file's, people of one that is taken back. */
  z.object({ kind: z.literal('importProgress'), fileId: z.string(), rows: count, total: count.nullable() }),
  /** The desk's data opened, or closed: ask for `startup` again. */
  z.object({ kind: z.literal('startup') }),
])
export type DeskEvent = z.infer<typeof deskEvent>

export const deskContract = {
  /** Answers even when the data could not be opened. */
  startup: operation.output(z.object({ problem: startupProblem.nullable() })),
  /** The person's answer to a start-up problem. */
  resolveStartup: operation
    .input(
      z.discriminatedUnion('action', [
        z.object({ action: z.literal('retry') }),
        /** Puts a backup in place; the damaged file is kept beside it. */
        z.object({ action: z.literal('restore_backup'), name: z.string().min(1).max(200) }),
        /** Starts with default settings; the damaged file is kept beside it. */
        z.object({ action: z.literal('reset_settings') }),
        /** Opens the vault with its passphrase. */
        z.object({ action: z.literal('unlock_vault'), passphrase: z.string().min(1).max(1_000) }),
      ]),
    )
    .output(z.object({ problem: startupProblem.nullable() })),
  status: operation.output(deskStatus),
  /** Pushes what changes until the caller lets go. No screen polls. */
  events: operation.output(eventIterator(deskEvent)),
  /** Stops keeping keys in memory only: moves them into an encrypted file under this passphrase. */
  useVault: operation.input(z.object({ passphrase: z.string().min(8).max(1_000) })).output(deskStatus),
}

/** Hours in which nobody should be texted, by the clock where the recipient is. */
export const quietHours = z.object({
  /** Quiet begins, such as 21:00. The same as `until` means no quiet hours within a day. */
  from: clockTime,
  /** Quiet ends, such as 08:00; before `from` it is that of the next day. */
  until: clockTime,
  /** Days that are quiet as a whole: 1 is Monday, 7 Sunday (ISO 8601). */
  days: z.array(z.int().min(1).max(7)).max(6),
  /** An answer within an hour of the customer's own text goes out all the same. */
  exemptReplies: z.boolean(),
})
export type QuietHours = z.infer<typeof quietHours>

/** Settings of the business, kept in the database, and of this computer, kept in the settings file. */
export const settings = z.object({
  /** For numbers written without a country. */
  defaultCountry: countryCode,
  /** Appearance on this computer. */
  theme: z.enum(['system', 'light', 'dark']),
  /** When and how somebody at this computer is told of what comes in. */
  notifications: notificationSettings,
  /** Commands of the palette that were used last, latest first, by their ids. */
  recentCommands: z.array(z.string().min(1).max(100)).max(8),
  /** Language of the screens on this computer. */
  language: z.enum(LANGUAGE_CHOICES),
  /** The account new conversations start with. */
  defaultAccountId: id.nullable(),
  /** The welcome was answered. */
  welcomed: z.boolean(),
  /** Seconds after pressing Send in which it can be taken back; 0 for none. */
  undoSeconds: z.int().min(0).max(60),
  /** The same text to the same number within this many minutes asks first; 0 never asks. */
  duplicateMinutes: z.int().min(0).max(43_200),
  /** When texts are kept back, by the recipient's clock; null for never. */
  quietHours: quietHours.nullable(),
  /** Accounts that stand in, in order, when one definitely did not take a text; empty for none. */
  failoverOrder: z.array(id).max(50),
  /** A sent text without a delivery report for this many hours is shown as such. */
  reportOverdueHours: z.int().min(1).max(720),
  /** Words of customers that are acted on, and what answers them by itself. */
  replies: replyRules,
  /** Requests that came to the listener are kept for this many days; 0 for ever. */
  hookRetentionDays: z.int().min(0).max(3_650),
})
export type Settings = z.infer<typeof settings>

export const settingsContract = {
  get: operation.output(settings),
  set: operation.input(settings.partial()).output(settings),
}

/** How the sandbox carrier behaves. The defaults are a carrier on a good day. */
export const sandboxBehaviour = z.object({
  /** What it answers to a send. `drop_before` closes the connection without taking the text, `drop_after` takes it and closes without an answer, `muddled` takes it and does not say of each number whether it did. */
  answer: z.enum([
    'accept',
    'refuse_number',
    'wrong_token',
    'no_credit',
    'busy',
    'rate_limited',
    'server_error',
    'drop_before',
    'drop_after',
    'silent',
    'unreadable',
    'muddled',
  ]),
  /** A documented error of a provider, by its key in the carrier, answered instead of accepting; null for none. Other providers' accounts do not notice. */
  error: z.string().min(1).max(100).nullable(),
  /** Wait before the answer, in milliseconds. The work is done before the wait. */
  answerDelayMs: z.int().min(0).max(120_000),
  /** Fate of the texts it takes. */
  receipt: z.enum(['delivered', 'undelivered', 'expired', 'rejected', 'unknown', 'none']),
  receiptDelayMs: z.int().min(0).max(3_600_000),
  receiptEncoding: z.enum(['json', 'form']),
  /** How often each receipt is sent. */
  receiptCopies: z.int().min(1).max(10),
  /** The receipt leaves before the answer to the send. */
  receiptBeforeAnswer: z.boolean(),
  /** `swapped`: reports come in the wrong order, "delivered" before "sent" and the last part first. */
  receiptOrder: z.enum(['as_sent', 'swapped']),
  /** Customers answer texts by themselves. */
  autoReply: z.boolean(),
})
export type SandboxBehaviour = z.infer<typeof sandboxBehaviour>

/** A provider, as the database and the command line name it. */
const providerId = z.string().min(1).max(40)

export const sandboxContract = {
  get: operation.output(
    z.object({
      behaviour: sandboxBehaviour,
      address: z.string().nullable(),
      /** What the carrier can be, and the documented errors it can be told to answer with. */
      protocols: z.array(
        z.object({ provider: z.string(), name: z.string(), errors: z.array(z.object({ key: z.string(), label: z.string() })) }),
      ),
    }),
  ),
  setBehaviour: operation.input(sandboxBehaviour.partial()).output(sandboxBehaviour),
  /**
   * Adds a Sandbox account and, if asked, sample people and conversations. Doing it twice changes nothing. `as` is the
   * provider it stands in for; left out, that of the Sandbox account there is.
   */
  start: operation.input(z.object({ sampleData: z.boolean(), as: providerId.optional() })).output(z.object({ accountId: id })),
  /** A customer texts the desk, through the carrier and the listener, as a real one would. */
  reply: operation
    .input(z.object({ from: rawNumber, text: messageText.min(1), accountId: id.optional() }))
    .output(z.object({ accepted: z.boolean() })),
  /** A customer calls a number of the business and hangs up; for providers that tell about missed calls. */
  missedCall: operation.input(z.object({ from: rawNumber, accountId: id.optional() })).output(z.object({ accepted: z.boolean() })),
}
