import type { Catalog } from '../index.ts'

export const outboxActions: Catalog['outboxActions'] = {
  labels: {
    cancel: 'Annuleren',
    send_now: 'Nu verzenden',
    reschedule: 'Een ander tijdstip kiezen',
    retry: 'Opnieuw proberen',
    send_again: 'Opnieuw verzenden…',
    was_sent: 'Is verzonden',
    leave: 'Zo laten',
    ask: 'De provider vragen',
  },
  hints: {
    ask: 'kost niets',
    was_sent: 'u weet dat de sms is aangekomen',
    leave: 'blijft onbevestigd, vraagt niet meer',
    send_again: 'kan twee keer aankomen',
  },
  notNow: 'Niet nu',
  confirm: {
    cancel: {
      title: '{count, plural, =0 {Al deze sms’en annuleren?} one {Deze sms annuleren?} other {Deze # sms’en annuleren?}}',
      text: '{count, plural, one {Niemand krijgt de sms, en die kost niets. Een sms die al aan de provider wordt overgedragen, gaat nog wel uit. Wilt u toch verzenden, schrijf de sms dan opnieuw.} other {Niemand krijgt de sms’en, en ze kosten niets. Een sms die al aan de provider wordt overgedragen, gaat nog wel uit. Wilt u toch verzenden, schrijf de sms’en dan opnieuw.}}',
      yes: '{count, plural, =0 {Alle sms’en annuleren} one {Deze sms annuleren} other {# sms’en annuleren}}',
      no: 'Laten wachten',
    },
    send_again: {
      title:
        '{count, plural, =0 {Al deze sms’en opnieuw verzenden?} one {Deze sms opnieuw verzenden?} other {Deze # sms’en opnieuw verzenden?}}',
      text: '{count, plural, one {Niemand weet of de eerste is uitgegaan. Zo ja, dan komt dezelfde sms twee keer aan en betaalt u er twee keer voor. U kunt ook de provider of de persoon zelf vragen, of wachten op een afleverrapport.} other {Niemand weet of de eerste zijn uitgegaan. Wat is uitgegaan, komt twee keer aan en kost twee keer. U kunt ook de providers vragen of wachten op afleverrapporten.}}',
      yes: '{count, plural, =0 {Alle sms’en opnieuw verzenden} one {Opnieuw verzenden} other {# sms’en opnieuw verzenden}}',
    },
    send_now: {
      title: '{count, plural, =0 {Al deze sms’en nu verzenden?} one {Deze sms nu verzenden?} other {Deze # sms’en nu verzenden?}}',
      text: 'Ze gaan na elkaar uit, zo snel als hun accounts toelaten.',
      yes: '{count, plural, =0 {Alle sms’en nu verzenden} one {Deze sms nu verzenden} other {# sms’en nu verzenden}}',
    },
    retry: {
      title:
        '{count, plural, =0 {Al deze sms’en opnieuw proberen?} one {Deze sms opnieuw proberen?} other {Deze # sms’en opnieuw proberen?}}',
      text: 'Ze gaan terug in de wachtrij en worden nog eens verzonden. Wat om een blijvende reden mislukte, zoals een verkeerd nummer, mislukt weer.',
      yes: '{count, plural, =0 {Alle sms’en opnieuw proberen} one {Deze sms opnieuw proberen} other {# sms’en opnieuw proberen}}',
    },
    was_sent: {
      title: '{count, plural, =0 {Zijn al deze sms’en uitgegaan?} one {Is deze sms uitgegaan?} other {Zijn deze # sms’en uitgegaan?}}',
      text: 'Ze gelden vanaf nu als verzonden en worden nooit opnieuw verzonden. Een afleverrapport dat later komt, wordt nog wel verwerkt.',
      yes: '{count, plural, =0 {Alle zijn verzonden} one {Is verzonden} other {# zijn verzonden}}',
    },
    leave: {
      title: '{count, plural, =0 {Al deze sms’en zo laten?} one {Deze sms zo laten?} other {Deze # sms’en zo laten?}}',
      text: 'Ze blijven onbevestigd en er wordt niet meer naar gevraagd. Een afleverrapport dat later komt, wordt nog wel verwerkt.',
      yes: '{count, plural, =0 {Alle sms’en zo laten} one {Deze sms zo laten} other {# sms’en zo laten}}',
    },
  },
  reason:
    '{count, plural, one {De sms wordt tegengehouden, zodat niemand op dit uur wordt gestoord. De reden wordt bij de sms bewaard.} other {Ze worden tegengehouden, zodat niemand op dit uur wordt gestoord. De reden wordt bij elke sms bewaard.}}',
  time: '{count, plural, =0 {Wanneer moeten al deze sms’en uitgaan?} one {Wanneer moet deze sms uitgaan?} other {Wanneer moeten deze # sms’en uitgaan?}}',
  done: {
    cancel: '{count, plural, one {# sms is geannuleerd.} other {# sms’en zijn geannuleerd.}}',
    send_now: '{count, plural, one {# sms gaat nu uit.} other {# sms’en gaan nu uit.}}',
    reschedule: '{count, plural, one {# sms heeft een ander tijdstip.} other {# sms’en hebben een ander tijdstip.}}',
    retry: '{count, plural, one {# sms wordt opnieuw geprobeerd.} other {# sms’en worden opnieuw geprobeerd.}}',
    send_again: '{count, plural, one {# sms wordt opnieuw verzonden.} other {# sms’en worden opnieuw verzonden.}}',
    was_sent: '{count, plural, one {# sms geldt als verzonden.} other {# sms’en gelden als verzonden.}}',
    leave: '{count, plural, one {# sms blijft zoals die is.} other {# sms’en blijven zoals ze zijn.}}',
    ask: '{count, plural, one {Naar # sms is gevraagd.} other {Naar # sms’en is gevraagd.}} Wat door het antwoord duidelijk werd, is uit deze lijst.',
  },
  tooLate:
    '{count, plural, one {Te laat voor # sms: die was al aan de provider overgedragen.} other {Te laat voor # sms’en: die waren al aan de provider overgedragen.}}',
  left: {
    known:
      '{count, plural, one {# sms is zo gelaten: intussen werd bekend wat ervan geworden is.} other {# sms’en zijn zo gelaten: intussen werd bekend wat ervan geworden is.}}',
    changed:
      '{count, plural, one {# sms is zo gelaten: die is intussen veranderd.} other {# sms’en zijn zo gelaten: die zijn intussen veranderd.}}',
    changedOrHeld:
      '{count, plural, one {# sms is zo gelaten: die is intussen veranderd, of wordt tegengehouden en vraagt om een reden.} other {# sms’en zijn zo gelaten: die zijn intussen veranderd, of worden tegengehouden en vragen om een reden.}}',
    cannotAsk:
      '{count, plural, one {# sms is zo gelaten: de provider kan er niet naar worden gevraagd.} other {# sms’en zijn zo gelaten: de providers kunnen er niet naar worden gevraagd.}}',
  },
  nothing: 'Er viel niets meer te doen: wat er van deze sms’en geworden is, is nu bekend.',
  asked: {
    none: 'Er kon geen provider worden gevraagd.',
    nothingNew: '{asked, plural, one {Naar # sms gevraagd} other {Naar # sms’en gevraagd}}: geen provider weet meer.',
    settled:
      '{asked, plural, one {Naar # sms gevraagd} other {Naar # sms’en gevraagd}}: {settled, plural, one {# is opgehelderd.} other {# zijn opgehelderd.}}',
    cannot:
      '{count, plural, one {Naar # sms kan niet worden gevraagd: de provider gaf er geen nummer voor, of beantwoordt zulke vragen niet.} other {Naar # sms’en kan niet worden gevraagd: de provider gaf er geen nummer voor, of beantwoordt zulke vragen niet.}}',
  },
}
