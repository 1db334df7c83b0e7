import type { HostSentences } from '../index.ts'

export const imports: HostSentences = {
  'The import was cancelled. Nothing was changed.': 'De import is geannuleerd. Er is niets veranderd.',
  'Same person as row {row}.': 'Dezelfde persoon als rij {row}.',
  'Already here as {name}.': 'Staat hier al als {name}.',
  '{already:sentence} Changes: {changes:words}.': '{already} Wijzigt: {changes}.',
  name: 'naam',
  company: 'bedrijf',
  notes: 'notities',
  'Without {numbers}, which belongs to somebody else.': 'Zonder {numbers}, dat bij iemand anders hoort.',
  'Some letters were lost before this file was saved and show as “�”.':
    'Sommige letters zijn verloren gegaan voordat dit bestand werd opgeslagen en staan er als ‘�’.',
  'Some letters cannot be read with this encoding and show as “�”. Choose another encoding above.':
    'Sommige letters zijn met deze codering niet te lezen en staan er als ‘�’. Kies hierboven een andere codering.',
  '{rows:sentence} more cells than the {width} columns of this file; what stands beyond them is not taken in.':
    '{rows} meer cellen dan de {width} kolommen van dit bestand; wat daarbuiten staat, wordt niet overgenomen.',
  'Row {row} has': 'Rij {row} heeft',
  '{rows:count} rows, the first of them row {row}, have': '{rows} rijen, waarvan rij {row} de eerste is, hebben',
  'Row {row} has a number that cannot be read beside one that can; that person is taken in without it.':
    'Rij {row} heeft een onleesbaar nummer naast een dat wel te lezen is; die persoon wordt zonder dat nummer overgenomen.',
  '{rows:count} rows, the first of them row {row}, have a number that cannot be read beside one that can; those people are taken in without it.':
    '{rows} rijen, waarvan rij {row} de eerste is, hebben een onleesbaar nummer naast een dat wel te lezen is; die mensen worden zonder dat nummer overgenomen.',
  'Row {row} is longer than any list of customers has. Check that this is a list with one person in each row.':
    'Rij {row} is langer dan een rij in een klantenlijst ooit is. Controleer of dit een lijst is met één persoon per rij.',
  'This file is empty. Choose the file with your customers.': 'Dit bestand is leeg. Kies het bestand met uw klanten.',
  'There is nothing in this file. Choose the file with your customers.': 'Er staat niets in dit bestand. Kies het bestand met uw klanten.',
  'There is nothing in this workbook. Choose the file with your customers.':
    'Er staat niets in deze werkmap. Kies het bestand met uw klanten.',
  'This card has no end, so what it says may not be whole.': 'Deze kaart heeft geen einde, dus de inhoud is misschien niet volledig.',
  'The quotation marks in this row do not match, so it and the rows it runs into cannot be told apart.':
    'De aanhalingstekens in deze rij kloppen niet, dus hij is niet te scheiden van de rijen waarin hij doorloopt.',
  'The text under “{name}” is longer than {most} characters.': 'De tekst onder ‘{name}’ is langer dan {most} tekens.',
  'No column is chosen as the number.': 'Er is geen kolom als nummer gekozen.',
  'There is no number in this row.': 'Er staat geen nummer in deze rij.',
  'A person can have {most} numbers, and this row has {count}. Spread them over several rows.':
    'Een persoon kan {most} nummers hebben, en deze rij heeft er {count}. Verdeel ze over meer rijen.',
  'The notes of this row are together longer than {most} characters.': 'De notities van deze rij zijn samen langer dan {most} tekens.',
  'The name is longer than {most} characters.': 'De naam is langer dan {most} tekens.',
  'The company is longer than {most} characters.': 'Het bedrijf is langer dan {most} tekens.',
  'A quotation mark in row {row} is never closed, so the rows after it cannot be told apart. Add or remove the mark in row {row}, save the file and choose it again.':
    'Een aanhalingsteken in rij {row} wordt nooit gesloten, dus de rijen erna zijn niet te scheiden. Voeg het teken in rij {row} toe of haal het weg, sla het bestand op en kies het opnieuw.',
  'Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Kies een CSV-bestand, een Excel-werkmap (.xlsx) of visitekaartjes (.vcf) met uw klanten.',
  'This is a packed file. Unpack it first, then choose the file inside.':
    'Dit is een ingepakt bestand. Pak het eerst uit en kies dan het bestand erin.',
  'This is a picture. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Dit is een afbeelding. Kies een CSV-bestand, een Excel-werkmap (.xlsx) of visitekaartjes (.vcf) met uw klanten.',
  'This is an old Excel workbook (.xls). Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file.':
    'Dit is een oude Excel-werkmap (.xls). Open hem in Excel, sla hem op als Excel-werkmap (.xlsx) en kies dat bestand.',
  'This is a PDF. Export the customers as a CSV file from the program that made it, and choose that file.':
    'Dit is een pdf. Exporteer de klanten als CSV-bestand uit het programma waarmee hij is gemaakt en kies dat bestand.',
  'This is a database, not a list of customers. Export the customers as a CSV file, and choose that file.':
    'Dit is een database, geen klantenlijst. Exporteer de klanten als CSV-bestand en kies dat bestand.',
  'This is a text document (RTF). Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Dit is een tekstdocument (RTF). Kies een CSV-bestand, een Excel-werkmap (.xlsx) of visitekaartjes (.vcf) met uw klanten.',
  'This workbook is locked with a password. Open it in Excel, save it without the password, and choose that file.':
    'Deze werkmap is met een wachtwoord vergrendeld. Open hem in Excel, sla hem op zonder wachtwoord en kies dat bestand.',
  'This is a web page, even if its name says otherwise. Open it in a spreadsheet, save it as CSV (comma-separated values), and choose that file.':
    'Dit is een webpagina, ook al zegt de naam iets anders. Open hem in een spreadsheet, sla hem op als CSV (door komma’s gescheiden waarden) en kies dat bestand.',
  'This file is not text, so there are no rows to read in it. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Dit bestand is geen tekst, dus er zijn geen rijen in te lezen. Kies een CSV-bestand, een Excel-werkmap (.xlsx) of visitekaartjes (.vcf) met uw klanten.',
  'This file has a header but no rows below it, so there is nobody to import.':
    'Dit bestand heeft kopjes maar geen rijen eronder, dus er is niemand om te importeren.',
  'The desk was closed.': 'SMS Desk is gesloten.',
  'Another import is under way. Wait until it is finished, or cancel it.':
    'Er is een andere import bezig. Wacht tot die klaar is, of annuleer hem.',
  'This import was taken back before.': 'Deze import is al ongedaan gemaakt.',
  'This file is being imported already. Wait until it is done, or cancel it.':
    'Dit bestand wordt al geïmporteerd. Wacht tot het klaar is, of annuleer het.',
  'This import is not known here.': 'Deze import is hier niet bekend.',
  '{why:sentence} The import was stopped, and what it wrote is taken back: at the latest when SMS Desk starts again. Nobody is imported twice when you try again.':
    '{why} De import is gestopt en wat hij heeft geschreven, wordt teruggedraaid: uiterlijk als SMS Desk weer start. Niemand wordt twee keer geïmporteerd als u het opnieuw probeert.',
  'The data could not be written.': 'De gegevens konden niet worden geschreven.',
  '{why:sentence} What is left of the import is taken back when SMS Desk starts again.':
    '{why} Wat er van de import over is, wordt teruggedraaid als SMS Desk weer start.',
  'The disk of this computer is full.': 'De schijf van deze computer is vol.',
  'Another program is holding the desk’s data, a backup or a virus scan perhaps.':
    'Een ander programma houdt de gegevens van SMS Desk vast, misschien een back-up of een virusscan.',
  'The disk of this computer did not take it.': 'De schijf van deze computer heeft het niet aangenomen.',
  'This file is no longer here. Choose it again.': 'Dit bestand is hier niet meer. Kies het opnieuw.',
  'The file arrived out of order: {received} bytes are here, the next piece begins at {offset}. Choose the file again.':
    'Het bestand kwam in de verkeerde volgorde aan: er zijn {received} bytes, en het volgende stuk begint bij {offset}. Kies het bestand opnieuw.',
  'The file is larger than it said it would be. It may have been changed meanwhile; choose it again.':
    'Het bestand is groter dan was opgegeven. Misschien is het intussen gewijzigd; kies het opnieuw.',
  'The file has not arrived whole yet. Wait a moment, or choose it again.':
    'Het bestand is nog niet helemaal binnen. Wacht even, of kies het opnieuw.',
  'The disk is full, so the file could not be taken in. Make some room and try again.':
    'De schijf is vol, dus het bestand kon niet worden aangenomen. Maak ruimte vrij en probeer het opnieuw.',
  'This is a binary Excel workbook (.xlsb). Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file.':
    'Dit is een binaire Excel-werkmap (.xlsb). Open hem in Excel, sla hem op als Excel-werkmap (.xlsx) en kies dat bestand.',
  'This is a text document of Word. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Dit is een Word-document. Kies een CSV-bestand, een Excel-werkmap (.xlsx) of visitekaartjes (.vcf) met uw klanten.',
  'This is a presentation. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.':
    'Dit is een presentatie. Kies een CSV-bestand, een Excel-werkmap (.xlsx) of visitekaartjes (.vcf) met uw klanten.',
  'This is a spreadsheet of Numbers. Export it there as an Excel workbook or as CSV, and choose that file.':
    'Dit is een spreadsheet van Numbers. Exporteer hem daar als Excel-werkmap of als CSV en kies dat bestand.',
  'This is a spreadsheet of LibreOffice or OpenOffice (.ods). Open it there, save it as an Excel workbook (.xlsx) or as CSV, and choose that file.':
    'Dit is een spreadsheet van LibreOffice of OpenOffice (.ods). Open hem daar, sla hem op als Excel-werkmap (.xlsx) of als CSV en kies dat bestand.',
  'This Excel workbook is damaged or not complete. Open it in Excel, save it under another name or save it as CSV, and choose that file.':
    'Deze Excel-werkmap is beschadigd of niet compleet. Open hem in Excel, sla hem op onder een andere naam of als CSV en kies dat bestand.',
  'This workbook unpacks to more than a list of customers can be. Save the sheet with your customers as CSV, and choose that file.':
    'Deze werkmap is uitgepakt groter dan een klantenlijst kan zijn. Sla het blad met uw klanten op als CSV en kies dat bestand.',
  'Contact cards (vCard {versions:list})': 'Visitekaartjes (vCard {versions})',
  'Excel workbook, sheet “{sheet}”': 'Excel-werkmap, blad ‘{sheet}’',
  'Table of text (CSV)': 'Tabel in tekst (CSV)',
}
