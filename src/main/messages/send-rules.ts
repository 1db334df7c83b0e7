import type { InferContractRouterInputs } from '@orpc/contract'
import type { Settings } from '../../shared/contract/desk.ts'
import type { messagesContract, WallTime } from '../../shared/contract/messages.ts'
import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import { readPhone } from '../../shared/phone/index.ts'
import { countSegments, normaliseText } from '../../shared/segments/index.ts'
import { instantOf } from '../../shared/time/wall-time.ts'
import { Refused } from '../app/refused.ts'
import type { Enqueue, WishedTime } from './enqueue.ts'

type SendInput = InferContractRouterInputs<typeof messagesContract>['send']

/** A time to send that lies this far back is taken for a clock that goes wrong, not for a person who was slow; ms. */
const PAST_ALLOWED_MS = 60_000

const MINUTE_MS = 60_000

/**
 * The numbers as written, in E.164, each once.
 * @throws Refused `number_invalid`
 */
export function readRecipients(raw: readonly string[], defaultCountry: string): string[] {
  const recipients = new Set<string>()
  for (const number of raw) {
    const phone = readPhone(number, defaultCountry)
    if (!phone.valid) throw new Refused('number_invalid', `“${number}” cannot get a text: ${phone.reason}`)
    recipients.add(phone.e164)
  }
  return [...recipients]
}

/**
 * What each recipient gets, with the parts it takes: the text of the call, or one of their own.
 * @param recipients what {@link readRecipients} made of `to`
 * @throws Refused `texts_mismatch` when a text of one's own cannot be told from another's
 */
export function textsFor(
  { to, text, texts }: Pick<SendInput, 'to' | 'text' | 'texts'>,
  recipients: readonly string[],
): { to: string; text: string; parts: number }[] {
  if (texts === undefined) {
    const same = normaliseText(text)
    const { segments } = countSegments(same)
    return recipients.map((to) => ({ to, text: same, parts: segments }))
  }
  if (texts.length !== to.length || recipients.length !== to.length) {
    throw new Refused(
      'texts_mismatch',
      'Each number gets a text of its own, but a number is there twice or a text is missing. Give every number once, with its text.',
    )
  }
  return recipients.map((to, index) => {
    const own = normaliseText(texts[index] ?? '')
    return { to, text: own, parts: countSegments(own).segments }
  })
}

/**
 * The instant of a wall time, in ms UTC.
 * @throws Refused `schedule_invalid`
 */
export function instantOfSchedule(schedule: WallTime): number {
  try {
    return instantOf(schedule)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Refused(
      'schedule_invalid',
      `There is no such time as “${schedule.local}” in “${schedule.zone}”. Choose a day and a time that exist, and a time zone such as Europe/Stockholm.`,
      { cause },
    )
  }
}

/**
 * When a person wants texts to go.
 * @throws Refused `schedule_twice`, `schedule_invalid`
 */
export function wishedTime({ at, schedule, validUntil }: Pick<SendInput, 'at' | 'schedule' | 'validUntil'>): Required<WishedTime> {
  if (at !== undefined && schedule !== undefined) {
    throw new Refused('schedule_twice', 'Two times to send were given. Choose one of them.')
  }
  return {
    scheduledAt: schedule === undefined ? (at ?? null) : instantOfSchedule(schedule),
    schedule: schedule ?? null,
    validUntil: validUntil ?? null,
  }
}

/**
 * @param at ms UTC
 * @throws Refused `schedule_in_past`
 */
export function refusePast(at: number, now: number): void {
  if (at >= now - PAST_ALLOWED_MS) return
  throw new Refused('schedule_in_past', 'The time to send is in the past. Choose a later one, or send now.')
}

/**
 * When texts are to go, where the provider is to keep them until then.
 * @param ahead how far ahead the provider takes them; null where it takes none
 * @throws Refused `provider_schedule_unsupported`, `provider_schedule_time`
 */
export function providerTime(
  { scheduledAt }: Pick<WishedTime, 'scheduledAt'>,
  { provider, ahead, now }: { provider: string; ahead: ProviderCapabilities['providerSchedule']; now: number },
): number {
  if (ahead === null) {
    throw new Refused('provider_schedule_unsupported', `${provider} cannot keep a text until its time. Let this desk keep it instead.`)
  }
  const { minAheadMinutes, maxAheadDays } = ahead
  const isInTime =
    scheduledAt !== null && scheduledAt >= now + minAheadMinutes * MINUTE_MS && scheduledAt <= now + maxAheadDays * 24 * 60 * MINUTE_MS
  if (!isInTime) {
    throw new Refused(
      'provider_schedule_time',
      `${provider} keeps texts that go out in ${minAheadMinutes} minutes to ${maxAheadDays} days. Choose such a time, or let this desk keep it.`,
    )
  }
  return scheduledAt
}

/** How new texts wait in the outbox. */
export type Waiting = Required<Pick<Enqueue, 'priority' | 'undoUntil' | 'quietOverride' | 'sameTextWindow'>>

/**
 * How the texts of a call are to wait: a text to one person is a reply, one to several is bulk. What a person could take
 * back for later anyway needs no undo time.
 * @param now ms UTC
 * @throws Refused `schedule_in_past`, `valid_until_too_early`
 */
export function waitingOf(
  input: Pick<SendInput, 'undo' | 'again' | 'quietOverride'>,
  { scheduledAt, validUntil, providerAt }: Required<WishedTime> & { providerAt: number | null },
  {
    recipients,
    settings,
    now,
  }: { recipients: readonly string[]; settings: Pick<Settings, 'undoSeconds' | 'duplicateMinutes'>; now: number },
): Waiting {
  if (scheduledAt !== null) refusePast(scheduledAt, now)
  const undoUntil = input.undo === true && scheduledAt === null && settings.undoSeconds > 0 ? now + settings.undoSeconds * 1_000 : null
  if (validUntil !== null && validUntil <= Math.max(now, providerAt ?? scheduledAt ?? undoUntil ?? now)) throw validUntilTooEarly()
  return {
    priority: recipients.length === 1 ? 'reply' : 'bulk',
    undoUntil,
    quietOverride: input.quietOverride ?? null,
    sameTextWindow: settings.duplicateMinutes > 0 && input.again !== true ? settings.duplicateMinutes * MINUTE_MS : null,
  }
}

/** The refusal of an end of validity that comes before the time to send. */
export function validUntilTooEarly(): Refused {
  return new Refused(
    'valid_until_too_early',
    'The text would not be valid any more when it is to go out. Choose an earlier time to send, or a later end of its validity.',
  )
}
