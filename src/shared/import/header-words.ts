import type { ColumnMapping, ColumnMeaning } from '../contract/imports.ts'
import { LONGEST_LABEL } from '../contacts/person-text.ts'
import { foldText } from '../text/fold.ts'
import { isRejectHeader } from './reject-headers.ts'

/**
 * Words that columns of customers go by, folded (see `foldText`), in the languages of the field: English, Swedish,
 * Dutch, German, French, Norwegian, Danish, Finnish, Hindi and Hindi-English; and the headers of Google Contacts
 * (before and since 2024), Outlook (desktop and web), Thunderbird, iCloud, HubSpot and Mailchimp.
 */
const WHOLE_HEADERS: Readonly<Record<Exclude<ColumnMeaning, 'number' | 'field' | 'skip'>, string>> = {
  name: `name, full name, fullname, display name, displayname, contact, contact name, customer, customer name, client, client name, patient,
    patient name, guest, guest name, member, member name, person, navn, fullt navn, fulde navn, kontakt, kontaktnavn, kundenavn, namn, hela namnet, fullstandigt namn,
    for och efternamn, kund, kundnamn, kontaktperson, patientnamn, gast, medlem, naam, volledige naam, klant, klantnaam, contactpersoon, weergavenaam, vollstandiger name,
    kunde, kundenname, anzeigename, ansprechpartner, nom, nom complet, nom et prenom, nom prenom, prenom et nom, client nom, nom du client,
    nom d affichage, nimi, koko nimi, asiakas, asiakkaan nimi, yhteyshenkilo, नाम, पूरा नाम, ग्राहक, ग्राहक का नाम`,
  namePrefix: `name prefix, honorific prefix, namnprefix, naamvoorvoegsel, namensprafix, prefixe du nom, navneprefiks, navnepraefiks, nimen etuliite`,
  givenName: `first name, firstname, first, given name, givenname, forename, fornamn, tilltalsnamn, voornaam, voornamen, vorname, prenom, prenoms, fornavn,
    etunimi, etunimet, पहला नाम, प्रथम नाम, contact first name`,
  middleName: `middle name, middlename, middle, additional name, mellannamn, andra namn, tussenvoegsel, tweede voornaam, zweiter vorname, weitere vornamen,
    deuxieme prenom, mellomnavn, mellemnavn, toinen nimi, मध्य नाम`,
  familyName: `last name, lastname, last, surname, family name, familyname, efternamn, achternaam, familienaam, nachname, familienname, zuname,
    nom de famille, nom famille, etternavn, efternavn, slektsnavn, sukunimi, उपनाम, कुलनाम, अंतिम नाम, contact last name`,
  nameSuffix: `name suffix, suffix, honorific suffix, namnsuffix, achtervoegsel, naamachtervoegsel, namenssuffix, namenszusatz, suffixe, suffiks, navnesuffiks, jalkiliite`,
  company: `company, company name, companyname, organization, organisation, organization name, organisation name, organization 1 name, business, business name, employer, workplace,
    foretag, foretagsnamn, bolag, arbetsgivare, organisationsnamn, bedrijf, bedrijfsnaam, organisatie, firma, firmenname, unternehmen, entreprise, societe, nom de l entreprise, raison sociale,
    bedrift, firmanavn, bedriftsnavn, virksomhed, virksomhedsnavn, yritys, yrityksen nimi, कंपनी, associated company`,
  notes: `notes, note, comment, comments, remark, remarks, memo, anteckning, anteckningar, kommentar, kommentarer, anmarkning, anmarkningar, ovrigt, notering, noteringar,
    notitie, notities, opmerking, opmerkingen, notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentare, remarque, remarques, commentaire, commentaires,
    notat, notater, noter, bemaerkning, bemaerkninger, merknad, merknader, muistiinpano, muistiinpanot, huomautus, huomautukset, huomio, huomiot, lisatiedot, टिप्पणी`,
}

const meanings = new Map<string, ColumnMeaning>(
  Object.entries(WHOLE_HEADERS).flatMap(([meaning, words]) =>
    words.split(/,\s*/).map((word): [string, ColumnMeaning] => [word.trim(), meaning as ColumnMeaning]),
  ),
)

/** Words that make a column one of numbers, wherever they stand in the header. */
const PHONE_WORD =
  /^(?:tel|tel[ae]?n[or]|tele|telefon\w*|telefoon\w*|telephone\w*|teleph|phone(?:s|nr|no|number|nummer|num)|\w*phone|\w*telefon|\w*telefoon|mobil\w*|mobile\w*|mobiel\w*|mob|mobnr|mobno|cell|cellular|cellphone|handy\w*|handphone|gsm|tlf|tlfnr|tfn|tfnnr|telno|telnr|portable|msisdn|whatsapp|sms|rufnummer|festnetz\w*|puh|puhelin\w*|matkapuhelin\w*|kannykka\w*|natel|फोन|मोबाइल|दूरभाष)$/u
/** Headers that mean a number by themselves, though their words alone would not. */
const PHONE_HEADERS = new Set(
  'number, numbers, contact number, contact no, contact nr, contact num, nummer, numero, numero de contact, numeronne, numero puhelin, 06 nummer, recipient, recipients, to, ring, e164, e 164, msisdn, संपर्क नंबर, नंबर'.split(
    /,\s*/,
  ),
)
/** Words that say the column is about a number, or about something else, and is not one. */
const NOT_A_NUMBER =
  /^(?:fax\w*|\w*fax|telefax|telekopierer|faks\w*|pager|personsokare|telex|ttytdd|tty|isdn|e?mail\w*|consent|samtycke|optin|optout|opt|opted|verified|status|type|typ|label|extension|ext|code|country|land|carrier|operator|model|modell|date|datum|brand|marketing|permission|unsubscribed|assistant\w*|assistent\w*|valid|validated|provider)$/u

/** What a number is for, by words of its header or label. */
const NUMBER_KINDS: readonly [string, RegExp][] = [
  ['mobile', /^(?:mob\w*|cell\w*|handy\w*|handphone|gsm|portable|matkapuhelin\w*|kannykka\w*|natel|whatsapp|sms|msisdn|मोबाइल|iphone)$/u],
  [
    'work',
    /^(?:work|business|office|arb|arbete\w*|arbets\w*|jobb|jobbet|kontor\w*|werk\w*|zakelijk|kantoor|geschaftlich|geschaft\w*|buro|dienstlich|arbeit|travail|bureau|professionnel|pro|arbeid|arbejde|tyo\w*|company)$/u,
  ],
  ['home', /^(?:home|hem\w*|bostad\w*|thuis|prive|privat\w*|domicile|maison|hjem\w*|koti\w*|festnetz\w*)$/u],
]

/** Lower-case words of a header without accents and signs. Vowel signs of other scripts stay. */
export function headerWords(header: string): string {
  // Camel case, as in givenName, is two words; the fold would hide where the second begins.
  return (
    foldText(header.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
      // The Devanagari dot below is written or left out at will.
      .replaceAll('\u093c', '')
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .replace('whats app', 'whatsapp')
      .trim()
  )
}

/** Before the name of a field, in exports of this desk, where the import would otherwise take the column for something else. */
export const FIELD_PREFIX = 'Field: '

/** What a column of this header most likely holds, by the header alone. Unknown ones are fields of their name. */
export function meaningOfHeader(header: string): ColumnMapping {
  const trimmed = header.trim()
  const named = /^field: (.+)$/iu.exec(trimmed)
  if (named?.[1] !== undefined) return asField(named[1])
  const whole = headerWords(trimmed)
  if (whole === '' || isRejectHeader(trimmed)) return { meaning: 'skip', label: '' }
  if (partOfPair(trimmed)?.part === 'label')
    return isNumberHeader(whole.replace(/ (?:label|type)$/, '')) ? { meaning: 'skip', label: '' } : asField(trimmed)
  const meaning = meanings.get(whole) ?? meanings.get(whole.replace(/ \d$/, ''))
  if (meaning !== undefined) return { meaning, label: '' }
  if (isNumberHeader(whole)) return { meaning: 'number', label: numberKind(whole) }
  return asField(trimmed)
}

function asField(name: string): ColumnMapping {
  return { meaning: 'field', label: name.slice(0, LONGEST_LABEL).toWellFormed().trim() }
}

function isNumberHeader(whole: string): boolean {
  const plain = whole.replace(/ \d+(?: value)?$/, '')
  if (PHONE_HEADERS.has(plain)) return true
  const words = plain.split(' ')
  return words.some((word) => PHONE_WORD.test(word)) && !words.some((word) => NOT_A_NUMBER.test(word))
}

/** "mobile", "work", "home" or, when the words do not say, empty. Takes a header or a label in any notation. */
export function numberKind(text: string): string {
  const words = headerWords(text).split(' ')
  return NUMBER_KINDS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? ''
}

/**
 * Google Contacts, and exports of this desk, keep a value and what it is called in two columns: `Phone 1 - Label`
 * (`- Type` before 2024) and `Phone 1 - Value`. The half a header is, with the name both halves share.
 */
export function partOfPair(header: string): { part: 'label' | 'value'; stem: string } | null {
  const match = /^(.+?)\s*-\s*(label|type|value)$/iu.exec(header.trim())
  if (match?.[1] === undefined || match[2] === undefined) return null
  return { part: match[2].toLowerCase() === 'value' ? 'value' : 'label', stem: match[1].toLowerCase() }
}
