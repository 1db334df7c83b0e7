import type { HostSentences } from '../index.ts'

export const startup: HostSentences = {
  'SMS Desk lost the connection to its own data. Everything stored is safe. Try again to go on.':
    'SMS Desk har tappat kontakten med sina egna data. Allt som är sparat är i säkerhet. Försök igen för att fortsätta.',
  'SMS Desk could not start. What happened is in its log; your data was not changed.':
    'SMS Desk kunde inte starta. Vad som hände står i loggen; dina uppgifter har inte ändrats.',
  'SMS Desk cannot keep its data in {folder}, because this folder cannot be written to. Make the folder writable, or choose another one, then try again.':
    'SMS Desk kan inte spara sina data i {folder}, eftersom mappen inte går att skriva i. Gör mappen skrivbar, eller välj en annan, och försök sedan igen.',
  'SMS Desk is not allowed to read the settings of this computer. Make the file readable, then try again.':
    'SMS Desk får inte läsa inställningarna på den här datorn. Gör filen läsbar och försök sedan igen.',
  'The settings of this computer cannot be read. You can start with the usual settings; the damaged file is kept beside the new one. Your messages and contacts are not affected.':
    'Inställningarna på den här datorn går inte att läsa. Du kan starta med standardinställningarna; den skadade filen sparas bredvid den nya. Dina meddelanden och kontakter påverkas inte.',
  'This backup is not whole, so nothing was changed. Choose another one.': 'Säkerhetskopian är inte hel, så inget ändrades. Välj en annan.',
  'This backup was made by a newer version of SMS Desk, so nothing was changed. Choose another one, or install the newest version.':
    'Säkerhetskopian är gjord av en nyare version av SMS Desk, så inget ändrades. Välj en annan, eller installera den senaste versionen.',
  'There is no such backup any more. Choose another one.': 'Den säkerhetskopian finns inte längre. Välj en annan.',
  'The disk that holds {folder} is full. Make some room on it, then try again.':
    'Disken där {folder} finns är full. Gör plats på den och försök sedan igen.',
  'SMS Desk cannot write its data in {folder}. Make the folder and the files in it writable, then try again.':
    'SMS Desk kan inte skriva sina data i {folder}. Gör mappen och filerna i den skrivbara och försök sedan igen.',
  'Another program is using the data of SMS Desk. Close that program, then try again.':
    'Ett annat program använder SMS Desks data. Stäng det programmet och försök sedan igen.',
  'The disk that holds {folder} could not be read or written. Check the disk, then try again.':
    'Disken där {folder} finns gick inte att läsa eller skriva. Kontrollera disken och försök sedan igen.',
  'SMS Desk could not open its data. Nothing was changed. Try again; if it stays like this, send the log to whoever looks after this computer.':
    'SMS Desk kunde inte öppna sina data. Inget ändrades. Försök igen; om det inte hjälper, skicka loggen till den som sköter datorn.',
  'The file with your messages and contacts is missing or empty.': 'Filen med dina meddelanden och kontakter saknas eller är tom.',
  'The file that should hold your messages and contacts belongs to another program.':
    'Filen som ska innehålla dina meddelanden och kontakter hör till ett annat program.',
  'The file with your messages and contacts is damaged.': 'Filen med dina meddelanden och kontakter är skadad.',
  'You can go back to a backup below; the file as it is now is kept beside it.':
    'Du kan gå tillbaka till en säkerhetskopia nedan; filen som den är nu sparas bredvid.',
  'There is no backup here. If you keep copies of this folder elsewhere, put one back, then try again.':
    'Det finns ingen säkerhetskopia här. Om du har kopior av mappen någon annanstans, lägg tillbaka en och försök sedan igen.',
  'Your data was last used with a newer version of SMS Desk than this one. Install the newest version, then open it again. Nothing was changed.':
    'Dina uppgifter användes senast med en nyare version av SMS Desk än den här. Installera den senaste versionen och öppna dem igen. Inget ändrades.',
  'SMS Desk is already running with this data. Use the window that is open, or close it first and then try again.':
    'SMS Desk är redan igång med de här uppgifterna. Använd fönstret som är öppet, eller stäng det först och försök sedan igen.',
  'The disk of this computer is full, so this was not saved. Nothing is lost. Free some space, then try again.':
    'Datorns disk är full, så det här sparades inte. Inget har gått förlorat. Frigör utrymme och försök sedan igen.',
  'Another program is holding the desk’s data, a backup or a virus scan perhaps, so this was not saved. Try again in a moment.':
    'Ett annat program håller fast SMS Desks data, kanske en säkerhetskopiering eller en virussökning, så det här sparades inte. Försök igen om en stund.',
  'The disk of this computer did not take it, so this was not saved. Check that the disk is there and can be written, then try again.':
    'Datorns disk tog inte emot det, så det här sparades inte. Kontrollera att disken finns och går att skriva på, och försök sedan igen.',
}
