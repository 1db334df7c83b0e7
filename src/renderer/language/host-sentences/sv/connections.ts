import type { HostSentences } from '../index.ts'

export const connections: HostSentences = {
  'The server’s name could not be found. Check the address.': 'Serverns namn hittades inte. Kontrollera adressen.',
  'Nothing answers at that address. Check the address, or try again later.':
    'Inget svarar på adressen. Kontrollera adressen eller försök igen senare.',
  'No secure connection could be made to the server.': 'Det gick inte att upprätta en säker anslutning till servern.',
  'The server could not be reached in time.': 'Servern gick inte att nå i tid.',
  'The server did not answer in time.': 'Servern svarade inte i tid.',
  'The connection ended before the answer was complete.': 'Anslutningen bröts innan hela svaret hade kommit.',
  'The address is not a valid web address.': 'Adressen är inte en giltig webbadress.',
  'The call did not work.': 'Anropet fungerade inte.',
  'Something unexpected happened ({id}). Nothing else was changed.': 'Något oväntat hände ({id}). Inget annat ändrades.',
  'That cannot be used as it is ({issues}).': 'Det går inte att använda som det är ({issues}).',
  'The desk could not read what it was asked. Please reload the window and try again.':
    'SMS Desk kunde inte läsa vad som begärdes. Ladda om fönstret och försök igen.',
  'That is too large to be taken in one go. Please shorten it and try again.':
    'Det är för stort för att tas emot på en gång. Korta det och försök igen.',
  'This desk does not know that operation. Please reload the window, or update the program that asked.':
    'SMS Desk känner inte till den åtgärden. Ladda om fönstret eller uppdatera programmet som frågade.',
  'The desk is busy with many things that were asked at once. Please try again in a moment.':
    'SMS Desk är upptaget med mycket på en gång. Försök igen om en stund.',
  'The desk has been closed.': 'SMS Desk har stängts.',
  'SMS Desk runs in a browser here, and notifications come from there.':
    'SMS Desk körs i en webbläsare här, och aviseringarna kommer därifrån.',
}
