/** What a word in a text from a customer asks for. */
export type KeywordKind = 'opt_out' | 'opt_in' | 'help'

/** The words of one language, as people would write them. */
export interface LanguageWords {
  code: string
  /** Its name in English, and as its speakers call it. */
  name: string
  ownName: string
  words: Readonly<Record<KeywordKind, readonly string[]>>
}

/**
 * Words that are understood in each language of the providers’ markets. English: the words that 47 CFR 64.1200(a)(10) names, and those
 * that carriers and gateways in the USA act on (STOPALL, OPTOUT, REVOKE; UNSTOP, START; HELP, INFO). Others: the translations in use
 * with European, Indian and African gateways.
 *
 * Left out on purpose: words that are an everyday answer. “Yes”, “no” and their like answer questions, and “cancel” in other
 * languages than English, where the law does not name it, answers a reminder.
 */
export const LANGUAGES = [
  language('en', 'English', 'English', {
    opt_out: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
    opt_in: ['START', 'UNSTOP', 'OPTIN'],
    help: ['HELP', 'INFO'],
  }),
  language('sv', 'Swedish', 'Svenska', {
    opt_out: ['STOPP', 'STOPPA', 'AVSLUTA', 'AVREGISTRERA', 'AVPRENUMERERA'],
    opt_in: ['STARTA'],
    help: ['HJÄLP'],
  }),
  language('nb', 'Norwegian', 'Norsk', { opt_out: ['STOPP', 'AVSLUTT', 'AVMELD', 'MELD AV'], opt_in: ['START'], help: ['HJELP'] }),
  language('da', 'Danish', 'Dansk', { opt_out: ['STOP', 'AFMELD', 'AFSLUT', 'FRAMELD'], opt_in: ['TILMELD'], help: ['HJÆLP'] }),
  language('fi', 'Finnish', 'Suomi', { opt_out: ['STOP', 'LOPETA', 'SEIS', 'POISTA'], opt_in: ['ALOITA'], help: ['APUA', 'OHJE'] }),
  language('nl', 'Dutch', 'Nederlands', {
    opt_out: ['STOP', 'AFMELDEN', 'UIT', 'STOP UIT', 'UITSCHRIJVEN', 'OPZEGGEN'],
    opt_in: ['AANMELDEN'],
    help: ['HULP'],
  }),
  language('de', 'German', 'Deutsch', {
    opt_out: ['STOPP', 'ABMELDEN', 'ABBESTELLEN', 'AUSTRAGEN'],
    opt_in: ['ANMELDEN'],
    help: ['HILFE'],
  }),
  language('fr', 'French', 'Français', {
    opt_out: ['STOP', 'ARRÊT', 'ARRÊTER', 'DÉSABONNER', 'DÉSINSCRIRE'],
    opt_in: ['REPRENDRE'],
    help: ['AIDE'],
  }),
  language('es', 'Spanish', 'Español', { opt_out: ['PARAR', 'ALTO', 'BAJA'], opt_in: ['ALTA', 'INICIAR'], help: ['AYUDA'] }),
  language('it', 'Italian', 'Italiano', {
    opt_out: ['FERMA', 'CANCELLAMI', 'DISISCRIVIMI'],
    opt_in: ['AVVIA', 'ISCRIVIMI'],
    help: ['AIUTO'],
  }),
  language('pt', 'Portuguese', 'Português', {
    opt_out: ['PARAR', 'PARE', 'SAIR', 'DESCADASTRAR'],
    opt_in: ['INICIAR'],
    help: ['AJUDA'],
  }),
  language('pl', 'Polish', 'Polski', { opt_out: ['WYPISZ', 'REZYGNUJĘ', 'ZAKOŃCZ'], opt_in: ['WZNÓW'], help: ['POMOC'] }),
  language('uk', 'Ukrainian', 'Українська', { opt_out: ['СТОП', 'ВІДПИСАТИСЯ'], opt_in: ['СТАРТ'], help: ['ДОПОМОГА'] }),
  language('ru', 'Russian', 'Русский', { opt_out: ['СТОП', 'ОТПИСАТЬСЯ'], opt_in: ['СТАРТ'], help: ['ПОМОЩЬ'] }),
  language('hi', 'Hindi', 'हिन्दी', {
    opt_out: ['रोकें', 'रोको', 'बंद', 'बंद करें', 'बंद करो', 'बन्द', 'बन्द करें', 'स्टॉप', 'ROKO', 'BAND KARO'],
    opt_in: ['शुरू', 'शुरू करें', 'चालू', 'SHURU'],
    help: ['मदद', 'सहायता', 'हेल्प', 'MADAD'],
  }),
  language('ar', 'Arabic', 'العربية', {
    opt_out: ['توقف', 'قف', 'إيقاف', 'إلغاء الاشتراك'],
    opt_in: ['ابدأ', 'اشتراك'],
    help: ['مساعدة'],
  }),
  language('sw', 'Swahili', 'Kiswahili', { opt_out: ['ACHA', 'SITISHA', 'SIMAMISHA'], opt_in: ['ANZA'], help: ['MSAADA'] }),
] as const satisfies readonly LanguageWords[]

export type LanguageCode = (typeof LANGUAGES)[number]['code']

/** Codes of all languages, ISO 639-1. */
export const LANGUAGE_CODES = LANGUAGES.map(({ code }) => code) as [LanguageCode, ...LanguageCode[]]

/** Opts out whatever is set: the word that carriers, laws and customers everywhere take for granted. */
export const ALWAYS_STOPS = 'STOP'

function language<const Code extends string>(
  code: Code,
  name: string,
  ownName: string,
  words: LanguageWords['words'],
): LanguageWords & { code: Code } {
  return { code, name, ownName, words }
}
