import type { HostSentences } from '../index.ts'

export const keys: HostSentences = {
  'The keychain of this computer did not answer. Unlock it and try again.':
    'De sleutelhanger van deze computer antwoordde niet. Ontgrendel hem en probeer het opnieuw.',
  'This computer has no keychain that SMS Desk can use, or it is locked. Unlock it and try again, or keep the keys in an encrypted file.':
    'Deze computer heeft geen sleutelhanger die SMS Desk kan gebruiken, of hij is vergrendeld. Ontgrendel hem en probeer het opnieuw, of bewaar de sleutels in een versleuteld bestand.',
  'This computer has no keychain that SMS Desk can use, so your keys are kept in an encrypted file.':
    'Deze computer heeft geen sleutelhanger die SMS Desk kan gebruiken, dus uw sleutels staan in een versleuteld bestand.',
  'This computer has no keychain that SMS Desk can use, so your keys are kept in memory only and must be entered again after a restart. Choose a passphrase to keep them in an encrypted file.':
    'Deze computer heeft geen sleutelhanger die SMS Desk kan gebruiken, dus uw sleutels staan alleen in het geheugen en moeten na een herstart opnieuw worden ingevoerd. Kies een wachtwoordzin om ze in een versleuteld bestand te bewaren.',
  'Your keys are in an encrypted file. Enter its passphrase to open it.':
    'Uw sleutels staan in een versleuteld bestand. Voer de wachtwoordzin in om het te openen.',
  'Choose a passphrase first: it encrypts the file that will hold your keys.':
    'Kies eerst een wachtwoordzin: daarmee wordt het bestand met uw sleutels versleuteld.',
  'The encrypted file with your keys cannot be read. Check that you may open the file vault.json in the data folder.':
    'Het versleutelde bestand met uw sleutels is niet te lezen. Controleer of u het bestand vault.json in de gegevensmap mag openen.',
  'That is not the passphrase of the encrypted file with your keys. Try again.':
    'Dat is niet de wachtwoordzin van het versleutelde bestand met uw sleutels. Probeer het opnieuw.',
  'The encrypted file with your keys is damaged and was left as it is. Put back the file vault.json from a backup, or move it away and enter the keys of your accounts again.':
    'Het versleutelde bestand met uw sleutels is beschadigd en is zo gelaten. Zet het bestand vault.json terug uit een back-up, of verplaats het en voer de sleutels van uw accounts opnieuw in.',
  'The encrypted file for your keys cannot be written. Check that the disk is not full and that you may change the data folder, then try again.':
    'Het versleutelde bestand voor uw sleutels kan niet worden geschreven. Controleer of de schijf niet vol is en of u de gegevensmap mag wijzigen, en probeer het dan opnieuw.',
}
