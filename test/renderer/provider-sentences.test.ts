import { describe, expect, it } from 'vitest'
import { refusalByNumber } from '../../src/main/providers/karix/refusals.ts'
import { createProviders } from '../../src/main/providers/registry.ts'
import { capabilityHighlights } from '../../src/renderer/accounts/capability-words.ts'
import { saidProvider } from '../../src/renderer/accounts/said-provider.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createHostSentences } from '../../src/renderer/language/host-sentences/createHostSentences.ts'
import { loadHostSentences } from '../../src/renderer/language/host-sentences/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { LANGUAGES } from '../../src/shared/language.ts'
import type { AccountField, ProviderDescriptor } from '../../src/shared/providers/descriptor.ts'
import { createCoverage } from './covered-sentences.ts'

/** Names, and words that a clerk must find in the provider's own portal: the same in every language. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set([
  'Client ID',
  'Client secret',
  'Connectel',
  'Karix',
  'Kirusa Konnect',
  'KPN',
  'OKRoute',
  'Token',
  'Webhook secret',
])

const providers = createProviders({ sandboxAddress: () => null })
  .list()
  .map(({ descriptor }) => descriptor)

/** Everything a form shows of a provider; examples in empty fields are values. */
function textsOf({ name, summary, configFields, secretFields, capabilities, hookAddresses, presets }: ProviderDescriptor): string[] {
  const texts = [
    name,
    summary,
    ...[...configFields, ...secretFields].flatMap(textsOfField),
    capabilities.recipients,
    capabilities.text.partsNote,
    ...hookAddresses.flatMap(({ label, instructions }) => [label, instructions]),
    ...presets.map((preset) => preset.summary),
  ]
  return texts.filter((text) => text !== null)
}

function textsOfField({ key, label, help, options }: AccountField): string[] {
  // The sandbox offers providers, whose names are theirs.
  return [label, help, ...(key === 'protocol' ? [] : (options ?? []).map((option) => option.label))]
}

const said: Readonly<Record<'sv' | 'nl', readonly (readonly [sentence: string, expected: string | RegExp])[]>> = {
  sv: [
    [
      'KPN did not accept client ID and client secret. Check both in Settings › Accounts. It says: “Invalid client. Try again.”. The text was not sent.',
      'KPN godtog inte Client ID och Client secret. Kontrollera båda under Inställningar › Konton. Meddelande från leverantören: ”Invalid client. Try again.”. Sms:et skickades inte.',
    ],
    ['The gateway refused this text.', 'Gatewayen avvisade det här sms:et.'],
    ['There is no credit left at the gateway. Top up there, then let the account send again.', /^Saldot hos gatewayen är slut\./],
    ['Bulk & Co is busy and did not take the text.', 'Bulk & Co är upptagen och tog inte emot sms:et.'],
    ['Kirusa Konnect refused this call. It says: “no”.', 'Kirusa Konnect avvisade samtalet. Meddelande från leverantören: ”no”.'],
    [
      'Line 3: There is no field called {{x}}. There are {{to}}, {{text}} and {{encoding:…|…}}.',
      /^Rad 3: Det finns inget fält .* \{\{x\}\}\./,
    ],
    [
      'Connectel did not take the text: the number does not belong to a phone it can reach. Check the number.',
      /: numret .* Kontrollera numret\.$/,
    ],
    ['Campaign “A”, schedule “B” of 2026-01-02T03:04:05Z. It says: “busy”.', /^Kampanjen ”A”, schemat ”B” från 2026-01-02T03:04:05Z\. Med/],
    ['The password of this account is missing. Enter it in Settings › Accounts.', /^Kontots lösenord saknas\./],
  ],
  nl: [
    ['The gateway refused this text.', 'De gateway heeft deze sms geweigerd.'],
    ['Kirusa Konnect refused this call. It says: “no”.', 'Kirusa Konnect heeft deze oproep geweigerd. Melding van de provider: ‘no’.'],
    [
      'Line 3: There is no field called {{x}}. There are {{to}}, {{text}} and {{encoding:…|…}}.',
      /^Regel 3: Er is geen veld .* \{\{x\}\}\./,
    ],
  ],
}

const languages = LANGUAGES.filter((language) => language !== 'en')

describe.each(languages)('what a provider says, in %s', async (language) => {
  const areas = await loadHostSentences(language)
  const english = areas.flatMap((area) => Object.keys(area))
  const isKnown = createCoverage(english)
  const exact = new Set(english)
  const say = createHostSentences(areas, language)

  it.each(providers.map((provider) => [provider.id, provider] as const))('of itself and its form is translated: %s', (_id, provider) => {
    const isSaid = (text: string) => exact.has(text) || (text.includes(' ') && isKnown(text))
    expect(textsOf(provider).filter((text) => text !== '' && !SAME_EVERYWHERE.has(text) && !isSaid(text))).toEqual([])
  })

  it('changes no key, no value and no example', () => {
    const values = ({ configFields, secretFields, ...provider }: ProviderDescriptor) => ({
      id: provider.id,
      fields: [...configFields, ...secretFields].map(({ key, kind, required, placeholder, defaultValue, options }) => ({
        key,
        placeholder,
        kind,
        required,
        defaultValue,
        options: options?.map(({ value }) => value),
      })),
      suffixes: provider.hookAddresses.map(({ suffix }) => suffix),
      presets: provider.presets.map(({ id, name, config }) => ({ id, name, config })),
    })
    expect(providers.map((provider) => values(saidProvider(say, provider)))).toEqual(providers.map(values))
  })

  it('is short enough to tell providers apart', async () => {
    const words = createWords(await loadCatalog(language), 'capabilities', language)
    const brief = providers.flatMap((provider) => capabilityHighlights(words, saidProvider(say, provider).capabilities))
    expect(brief.map((one) => one.words)).not.toContain(words('brief.notAll'))
  })

  it('explains every number of Karix', () => {
    const refusals = Array.from({ length: 99 }, (_each, index) => refusalByNumber(`-${101 + index}`))
    const sentences = refusals.flatMap((refusal) => (refusal === null || refusal.class === 'blockout' ? [] : [refusal.sentence]))
    expect(sentences).toHaveLength(99)
    expect(sentences.filter((sentence) => !isKnown(sentence))).toEqual([])
  })

  it.each(said[language])('about a text: %s', (sentence, expected) => {
    if (typeof expected === 'string') expect(say(sentence)).toBe(expected)
    else expect(say(sentence)).toMatch(expected)
  })
})
