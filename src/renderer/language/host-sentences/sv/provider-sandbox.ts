import type { HostSentences } from '../index.ts'

export const providerSandbox: HostSentences = {
  'A pretend provider inside this app: try everything, nothing is really sent and nothing costs.':
    'En låtsad leverantör i appen: prova allt, inget skickas på riktigt och inget kostar.',
  Sandbox: 'Sandlåda',
  'Practise as': 'Öva som',
  'The provider that the sandbox stands in for, with its rules, its limits and its refusals.':
    'Leverantören som sandlådan härmar, med dess regler, gränser och avvisningar.',
  'What recipients would see: a name of at most 11 characters, or a number.':
    'Vad mottagarna skulle se: ett namn på högst 11 tecken, eller ett nummer.',
  'The sandbox carrier is not running yet. Try again in a moment.': 'Sandlådans operatör är inte igång än. Försök igen om en liten stund.',
  'Choose one of: {known}.': 'Välj något av {known}.',
  '{provider:sentence} cannot be asked what became of a text.': '{provider} går inte att fråga om vad som hände med ett sms.',
  '{provider:sentence} cannot be asked about several texts at once.': '{provider} går inte att fråga om flera sms på en gång.',
  'The sandbox is running. Nothing you send with it leaves this computer.':
    'Sandlådan är igång. Inget som du skickar med den lämnar datorn.',
  '{provider:sentence} takes one number at a time.': '{provider} tar emot ett nummer i taget.',
  'The sandbox cannot stand in for “{name}”. It can for: {known}.': 'Sandlådan kan inte härma ”{name}”. Den kan härma {known}.',
  'The sandbox is not in use. Start it first.': 'Sandlådan används inte. Starta den först.',
  'The desk does not receive texts just now, since its listener is not running. Settings shows why.':
    'SMS Desk tar inte emot några sms just nu, eftersom lyssnaren inte är igång. I Inställningar ser du varför.',
  'The provider that this sandbox account practises does not tell about missed calls. Add one that practises Kirusa Konnect.':
    'Leverantören som det här kontot övar på berättar inte om missade samtal. Lägg till ett som övar på Kirusa Konnect.',
}
