/** What Karix's refusals mean, as data (§6). Words come first, since two lists give the same numbers other meanings. */

/** What a refusal means for the text. `sentence` is a whole one, for the clerk. */
export type Refusal =
  | { class: 'not_accepted_permanent' | 'account_problem'; code: string; sentence: string }
  /** No refusal after all: the text may have been taken. */
  | { class: 'unknown'; code: string; sentence: string }
  /** Nothing of this kind goes out at this hour, or nothing may be scheduled for it (§6.4). */
  | { class: 'blockout'; of: 'sending' | 'schedule' }

const refuses = (code: string, sentence: string): Refusal => ({ class: 'not_accepted_permanent', code, sentence })
const pauses = (code: string, sentence: string): Refusal => ({ class: 'account_problem', code, sentence })

const INTERNAL_ERROR: Refusal = {
  class: 'unknown',
  code: 'provider_error',
  sentence: 'Karix had a fault of its own while it handled the text. It may have been sent or not.',
}

/** §6.2, in its order: the first row of which all patterns match decides. */
const BY_WORDS: ReadonlyArray<{ all: readonly RegExp[]; refusal: Refusal }> = [
  { all: [/block[\s-]?out/, /schedul/], refusal: { class: 'blockout', of: 'schedule' } },
  { all: [/block[\s-]?out/], refusal: { class: 'blockout', of: 'sending' } },
  {
    all: [/\brequest accepted\b/],
    refusal: {
      class: 'unknown',
      code: 'answer_contradictory',
      sentence: 'Karix says that it took the text, but not with the number that stands for that. It may have been sent or not.',
    },
  },
  { all: [/\binternal (?:\w+ )?error\b/], refusal: INTERNAL_ERROR },
  {
    all: [/api version/],
    refusal: pauses(
      'account_address',
      'Karix does not speak version 1.0 of its JSON interface at this address. Ask Karix for the address, and enter it in Settings › Accounts.',
    ),
  },
  {
    all: [/\bsource ip\b|\bip restrict/],
    refusal: pauses(
      'account_not_allowed',
      'Karix does not let this account send from this internet connection. Ask Karix to allow its internet address.',
    ),
  },
  {
    all: [/\baccount\b/, /\bexpired\b/],
    refusal: pauses('account_suspended', 'The account at Karix has expired. Ask Karix to renew it.'),
  },
  { all: [/deactivated|inactivated/], refusal: pauses('account_suspended', 'The account at Karix is switched off. Ask Karix why.') },
  {
    all: [/reporting key/],
    refusal: pauses('account_credentials', 'Karix misses a reporting key for this account. Ask Karix about it.'),
  },
  {
    all: [/credential|password/],
    refusal: pauses('account_credentials', 'Karix did not accept the access key. Check the key in Settings › Accounts.'),
  },
  {
    all: [/access violation/],
    refusal: pauses('account_not_allowed', 'Karix does not let this account do this. Ask Karix what the account may do.'),
  },
  {
    all: [/\b(?:insufficient|low|no) (?:balance|credit)/],
    refusal: pauses('account_balance', 'There is no credit left at Karix. Top up there, then let the account send again.'),
  },
  {
    all: [/schedul/, /disabled/],
    refusal: pauses(
      'account_not_allowed',
      'Scheduling is switched off for this account at Karix. Ask Karix to switch it on, or let SMS Desk keep texts until their time.',
    ),
  },
  {
    all: [/schedul/, /beyond/],
    refusal: refuses('provider_schedule_time', 'Karix keeps no text for that long: at most three months. Choose an earlier time.'),
  },
  {
    all: [/schedul/, /invalid|\btime\b/],
    refusal: refuses('provider_schedule_time', 'Karix did not take the time the text was scheduled for. Choose another time.'),
  },
  {
    all: [/message type/],
    refusal: pauses(
      'account_type_codes',
      'Karix does not know the type codes of this account. Choose the other ones under “Type codes” in Settings › Accounts.',
    ),
  },
  {
    all: [/\bmobile\b/, /empty|invalid|not valid/],
    refusal: refuses('recipient_invalid', 'Karix does not take this as a mobile number. Check the number.'),
  },
  { all: [/template/, /empty/], refusal: refuses('template_refused', 'Karix misses the template of this text. Ask Karix about it.') },
  {
    all: [/template/, /invalid/],
    refusal: pauses('template_refused', 'Karix does not know the template. Check the DLT template id in Settings › Accounts.'),
  },
  {
    all: [/\bsender/, /empty/],
    refusal: refuses('sender_refused', 'Karix misses the sender. Check the sender in Settings › Accounts.'),
  },
  {
    all: [/\bsender/, /invalid/],
    refusal: pauses(
      'sender_refused',
      'Karix does not let this account use its sender. Check the sender in Settings › Accounts, or ask Karix to register it.',
    ),
  },
  {
    all: [/empty (?:message|content)|(?:message|content|text) (?:is )?empty/],
    refusal: refuses('text_refused', 'Karix found no text to send.'),
  },
  {
    all: [/\bdlr\b/],
    refusal: pauses('account_not_allowed', 'Karix does not let this account ask for delivery reports. Ask Karix to switch them on.'),
  },
  {
    all: [/\burl[\s-]?track/],
    refusal: pauses(
      'account_not_allowed',
      'Karix does not track links for this account. Switch “Count clicks on links” off in Settings › Accounts.',
    ),
  },
  {
    all: [/\bencr/],
    refusal: pauses(
      'account_not_allowed',
      'Karix wants the texts of this account encrypted, which SMS Desk cannot do. Ask Karix to take them plain.',
    ),
  },
  {
    all: [/append[\s_-]?country/],
    refusal: pauses('account_not_allowed', 'Karix cannot use the country setting of this account. Ask Karix about it.'),
  },
  {
    all: [/\bport\b|\bexpiry\b|\bcust[\s_-]?ref|\bdcs\b|\budhi?\b|\bbatch number\b/],
    refusal: refuses('request_refused', 'Karix refused this text.'),
  },
  { all: [/\bjson\b/], refusal: refuses('request_refused', 'Karix could not read what SMS Desk sent, so it refused this text.') },
]

/** What a description means; null where no row of §6.2 is about it. */
export function refusalByWords(words: string): Refusal | null {
  const plain = words.toLowerCase().replaceAll(/\s+/g, ' ')
  return BY_WORDS.find(({ all }) => all.every((pattern) => pattern.test(plain)))?.refusal ?? null
}

interface NumberFact {
  class: 'not_accepted_permanent' | 'account_problem'
  code: string
  /** What it stands for in the guide and in the newer list, as part of a sentence. */
  meaning: string
}

const text = (meaning: string, code = 'request_refused'): NumberFact => ({ class: 'not_accepted_permanent', code, meaning })
const account = (code: string, meaning: string): NumberFact => ({ class: 'account_problem', code, meaning })

/** §6.3: numbers without words. Where the two lists differ in class, the text alone is refused; none waits for an hour. */
const BY_NUMBER: ReadonlyMap<string, NumberFact> = new Map([
  ['-101', account('account_address', 'another version of its interface')],
  ['-102', text('a request it could not read')],
  ['-103', account('account_not_allowed', 'an internet address it does not allow')],
  ['-104', account('account_suspended', 'an expired account')],
  ['-105', account('account_not_allowed', 'an account that is switched off, or an internet address it does not allow')],
  ['-106', account('account_credentials', 'a wrong access key, or an expired account')],
  ['-107', account('account_suspended', 'an account that is switched off')],
  ['-108', account('account_credentials', 'a wrong access key, or scheduling that is switched off')],
  ['-109', text('a time that is not valid, or an encryption setting that is not')],
  ['-110', text('a time too far ahead, or scheduling that is switched off', 'provider_schedule_time')],
  ['-111', text('a missing number, or a time that is not valid')],
  ['-112', text('a number that is not valid, or a time too far ahead')],
  ['-113', text('an empty text, or a missing number')],
  ['-114', text('type codes it does not know, or a number that is not valid')],
  ['-115', text('an empty text', 'text_refused')],
  ['-116', account('account_type_codes', 'type codes it does not know, or delivery reports that are not switched on')],
  ['-117', text('a port that is not valid')],
  ['-118', account('account_not_allowed', 'delivery reports that are not switched on')],
  ['-119', text('a time of validity that is not right')],
  ['-120', text('link tracking that is not switched on, or a time of validity too long')],
  ['-121', account('account_not_allowed', 'a country setting it cannot use')],
  ['-122', account('account_not_allowed', 'link tracking that is not switched on')],
  ['-123', text('an hour in which it may not send, or a reference it cannot use')],
  ['-124', text('an hour for which it may not schedule, or a reference it cannot use')],
  ['-125', text('an hour in which it may not send')],
  ['-126', text('an hour for which it may not schedule')],
  ['-127', text('a character coding that is not valid')],
  ['-128', text('a text header that is not valid')],
  ['-129', text('a missing sender', 'sender_refused')],
  ['-130', account('sender_refused', 'a sender it does not know')],
  ['-131', account('template_refused', 'a template it does not know')],
  ['-132', text('a missing template', 'template_refused')],
  ['-142', account('account_not_allowed', 'something this account may not do')],
  ['-143', account('account_credentials', 'a missing reporting key')],
  ['-144', text('a batch number that is not valid')],
])

/** What a number means where the words say nothing (§6.3); null where nobody knows whether it refuses at all. */
export function refusalByNumber(number: string): Refusal | null {
  if (number === '-999') return INTERNAL_ERROR
  const fact = BY_NUMBER.get(number)
  if (fact !== undefined) {
    const advice =
      fact.class === 'account_problem'
        ? 'Check the account in Settings › Accounts, or ask Karix.'
        : 'Check number, text and time, or ask Karix.'
    const sentence = `Karix did not take the text. Its number for that, ${number}, stands for ${fact.meaning}. ${advice}`
    return { class: fact.class, code: fact.code, sentence }
  }
  // Both lists have nothing but refusals here.
  return /^-1\d\d$/.test(number)
    ? refuses('request_refused', `Karix refused this text with the number ${number}, which its lists do not explain. Ask Karix.`)
    : null
}
