import type { HostSentences } from '../index.ts'

export const imports: HostSentences = {
  'The import was cancelled. Nothing was changed.': 'Importen avbröts. Inget ändrades.',
  'Same person as row {row}.': 'Samma person som rad {row}.',
  'Already here as {name}.': 'Finns redan här som {name}.',
  '{already:sentence} Changes: {changes:words}.': '{already} Ändras: {changes}.',
  name: 'namn',
  company: 'företag',
  notes: 'anteckningar',
  'Without {numbers}, which belongs to somebody else.': 'Utan {numbers}, som hör till någon annan.',
  'Some letters were lost before this file was saved and show as “�”.':
    'Några bokstäver gick förlorade innan filen sparades och visas som ”�”.',
  'Some letters cannot be read with this encoding and show as “�”. Choose another encoding above.':
    'Några bokstäver går inte att läsa med den här kodningen och visas som ”�”. Välj en annan kodning ovan.',
  '{rows:sentence} more cells than the {width} columns of this file; what stands beyond them is not taken in.':
    '{rows} fler celler än filens {width} kolumner; det som står utanför dem tas inte med.',
  'Row {row} has': 'Rad {row} har',
  '{rows:count} rows, the first of them row {row}, have': '{rows} rader, den första av dem rad {row}, har',
  'Row {row} has a number that cannot be read beside one that can; that person is taken in without it.':
    'Rad {row} har ett nummer som inte går att läsa bredvid ett som går att läsa; personen tas med utan det.',
  '{rows:count} rows, the first of them row {row}, have a number that cannot be read beside one that can; those people are taken in without it.':
    '{rows} rader, den första av dem rad {row}, har ett nummer som inte går att läsa bredvid ett som går att läsa; de personerna tas med utan det.',
  'Row {row} is longer than any list of customers has. Check that this is a list with one person in each row.':
    'Rad {row} är längre än någon rad i en kundlista. Kontrollera att det är en lista med en person på varje rad.',
  'This file is empty. Choose the file with your customers.': 'Filen är tom. Välj filen med dina kunder.',
  'There is nothing in this file. Choose the file with your customers.': 'Det finns inget i filen. Välj filen med dina kunder.',
  'There is nothing in this workbook. Choose the file with your customers.': 'Det finns inget i arbetsboken. Välj filen med dina kunder.',
  'This card has no end, so what it says may not be whole.': 'Kortet saknar slut, så innehållet är kanske inte fullständigt.',
  'The quotation marks in this row do not match, so it and the rows it runs into cannot be told apart.':
    'Citattecknen på raden hör inte ihop, så den går inte att skilja från raderna som den flyter ihop med.',
  'The text under “{name}” is longer than {most} characters.': 'Texten under ”{name}” är längre än {most} tecken.',
  'No column is chosen as the number.': 'Ingen kolumn är vald som nummer.',
  'There is no number in this row.': 'Det finns inget nummer på raden.',
  'A person can have {most} numbers, and this row has {count}. Spread them over several rows.':
    'En person kan ha {most} nummer, och raden har {count}. Fördela dem på flera rader.',
  'The notes of this row are together longer than {most} characters.': 'Radens anteckningar är tillsammans längre än {most} tecken.',
  'The name is longer than {most} characters.': 'Namnet är längre än {most} tecken.',
  'The company is longer than {most} characters.': 'Företaget är längre än {most} tecken.',
  'A quotation mark in row {row} is never closed, so the rows after it cannot be told apart. Add or remove the mark in row {row}, save the file and choose it again.':
    'Ett citattecken på rad {row} avslutas aldrig, så raderna efter den går inte att skilja åt. Lägg till eller ta bort tecknet på rad {row}, spara filen och välj den igen.',
  'Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Välj en CSV-fil, en Excel-arbetsbok (.xlsx) eller kontaktkort (.vcf) med dina kunder.',
  'This is a packed file. Unpack it first, then choose the file inside.':
    'Det här är en packad fil. Packa upp den först och välj sedan filen i den.',
  'This is a picture. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Det här är en bild. Välj en CSV-fil, en Excel-arbetsbok (.xlsx) eller kontaktkort (.vcf) med dina kunder.',
  'This is an old Excel workbook (.xls). Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file.':
    'Det här är en gammal Excel-arbetsbok (.xls). Öppna den i Excel, spara den som en Excel-arbetsbok (.xlsx) och välj den filen.',
  'This is a PDF. Export the customers as a CSV file from the program that made it, and choose that file.':
    'Det här är en PDF. Exportera kunderna som en CSV-fil från programmet som gjorde den och välj den filen.',
  'This is a database, not a list of customers. Export the customers as a CSV file, and choose that file.':
    'Det här är en databas, inte en kundlista. Exportera kunderna som en CSV-fil och välj den filen.',
  'This is a text document (RTF). Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Det här är ett textdokument (RTF). Välj en CSV-fil, en Excel-arbetsbok (.xlsx) eller kontaktkort (.vcf) med dina kunder.',
  'This workbook is locked with a password. Open it in Excel, save it without the password, and choose that file.':
    'Arbetsboken är låst med ett lösenord. Öppna den i Excel, spara den utan lösenordet och välj den filen.',
  'This is a web page, even if its name says otherwise. Open it in a spreadsheet, save it as CSV (comma-separated values), and choose that file.':
    'Det här är en webbsida, även om namnet säger något annat. Öppna den i ett kalkylprogram, spara den som CSV (kommaavgränsade värden) och välj den filen.',
  'This file is not text, so there are no rows to read in it. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Filen är inte text, så den har inga rader att läsa. Välj en CSV-fil, en Excel-arbetsbok (.xlsx) eller kontaktkort (.vcf) med dina kunder.',
  'This file has a header but no rows below it, so there is nobody to import.':
    'Filen har rubriker men inga rader under dem, så det finns ingen att importera.',
  'The desk was closed.': 'SMS Desk stängdes.',
  'Another import is under way. Wait until it is finished, or cancel it.':
    'En annan import pågår. Vänta tills den är klar, eller avbryt den.',
  'This import was taken back before.': 'Importen har redan ångrats.',
  'This file is being imported already. Wait until it is done, or cancel it.':
    'Filen importeras redan. Vänta tills det är klart, eller avbryt.',
  'This import is not known here.': 'Importen är inte känd här.',
  '{why:sentence} The import was stopped, and what it wrote is taken back: at the latest when SMS Desk starts again. Nobody is imported twice when you try again.':
    '{why} Importen stoppades, och det den skrev tas tillbaka: senast när SMS Desk startar igen. Ingen importeras två gånger när du försöker igen.',
  'The data could not be written.': 'Uppgifterna gick inte att skriva.',
  '{why:sentence} What is left of the import is taken back when SMS Desk starts again.':
    '{why} Det som är kvar av importen tas tillbaka när SMS Desk startar igen.',
  'The disk of this computer is full.': 'Datorns disk är full.',
  'Another program is holding the desk’s data, a backup or a virus scan perhaps.':
    'Ett annat program håller fast SMS Desks data, kanske en säkerhetskopiering eller en virussökning.',
  'The disk of this computer did not take it.': 'Datorns disk tog inte emot det.',
  'This file is no longer here. Choose it again.': 'Filen finns inte längre här. Välj den igen.',
  'The file arrived out of order: {received} bytes are here, the next piece begins at {offset}. Choose the file again.':
    'Filen kom i fel ordning: {received} byte är här, och nästa del börjar vid {offset}. Välj filen igen.',
  'The file is larger than it said it would be. It may have been changed meanwhile; choose it again.':
    'Filen är större än den uppgav. Den kan ha ändrats under tiden; välj den igen.',
  'The file has not arrived whole yet. Wait a moment, or choose it again.':
    'Hela filen har inte kommit fram än. Vänta en stund, eller välj den igen.',
  'The disk is full, so the file could not be taken in. Make some room and try again.':
    'Disken är full, så filen kunde inte tas emot. Gör plats och försök igen.',
  'This is a binary Excel workbook (.xlsb). Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file.':
    'Det här är en binär Excel-arbetsbok (.xlsb). Öppna den i Excel, spara den som en Excel-arbetsbok (.xlsx) och välj den filen.',
  'This is a text document of Word. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Det här är ett Word-dokument. Välj en CSV-fil, en Excel-arbetsbok (.xlsx) eller kontaktkort (.vcf) med dina kunder.',
  'This is a presentation. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Det här är en presentation. Välj en CSV-fil, en Excel-arbetsbok (.xlsx) eller kontaktkort (.vcf) med dina kunder.',
  'This is a spreadsheet of Numbers. Export it there as an Excel workbook or as CSV, and choose that file.':
    'Det här är ett kalkylblad från Numbers. Exportera det där som en Excel-arbetsbok eller som CSV och välj den filen.',
  'This is a spreadsheet of LibreOffice or OpenOffice (.ods). Open it there, save it as an Excel workbook (.xlsx) or as CSV, and choose that file.':
    'Det här är ett kalkylblad från LibreOffice eller OpenOffice (.ods). Öppna det där, spara det som en Excel-arbetsbok (.xlsx) eller som CSV och välj den filen.',
  'This Excel workbook is damaged or not complete. Open it in Excel, save it under another name or save it as CSV, and choose that file.':
    'Excel-arbetsboken är skadad eller ofullständig. Öppna den i Excel, spara den under ett annat namn eller som CSV och välj den filen.',
  'This workbook unpacks to more than a list of customers can be. Save the sheet with your customers as CSV, and choose that file.':
    'Arbetsboken packas upp till mer än en kundlista kan vara. Spara bladet med dina kunder som CSV och välj den filen.',
  'Contact cards (vCard {versions:list})': 'Kontaktkort (vCard {versions})',
  'Excel workbook, sheet “{sheet}”': 'Excel-arbetsbok, bladet ”{sheet}”',
  'Table of text (CSV)': 'Tabell i text (CSV)',
}
