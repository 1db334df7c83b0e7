import type { HostSentences } from '../index.ts'

export const providerSandbox: HostSentences = {
  'A pretend provider inside this app: try everything, nothing is really sent and nothing costs.':
    'Een nagebootste provider in deze app: probeer alles, er wordt niets echt verzonden en niets kost iets.',
  Sandbox: 'Sandbox',
  'Practise as': 'Oefenen als',
  'The provider that the sandbox stands in for, with its rules, its limits and its refusals.':
    'De provider die de sandbox nabootst, met zijn regels, grenzen en weigeringen.',
  'What recipients would see: a name of at most 11 characters, or a number.':
    'Wat ontvangers zouden zien: een naam van hooguit 11 tekens, of een nummer.',
  'The sandbox carrier is not running yet. Try again in a moment.': 'De operator van de sandbox draait nog niet. Probeer het zo opnieuw.',
  'Choose one of: {known}.': 'Kies een van: {known}.',
  '{provider:sentence} cannot be asked what became of a text.': '{provider} kan niet worden gevraagd wat er van een sms geworden is.',
  '{provider:sentence} cannot be asked about several texts at once.': '{provider} kan niet naar meerdere sms’en tegelijk worden gevraagd.',
  'The sandbox is running. Nothing you send with it leaves this computer.':
    'De sandbox draait. Niets wat u ermee verzendt, verlaat deze computer.',
  '{provider:sentence} takes one number at a time.': '{provider} neemt één nummer tegelijk aan.',
  'The sandbox cannot stand in for “{name}”. It can for: {known}.': 'De sandbox kan ‘{name}’ niet nabootsen. Wel: {known}.',
  'The sandbox is not in use. Start it first.': 'De sandbox is niet in gebruik. Start hem eerst.',
  'The desk does not receive texts just now, since its listener is not running. Settings shows why.':
    'SMS Desk ontvangt nu geen sms’en, omdat de ontvanger voor meldingen niet draait. In Instellingen ziet u waarom.',
  'The provider that this sandbox account practises does not tell about missed calls. Add one that practises Kirusa Konnect.':
    'De provider die dit sandboxaccount nabootst, meldt geen gemiste oproepen. Voeg er een toe die Kirusa Konnect nabootst.',
}
