import { describe, expect, it } from 'vitest'
import { createProviders } from '../../src/main/providers/registry.ts'
import { capabilityHighlights, capabilityWords, possibleHighlights } from '../../src/renderer/accounts/capability-words.ts'
import { isCallReplyFree, withOtherSettings } from '../../src/renderer/accounts/provider-notes.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import type { ProviderCapabilities } from '../../src/shared/providers/descriptor.ts'

const english = createWords(await loadCatalog('en'), 'capabilities', 'en-GB')

/** Tells and brings everything, and holds nothing back. */
const EVERYTHING: ProviderCapabilities = {
  text: { maxUnits: null, maxParts: null, partsNote: null },
  recipients: null,
  receiptsByHook: true,
  statusQuery: true,
  inbound: true,
  missedCalls: true,
  voiceCode: { minDigits: 4, maxDigits: 8 },
  providerSchedule: { minAheadMinutes: 15, maxAheadDays: 90 },
  batchSize: 1_000,
  defaultRate: null,
  freeConnectionTest: true,
}

/** Takes a short text for a few numbers, and says nothing afterwards. */
const LEAST: ProviderCapabilities = {
  text: { maxUnits: null, maxParts: 1, partsNote: 'A note on parts.' },
  recipients: 'Domestic numbers only.',
  receiptsByHook: false,
  statusQuery: false,
  inbound: false,
  missedCalls: false,
  voiceCode: null,
  providerSchedule: null,
  batchSize: 1,
  defaultRate: null,
  freeConnectionTest: false,
}

function wordsOf(capabilities: ProviderCapabilities) {
  return capabilityWords(english, capabilities)
}

describe('what a provider can and cannot do', () => {
  it('holds nothing against one that can do everything', () => {
    expect(wordsOf(EVERYTHING).cannot).toEqual([])
    expect(wordsOf(EVERYTHING).can).toEqual([
      'Tells you whether each text arrived.',
      'Can be asked about a text later, so no report is lost while the desk is closed.',
      'Brings customers’ replies to your inbox.',
      'Shows missed calls and can answer them with a text.',
      'Can speak a one-time code of 4 to 8 digits in a call.',
      'Can keep a text until its time, although this computer is off: from 15 minutes to 90 days ahead.',
      'Takes a text for up to 1,000 numbers at once, so mailings go fast.',
      'Takes long texts, without a limit of its own.',
      'Your settings can be tested without sending a text.',
    ])
  })

  it('promises nothing of one that can do least', () => {
    expect(wordsOf(LEAST).can).toEqual([])
    expect(wordsOf(LEAST).cannot).toEqual([
      'Does not tell whether a text arrived: it stays at “sent”.',
      'Brings no replies: say in your texts how else customers can reach you.',
      'Domestic numbers only.',
      'Takes one part of 160 characters, or of 70 with letters outside the SMS alphabet; longer texts are refused.',
      'A note on parts.',
      'Cannot keep a text for later: for a planned text, this computer has to be on at its time.',
      'Takes one number at a time, so a text to many people takes longer.',
      'Your settings can only be tested by sending a text, which costs what a text costs.',
    ])
  })

  const reports = [
    [true, false, 'Tells you whether each text arrived.', 'Cannot be asked about a text later'],
    [false, true, 'Can be asked whether a text arrived; the desk does that by itself.', null],
  ] as const
  it.each(reports)('reports by hook %s, asked %s', (receiptsByHook, statusQuery, can, cannot) => {
    const words = wordsOf({ ...EVERYTHING, receiptsByHook, statusQuery })
    expect(words.can).toContain(can)
    if (cannot === null) expect(words.cannot).toEqual([])
    else expect(words.cannot).toEqual([expect.stringContaining(cannot)])
  })

  const lengths = [
    [1_600, null, 'Takes texts of up to 1,600 characters.'],
    [null, 6, 'Takes texts of up to 6 parts.'],
    [800, 6, 'Takes texts of up to 800 characters and 6 parts.'],
  ] as const
  it.each(lengths)('a text of at most %s characters and %s parts', (maxUnits, maxParts, sentence) => {
    expect(wordsOf({ ...EVERYTHING, text: { maxUnits, maxParts, partsNote: null } }).can).toContain(sentence)
  })

  it('says how far ahead it keeps a text in whole units', () => {
    const ahead = (minAheadMinutes: number, maxAheadDays: number) =>
      wordsOf({ ...EVERYTHING, providerSchedule: { minAheadMinutes, maxAheadDays } }).can.find((words) => words.includes('although'))
    expect(ahead(0, 1)).toContain('off: up to 1 day ahead.')
    expect(ahead(120, 7)).toContain('from 2 hours to 7 days ahead.')
    expect(ahead(2_880, 7)).toContain('from 2 days to 7 days ahead.')
  })

  it('says how many digits a spoken code has where only one number will do', () => {
    const words = wordsOf({ ...EVERYTHING, voiceCode: { minDigits: 6, maxDigits: 6 } })
    expect(words.can).toContain('Can speak a one-time code of 6 digits in a call.')
  })

  it('says everything in whole sentences', () => {
    for (const words of [wordsOf(EVERYTHING), wordsOf(LEAST)]) {
      for (const sentence of [...words.can, ...words.cannot]) expect(sentence).toMatch(/^[A-Z].*\.$/u)
    }
  })
})

describe('the few things that tell providers apart', () => {
  it('names what it can do first, then what it cannot', () => {
    const highlights = capabilityHighlights(english, { ...LEAST, missedCalls: true, voiceCode: { minDigits: 4, maxDigits: 8 } })
    expect(highlights).toEqual([
      { words: 'Missed calls', can: true },
      { words: 'Spoken one-time codes', can: true },
      { words: 'No delivery reports', can: false },
      { words: 'No replies', can: false },
      { words: '160 characters at most', can: false },
      { words: 'Domestic numbers only', can: false },
    ])
  })

  it('counts reports that must be asked for as reports', () => {
    const [first] = capabilityHighlights(english, { ...LEAST, statusQuery: true })
    expect(first).toEqual({ words: 'Delivery reports', can: true })
  })

  it('leaves out the details of a note on whom it can text', () => {
    const highlights = capabilityHighlights(english, { ...LEAST, recipients: 'Dutch mobile numbers only: 06 and 097.' })
    expect(highlights.at(-1)).toEqual({ words: 'Dutch mobile numbers only', can: false })
  })

  it('keeps a long note on whom it can text for the page of the account', () => {
    const highlights = capabilityHighlights(english, { ...LEAST, recipients: `Numbers ${'of a kind '.repeat(8)}only.` })
    expect(highlights.at(-1)).toEqual({ words: 'Not for all numbers', can: false })
  })
})

describe('what a provider adds with other settings', () => {
  const providers = createProviders({ sandboxAddress: () => null })
  /** Settings that let a provider do more than its usual ones, by its id. */
  const MORE: Readonly<Record<string, Record<string, string>>> = {
    konnect: { from: '12025550100', callerId: '12025550101' },
    kpn: { product: 'current' },
  }

  it('is said beside what it always can, and what it lacks only where no settings help', () => {
    const reporting = { ...LEAST, receiptsByHook: true, recipients: null }
    expect(possibleHighlights(english, { ...LEAST, missedCalls: true }, { ...reporting, missedCalls: true })).toEqual({
      always: [
        { words: 'Missed calls', can: true },
        { words: 'No replies', can: false },
        { words: '160 characters at most', can: false },
      ],
      added: [{ words: 'Delivery reports', can: true }],
    })
  })

  it('is nothing where there are no other settings', () => {
    expect(possibleHighlights(english, LEAST, null)).toEqual({ always: capabilityHighlights(english, LEAST), added: [] })
  })

  it.each(Object.entries(MORE))('of %s is what its adapter says', (id, config) => {
    const { descriptor, capabilitiesOf } = providers.get(id)
    const told = withOtherSettings(descriptor)?.capabilities ?? descriptor.capabilities
    const real = capabilitiesOf?.(config) ?? descriptor.capabilities
    expect(capabilityHighlights(english, told)).toEqual(capabilityHighlights(english, real))
    expect(possibleHighlights(english, descriptor.capabilities, told).added).not.toEqual([])
  })

  it('is told of no other provider that stands in the choice by a name of its own', () => {
    const told = providers.list().filter(({ descriptor }) => withOtherSettings(descriptor) !== null)
    expect(told.map(({ descriptor }) => descriptor.id).sort()).toEqual(Object.keys(MORE).sort())
  })

  it('has a price for answers to missed calls only where the document names one', () => {
    expect(isCallReplyFree('konnect')).toBe(true)
    for (const id of ['connectel', 'generic', 'sandbox']) expect(isCallReplyFree(id)).toBe(false)
  })
})
