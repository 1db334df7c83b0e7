import type { Catalog } from '../index.ts'

export const keys: Catalog['keys'] = {
  intro: 'Allt stannar på den här datorn.',
  dataFolder: 'Datamapp',
  dataFolderHint: 'Kontakter, meddelanden och inställningar. Ta med den i dina säkerhetskopior.',
  secrets: 'Lösenord och nycklar',
  places: {
    keychain: 'Datorns nyckelring',
    vault: 'En krypterad fil',
    memory: 'Bara i minnet',
  },
  placesInSentence: {
    keychain: 'datorns nyckelring',
    vault: 'en krypterad fil',
    memory: 'bara i minnet',
  },
  keychainMeans: 'Lösenord och nycklar sparas av operativsystemet, under din inloggning. SMS Desk skriver dem ingen annanstans.',
  vaultMeans: 'Dina nycklar sparas i en krypterad fil i datamappen. Du blir tillfrågad om lösenfrasen när SMS Desk startar.',
  vaultBecause: '{reason} Du blir tillfrågad om lösenfrasen när SMS Desk startar.',
  memoryMeans: 'Lösenord och nycklar glöms när SMS Desk stängs och måste anges igen.',
  vault: {
    title: 'Spara nycklar i en krypterad fil',
    intro:
      'Välj en lösenfras. SMS Desk frågar efter den vid varje start. Skriv ned den på ett säkert ställe: utan den är nycklarna borta och måste skrivas in igen.',
    passphrase: 'Lösenfras',
    again: 'Samma en gång till',
    showPassphrase: 'Visa lösenfrasen medan du skriver',
    showAgain: 'Visa den upprepade lösenfrasen medan du skriver',
    tooShort: 'Använd minst {length, number} tecken. Några ord i rad är lätta att minnas och svåra att gissa.',
    different: 'De två är inte lika. Skriv den en gång till.',
    done: 'Nycklarna sparas nu i en krypterad fil.',
  },
  kept: {
    label: 'Vad som sparas, och hur länge',
    requests: 'Anrop från leverantörer',
    requestsHint:
      'Så som de kom in, för <activity>Aktivitet</activity>. Äldre anrop raderas direkt när du väljer en kortare tid, annars dag för dag. Meddelanden finns kvar. Det som inte gick att läsa sparas i minst 90 dagar.',
    choice: 'Spara anrop från leverantörer',
    forEver: 'För alltid',
    forDays: 'I {days, plural, one {# dag} other {# dagar}}',
  },
}
