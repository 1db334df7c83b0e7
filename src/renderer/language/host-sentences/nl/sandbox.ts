import type { HostSentences } from '../index.ts'

export const sandbox: HostSentences = {
  'Sandbox did not take the text: the number does not belong to a phone it can reach. Check the number.':
    'De sandbox heeft de sms niet aangenomen: het nummer hoort niet bij een telefoon die bereikbaar is. Controleer het nummer.',
  'The text was handed to Sandbox, but the connection ended before the answer came. It may have been sent or not.':
    'De sms is aan de sandbox overgedragen, maar de verbinding werd verbroken voordat het antwoord kwam. Hij kan zijn verzonden of niet.',
  'The sandbox cannot stand in for “{protocol}”. It can for: {known}.': 'De sandbox kan ‘{protocol}’ niet nabootsen. Wel: {known}.',
  'The sandbox is not in use. Start it first.': 'De sandbox is niet in gebruik. Start hem eerst.',
  'The desk does not receive texts just now, since its listener is not running. Settings shows why.':
    'SMS Desk ontvangt op dit moment geen sms’en, omdat de ontvanger niet draait. Bij Instellingen ziet u waarom.',
  'The provider that this sandbox account practises does not tell about missed calls. Add one that practises Kirusa Konnect.':
    'De provider die dit sandboxaccount nabootst, meldt geen gemiste oproepen. Voeg er een toe dat Kirusa Konnect nabootst.',
}
