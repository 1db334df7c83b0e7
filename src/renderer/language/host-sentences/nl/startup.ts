import type { HostSentences } from '../index.ts'

export const startup: HostSentences = {
  'SMS Desk lost the connection to its own data. Everything stored is safe. Try again to go on.':
    'SMS Desk heeft de verbinding met zijn eigen gegevens verloren. Alles wat is opgeslagen, is veilig. Probeer het opnieuw om verder te gaan.',
  'SMS Desk could not start. What happened is in its log; your data was not changed.':
    'SMS Desk kon niet starten. Wat er is gebeurd, staat in het logboek; uw gegevens zijn niet veranderd.',
  'SMS Desk cannot keep its data in {folder}, because this folder cannot be written to. Make the folder writable, or choose another one, then try again.':
    'SMS Desk kan zijn gegevens niet in {folder} bewaren, omdat er in deze map niet kan worden geschreven. Maak de map schrijfbaar, of kies een andere, en probeer het dan opnieuw.',
  'SMS Desk is not allowed to read the settings of this computer. Make the file readable, then try again.':
    'SMS Desk mag de instellingen van deze computer niet lezen. Maak het bestand leesbaar en probeer het dan opnieuw.',
  'The settings of this computer cannot be read. You can start with the usual settings; the damaged file is kept beside the new one. Your messages and contacts are not affected.':
    'De instellingen van deze computer zijn niet te lezen. U kunt starten met de standaardinstellingen; het beschadigde bestand blijft naast het nieuwe bewaard. Uw berichten en contacten blijven zoals ze zijn.',
  'This backup is not whole, so nothing was changed. Choose another one.':
    'Deze back-up is niet compleet, dus er is niets veranderd. Kies een andere.',
  'This backup was made by a newer version of SMS Desk, so nothing was changed. Choose another one, or install the newest version.':
    'Deze back-up is gemaakt met een nieuwere versie van SMS Desk, dus er is niets veranderd. Kies een andere, of installeer de nieuwste versie.',
  'There is no such backup any more. Choose another one.': 'Die back-up is er niet meer. Kies een andere.',
  'The disk that holds {folder} is full. Make some room on it, then try again.':
    'De schijf met {folder} is vol. Maak er ruimte op vrij en probeer het dan opnieuw.',
  'SMS Desk cannot write its data in {folder}. Make the folder and the files in it writable, then try again.':
    'SMS Desk kan zijn gegevens niet in {folder} schrijven. Maak de map en de bestanden erin schrijfbaar en probeer het dan opnieuw.',
  'Another program is using the data of SMS Desk. Close that program, then try again.':
    'Een ander programma gebruikt de gegevens van SMS Desk. Sluit dat programma en probeer het dan opnieuw.',
  'The disk that holds {folder} could not be read or written. Check the disk, then try again.':
    'De schijf met {folder} kon niet worden gelezen of beschreven. Controleer de schijf en probeer het dan opnieuw.',
  'SMS Desk could not open its data. Nothing was changed. Try again; if it stays like this, send the log to whoever looks after this computer.':
    'SMS Desk kon zijn gegevens niet openen. Er is niets veranderd. Probeer het opnieuw; blijft het zo, stuur het logboek dan naar wie deze computer beheert.',
  'The file with your messages and contacts is missing or empty.': 'Het bestand met uw berichten en contacten ontbreekt of is leeg.',
  'The file that should hold your messages and contacts belongs to another program.':
    'Het bestand dat uw berichten en contacten zou moeten bevatten, hoort bij een ander programma.',
  'The file with your messages and contacts is damaged.': 'Het bestand met uw berichten en contacten is beschadigd.',
  'You can go back to a backup below; the file as it is now is kept beside it.':
    'U kunt hieronder teruggaan naar een back-up; het bestand zoals het nu is, blijft ernaast bewaard.',
  'There is no backup here. If you keep copies of this folder elsewhere, put one back, then try again.':
    'Er is hier geen back-up. Bewaart u elders kopieën van deze map, zet er dan een terug en probeer het opnieuw.',
  'Your data was last used with a newer version of SMS Desk than this one. Install the newest version, then open it again. Nothing was changed.':
    'Uw gegevens zijn het laatst gebruikt met een nieuwere versie van SMS Desk dan deze. Installeer de nieuwste versie en open ze dan opnieuw. Er is niets veranderd.',
  'SMS Desk is already running with this data. Use the window that is open, or close it first and then try again.':
    'SMS Desk draait al met deze gegevens. Gebruik het venster dat open is, of sluit het eerst en probeer het dan opnieuw.',
  'The disk of this computer is full, so this was not saved. Nothing is lost. Free some space, then try again.':
    'De schijf van deze computer is vol, dus dit is niet opgeslagen. Er is niets verloren. Maak ruimte vrij en probeer het dan opnieuw.',
  'Another program is holding the desk’s data, a backup or a virus scan perhaps, so this was not saved. Try again in a moment.':
    'Een ander programma houdt de gegevens van SMS Desk vast, misschien een back-up of een virusscan, dus dit is niet opgeslagen. Probeer het zo meteen opnieuw.',
  'The disk of this computer did not take it, so this was not saved. Check that the disk is there and can be written, then try again.':
    'De schijf van deze computer heeft het niet aangenomen, dus dit is niet opgeslagen. Controleer of de schijf er is en beschreven kan worden, en probeer het dan opnieuw.',
}
