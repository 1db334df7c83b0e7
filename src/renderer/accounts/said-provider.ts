import type { AccountField, ProviderCapabilities, ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'

/** What a provider says of itself, its fields, addresses and ready-made settings, in the language of the window. */
export function saidProvider(say: SaySentence, provider: ProviderDescriptor): ProviderDescriptor {
  return {
    ...provider,
    name: say(provider.name),
    summary: say(provider.summary),
    configFields: provider.configFields.map((field) => saidField(say, field)),
    secretFields: provider.secretFields.map((field) => saidField(say, field)),
    capabilities: saidCapabilities(say, provider.capabilities),
    hookAddresses: provider.hookAddresses.map((address) => ({
      ...address,
      label: say(address.label),
      instructions: say(address.instructions),
    })),
    presets: provider.presets.map((preset) => ({ ...preset, summary: say(preset.summary) })),
  }
}

/** The same for what an account can do: its notes are sentences. */
export function saidCapabilities(say: SaySentence, capabilities: ProviderCapabilities): ProviderCapabilities {
  const { recipients, text } = capabilities
  return {
    ...capabilities,
    recipients: recipients === null ? null : say(recipients),
    text: { ...text, partsNote: text.partsNote === null ? null : say(text.partsNote) },
  }
}

/** Examples stay: they are values as they are typed. */
function saidField(say: SaySentence, field: AccountField): AccountField {
  const { options } = field
  return {
    ...field,
    label: say(field.label),
    help: say(field.help),
    ...(options === undefined ? {} : { options: options.map(({ value, label }) => ({ value, label: say(label) })) }),
  }
}
