import { describe, expect, it } from 'vitest'
import { hookTitle } from '../../src/renderer/activity/words.ts'
import { changedWords } from '../../src/renderer/import/words.ts'
import { createHostSentences } from '../../src/renderer/language/host-sentences/createHostSentences.ts'
import { loadHostSentences } from '../../src/renderer/language/host-sentences/index.ts'
import { describeEvent } from '../../src/shared/messages/describe.ts'
import type { MessageEvent } from '../../src/shared/messages/reducer.ts'
import { readPhone } from '../../src/shared/phone/index.ts'

const inSwedish = createHostSentences(await loadHostSentences('sv'), 'sv')
const inDutch = createHostSentences(await loadHostSentences('nl'), 'nl')

/** Why a number cannot be used, as the host says it. */
function whyNot(number: string, country: 'SE' | 'NL' | undefined): string {
  const reading = readPhone(number, country)
  return reading.valid ? '' : reading.reason
}

describe('what the host says, put together by its code', () => {
  it.each([
    [
      '+46 70 174 06 05 asked not to get texts (on 3 March, by reply: “STOP. Try again.”). Lift the opt-out first if they changed their mind.',
      '+46 70 174 06 05 har bett att slippa sms (3 mars, i ett svar: ”STOP. Try again.”). Häv avregistreringen först om personen har ändrat sig.',
      '+46 70 174 06 05 heeft gevraagd geen sms’en te krijgen (op 3 maart, in een antwoord: ‘STOP. Try again.’). Hef de afmelding eerst op als de persoon van gedachten is veranderd.',
    ],
    [
      'It was not sent, because +46 70 174 06 05 asked not to get texts (on 3 March 2025, noted here).',
      'Det skickades inte, eftersom +46 70 174 06 05 har bett att slippa sms (3 mars 2025, antecknat här).',
      'Hij is niet verzonden, omdat +46 70 174 06 05 heeft gevraagd geen sms’en te krijgen (op 3 maart 2025, hier genoteerd).',
    ],
    [
      'The same text went, or is about to go, to +46701740605 (sent 1 minute ago and delivered), +46701740606 (scheduled 3 hours ago, not sent yet) and 2 more. Nothing was queued. Look at what became of it; if it should go once more, send it again all the same.',
      'Samma sms har gått, eller ska just gå, till +46701740605 (skickat för 1 minut sedan och levererat), +46701740606 (planerat för 3 timmar sedan, inte skickat än) och 2 till. Inget lades i utkorgen. Se efter hur det gick; om det ska gå en gång till, skicka det igen ändå.',
      'Dezelfde sms is al, of wordt zo meteen, verzonden naar +46701740605 (1 minuut geleden verzonden en afgeleverd), +46701740606 (3 uur geleden ingepland, nog niet verzonden) en nog 2. Er is niets in het Postvak UIT gezet. Kijk wat ervan is geworden; moet hij nog een keer uit, verzend hem dan toch opnieuw.',
    ],
    [
      'The text has arrived, so there is nothing to cancel.',
      'Sms:et har kommit fram, så det finns inget att stoppa.',
      'De sms is aangekomen, dus er is niets te annuleren.',
    ],
    [
      'Another program already uses port 4010. Delivery reports and replies cannot come in; sending works. Close that program or choose another port in Settings › Listener.',
      'Ett annat program använder redan port 4010. Leveransrapporter och svar kan inte komma in; det går att skicka. Stäng det programmet eller välj en annan port i Inställningar › Lyssnare.',
      'Een ander programma gebruikt poort 4010 al. Afleverrapporten en antwoorden kunnen niet binnenkomen; verzenden werkt. Sluit dat programma of kies een andere poort bij Instellingen › Ontvanger.',
    ],
    [
      '+46 70 174 06 05 already belongs to another person without a name. Remove it there first, or change another person without a name instead.',
      '+46 70 174 06 05 hör redan till en annan person utan namn. Ta bort det där först, eller ändra en annan person utan namn i stället.',
      '+46 70 174 06 05 hoort al bij iemand anders zonder naam. Verwijder het daar eerst, of wijzig iemand anders zonder naam.',
    ],
    [
      'The file with your messages and contacts is damaged. You can go back to a backup below; the file as it is now is kept beside it.',
      'Filen med dina meddelanden och kontakter är skadad. Du kan gå tillbaka till en säkerhetskopia nedan; filen som den är nu sparas bredvid.',
      'Het bestand met uw berichten en contacten is beschadigd. U kunt hieronder teruggaan naar een back-up; het bestand zoals het nu is, blijft ernaast bewaard.',
    ],
    [
      '1,250 rows, the first of them row 7, have more cells than the 3 columns of this file; what stands beyond them is not taken in.',
      '1\u{a0}250 rader, den första av dem rad 7, har fler celler än filens 3 kolumner; det som står utanför dem tas inte med.',
      '1.250 rijen, waarvan rij 7 de eerste is, hebben meer cellen dan de 3 kolommen van dit bestand; wat daarbuiten staat, wordt niet overgenomen.',
    ],
  ])('%s', (english, swedish, dutch) => {
    expect(inSwedish(english)).toBe(swedish)
    expect(inDutch(english)).toBe(dutch)
  })

  it('names countries as the language does', () => {
    expect(inSwedish(whyNot('070-12', 'SE'))).toBe(
      'Det är för kort för att vara ett telefonnummer i Sverige. Om det kommer från ett annat land, skriv det med + och landsnumret.',
    )
    expect(inDutch(whyNot('061', 'NL'))).toBe(
      'Het is te kort voor een telefoonnummer in Nederland. Komt het uit een ander land, schrijf het dan met + en het landnummer.',
    )
    expect(inSwedish(`“hello” cannot get a text: ${whyNot('hello', 'SE')}`)).toBe('”hello” kan inte få sms: Det finns inget nummer i det.')
  })

  it('says what became of a text', () => {
    const receipt: MessageEvent = {
      kind: 'receipt',
      ref: 'r1',
      status: 'undelivered',
      rawStatus: 'UNDELIV',
      detail: null,
      part: { number: 2, of: 3 },
      matched: 'number_and_time',
    }
    expect(inSwedish(describeEvent(receipt))).toBe(
      'Leveransrapport för del 2 av 3, hittad genom nummer och tid: gick inte att leverera (UNDELIV).',
    )
    expect(inDutch(describeEvent({ ...receipt, part: undefined, matched: undefined, superseded: true }))).toBe(
      'Afleverrapport over een eerdere poging: kon niet worden afgeleverd (UNDELIV).',
    )
    expect(inSwedish(describeEvent({ kind: 'refused', code: 'x', message: 'The call did not work.' } as MessageEvent))).toBe(
      'Avvisades. Anropet fungerade inte.',
    )
  })

  it('says the parts of a line one by one', () => {
    expect(hookTitle(inSwedish, { words: '3 delivery reports: delivered, could not be delivered; Reply from +46 70 174 06 05' })).toBe(
      '3 leveransrapporter: levererat, gick inte att leverera; Svar från +46 70 174 06 05',
    )
    expect(changedWords(inDutch, 'Astrid: in short: company, notes, Locker, +46 70 174 06 05')).toBe(
      'Astrid: in short: bedrijf, notities, Locker, +46 70 174 06 05',
    )
    expect(changedWords(inSwedish, 'Already here as Berit. Changes: name, Locker.')).toBe(
      'Finns redan här som Berit. Ändras: namn, Locker.',
    )
  })
})
