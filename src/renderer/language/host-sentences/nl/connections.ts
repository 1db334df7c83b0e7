import type { HostSentences } from '../index.ts'

export const connections: HostSentences = {
  'The server’s name could not be found. Check the address.': 'De naam van de server is niet gevonden. Controleer het adres.',
  'Nothing answers at that address. Check the address, or try again later.':
    'Er komt geen antwoord op dat adres. Controleer het adres of probeer het later opnieuw.',
  'No secure connection could be made to the server.': 'Er kon geen beveiligde verbinding met de server worden gemaakt.',
  'The server could not be reached in time.': 'De server was niet op tijd te bereiken.',
  'The server did not answer in time.': 'De server heeft niet op tijd geantwoord.',
  'The connection ended before the answer was complete.': 'De verbinding werd verbroken voordat het antwoord compleet was.',
  'The address is not a valid web address.': 'Het adres is geen geldig webadres.',
  'The call did not work.': 'De aanroep is niet gelukt.',
  'Something unexpected happened ({id}). Nothing else was changed.': 'Er is iets onverwachts gebeurd ({id}). Verder is er niets veranderd.',
  'That cannot be used as it is ({issues}).': 'Dat kan zo niet worden gebruikt ({issues}).',
  'The desk could not read what it was asked. Please reload the window and try again.':
    'SMS Desk kon niet lezen wat er werd gevraagd. Laad het venster opnieuw en probeer het nog eens.',
  'That is too large to be taken in one go. Please shorten it and try again.':
    'Dat is te groot om in één keer aan te nemen. Maak het korter en probeer het opnieuw.',
  'This desk does not know that operation. Please reload the window, or update the program that asked.':
    'SMS Desk kent deze bewerking niet. Laad het venster opnieuw of werk het programma bij dat erom vroeg.',
  'The desk is busy with many things that were asked at once. Please try again in a moment.':
    'SMS Desk is bezig met veel dingen tegelijk. Probeer het zo meteen opnieuw.',
  'The desk has been closed.': 'SMS Desk is gesloten.',
  'SMS Desk runs in a browser here, and notifications come from there.':
    'SMS Desk draait hier in een browser, en daar komen de meldingen vandaan.',
}
