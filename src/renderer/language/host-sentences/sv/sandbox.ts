import type { HostSentences } from '../index.ts'

export const sandbox: HostSentences = {
  'Sandbox did not take the text: the number does not belong to a phone it can reach. Check the number.':
    'Sandlådan tog inte emot sms:et: numret hör inte till någon telefon som den kan nå. Kontrollera numret.',
  'The text was handed to Sandbox, but the connection ended before the answer came. It may have been sent or not.':
    'Sms:et lämnades över till sandlådan, men anslutningen bröts innan svaret kom. Det kan ha skickats eller inte.',
  'The sandbox cannot stand in for “{protocol}”. It can for: {known}.':
    'Sandlådan kan inte föreställa ”{protocol}”. Den kan föreställa: {known}.',
  'The sandbox is not in use. Start it first.': 'Sandlådan används inte. Starta den först.',
  'The desk does not receive texts just now, since its listener is not running. Settings shows why.':
    'SMS Desk tar inte emot sms just nu, eftersom lyssnaren inte är igång. I Inställningar ser du varför.',
  'The provider that this sandbox account practises does not tell about missed calls. Add one that practises Kirusa Konnect.':
    'Leverantören som det här sandlådekontot övar på berättar inte om missade samtal. Lägg till ett som övar på Kirusa Konnect.',
}
