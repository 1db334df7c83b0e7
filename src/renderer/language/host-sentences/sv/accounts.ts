import type { HostSentences } from '../index.ts'

export const accounts: HostSentences = {
  'This account is not here any more. It may have been removed.': 'Kontot finns inte längre. Det kan ha tagits bort.',
  'There is already an account called “{name}”. Choose another name.': 'Det finns redan ett konto som heter ”{name}”. Välj ett annat namn.',
  'A message still waits to be sent with “{name}”. Cancel it or let it go out, then remove the account.':
    'Ett meddelande väntar fortfarande på att skickas med ”{name}”. Stoppa det eller låt det gå ut, och ta sedan bort kontot.',
  '{count} messages still wait to be sent with “{name}”. Cancel them or let them go out, then remove the account.':
    '{count} meddelanden väntar fortfarande på att skickas med ”{name}”. Stoppa dem eller låt dem gå ut, och ta sedan bort kontot.',
  'The key could not be stored safely on this computer, so nothing was saved. Settings shows where keys are kept; check it and try again.':
    'Nyckeln kunde inte lagras säkert på den här datorn, så inget sparades. I Inställningar ser du var nycklarna förvaras; kontrollera det och försök igen.',
  '“{field}” of the account “{name}” is not stored on this computer. Open the account in Settings and enter it again.':
    '”{field}” för kontot ”{name}” finns inte på den här datorn. Öppna kontot i Inställningar och skriv in det igen.',
  'This key is empty. Enter it and save again.': 'Nyckeln är tom. Skriv in den och spara igen.',
  'The keys of “{name}” could not be removed from this computer, so the account was kept. Try again.':
    'Nycklarna för ”{name}” gick inte att ta bort från den här datorn, så kontot finns kvar. Försök igen.',
  '{field:sentence} is needed.': '{field} behövs.',
  '{provider} does not tell about missed calls, so none can be answered.':
    '{provider} berättar inte om missade samtal, så de går inte att besvara.',
  '“{number}” is not a number that can be called.': '”{number}” är inte ett nummer som går att ringa.',
  'You paused this account. Its messages wait until you let it send again.':
    'Du har pausat kontot. Dess meddelanden väntar tills du låter det skicka igen.',
  'The keys of this account could not be read. Open Settings › Accounts and enter them again.':
    'Kontots nycklar gick inte att läsa. Öppna Inställningar › Konton och skriv in dem igen.',
}
