import type { HostSentences } from '../index.ts'

export const accounts: HostSentences = {
  'This account is not here any more. It may have been removed.': 'Dit account is er niet meer. Misschien is het verwijderd.',
  'There is already an account called “{name}”. Choose another name.': 'Er is al een account met de naam ‘{name}’. Kies een andere naam.',
  'A message still waits to be sent with “{name}”. Cancel it or let it go out, then remove the account.':
    'Er wacht nog een bericht om met ‘{name}’ te worden verzonden. Annuleer het of laat het uitgaan en verwijder dan het account.',
  '{count} messages still wait to be sent with “{name}”. Cancel them or let them go out, then remove the account.':
    'Er wachten nog {count} berichten om met ‘{name}’ te worden verzonden. Annuleer ze of laat ze uitgaan en verwijder dan het account.',
  'The key could not be stored safely on this computer, so nothing was saved. Settings shows where keys are kept; check it and try again.':
    'De sleutel kon op deze computer niet veilig worden bewaard, daarom is er niets opgeslagen. Bij Instellingen ziet u waar sleutels worden bewaard; controleer dat en probeer het opnieuw.',
  '“{field}” of the account “{name}” is not stored on this computer. Open the account in Settings and enter it again.':
    '‘{field}’ van het account ‘{name}’ staat niet op deze computer. Open het account bij Instellingen en voer het opnieuw in.',
  'This key is empty. Enter it and save again.': 'Deze sleutel is leeg. Voer hem in en sla opnieuw op.',
  'The keys of “{name}” could not be removed from this computer, so the account was kept. Try again.':
    'De sleutels van ‘{name}’ konden niet van deze computer worden verwijderd, daarom is het account gebleven. Probeer het opnieuw.',
  '{field:sentence} is needed.': '{field} is nodig.',
  '{provider} does not tell about missed calls, so none can be answered.':
    '{provider} meldt geen gemiste oproepen, dus die kunnen niet worden beantwoord.',
  '“{number}” is not a number that can be called.': '‘{number}’ is geen nummer dat gebeld kan worden.',
  'You paused this account. Its messages wait until you let it send again.':
    'U hebt dit account gepauzeerd. De berichten wachten tot u het weer laat verzenden.',
  'The keys of this account could not be read. Open Settings › Accounts and enter them again.':
    'De sleutels van dit account konden niet worden gelezen. Open Instellingen › Accounts en voer ze opnieuw in.',
}
