import type { HostSentences } from '../index.ts'

export const keys: HostSentences = {
  'The keychain of this computer did not answer. Unlock it and try again.': 'Datorns nyckelring svarade inte. Lås upp den och försök igen.',
  'This computer has no keychain that SMS Desk can use, or it is locked. Unlock it and try again, or keep the keys in an encrypted file.':
    'Den här datorn har ingen nyckelring som SMS Desk kan använda, eller så är den låst. Lås upp den och försök igen, eller spara nycklarna i en krypterad fil.',
  'This computer has no keychain that SMS Desk can use, so your keys are kept in an encrypted file.':
    'Den här datorn har ingen nyckelring som SMS Desk kan använda, så dina nycklar sparas i en krypterad fil.',
  'This computer has no keychain that SMS Desk can use, so your keys are kept in memory only and must be entered again after a restart. Choose a passphrase to keep them in an encrypted file.':
    'Den här datorn har ingen nyckelring som SMS Desk kan använda, så dina nycklar finns bara i minnet och måste skrivas in igen efter en omstart. Välj en lösenfras för att spara dem i en krypterad fil.',
  'Your keys are in an encrypted file. Enter its passphrase to open it.':
    'Dina nycklar finns i en krypterad fil. Skriv dess lösenfras för att öppna den.',
  'Choose a passphrase first: it encrypts the file that will hold your keys.':
    'Välj först en lösenfras: den krypterar filen som ska innehålla dina nycklar.',
  'The encrypted file with your keys cannot be read. Check that you may open the file vault.json in the data folder.':
    'Den krypterade filen med dina nycklar går inte att läsa. Kontrollera att du får öppna filen vault.json i datamappen.',
  'That is not the passphrase of the encrypted file with your keys. Try again.':
    'Det är inte lösenfrasen för den krypterade filen med dina nycklar. Försök igen.',
  'The encrypted file with your keys is damaged and was left as it is. Put back the file vault.json from a backup, or move it away and enter the keys of your accounts again.':
    'Den krypterade filen med dina nycklar är skadad och har lämnats som den är. Lägg tillbaka filen vault.json från en säkerhetskopia, eller flytta undan den och skriv in kontonas nycklar igen.',
  'The encrypted file for your keys cannot be written. Check that the disk is not full and that you may change the data folder, then try again.':
    'Den krypterade filen för dina nycklar går inte att skriva. Kontrollera att disken inte är full och att du får ändra i datamappen, och försök sedan igen.',
}
