import type { Catalog } from '../index.ts'

export const outboxActions: Catalog['outboxActions'] = {
  labels: {
    cancel: 'Stoppa',
    send_now: 'Skicka nu',
    reschedule: 'Välj en annan tid',
    retry: 'Försök igen',
    send_again: 'Skicka igen…',
    was_sent: 'Det skickades',
    leave: 'Låt det vara',
    ask: 'Fråga leverantören',
  },
  hints: {
    ask: 'kostar ingenting',
    was_sent: 'du vet att det kom fram',
    leave: 'förblir obekräftat, frågar inte mer',
    send_again: 'kan komma fram två gånger',
  },
  notNow: 'Inte nu',
  confirm: {
    cancel: {
      title: '{count, plural, =0 {Stoppa alla de här sms:en?} one {Stoppa det här sms:et?} other {Stoppa de här # sms:en?}}',
      text: '{count, plural, one {Ingen får det, och det kostar ingenting. Ett sms som redan håller på att lämnas över till leverantören går ändå ut. Vill du skicka det trots allt får du skriva det på nytt.} other {Ingen får dem, och de kostar ingenting. Ett sms som redan håller på att lämnas över till leverantören går ändå ut. Vill du skicka dem trots allt får du skriva dem på nytt.}}',
      yes: '{count, plural, =0 {Stoppa alla sms} one {Stoppa sms:et} other {Stoppa # sms}}',
      no: 'Låt dem vänta',
    },
    send_again: {
      title: '{count, plural, =0 {Skicka alla de här sms:en igen?} one {Skicka det här sms:et igen?} other {Skicka de här # sms:en igen?}}',
      text: '{count, plural, one {Ingen vet om det första gick ut. Gjorde det det kommer samma sms fram två gånger och kostar två gånger. Du kan också fråga leverantören, fråga personen eller vänta på en leveransrapport.} other {Ingen vet om de första gick ut. De som gjorde det kommer fram två gånger och kostar två gånger. Du kan också fråga leverantörerna eller vänta på leveransrapporter.}}',
      yes: '{count, plural, =0 {Skicka alla sms igen} one {Skicka igen} other {Skicka # sms igen}}',
    },
    send_now: {
      title: '{count, plural, =0 {Skicka alla de här sms:en nu?} one {Skicka det här sms:et nu?} other {Skicka de här # sms:en nu?}}',
      text: 'De går ut ett efter ett, så fort som deras konton tillåter.',
      yes: '{count, plural, =0 {Skicka alla sms nu} one {Skicka sms:et nu} other {Skicka # sms nu}}',
    },
    retry: {
      title:
        '{count, plural, =0 {Försöka igen med alla de här sms:en?} one {Försöka igen med det här sms:et?} other {Försöka igen med de här # sms:en?}}',
      text: 'De ställs i kön igen och skickas en gång till. Det som misslyckades av en bestående orsak, till exempel ett felaktigt nummer, misslyckas igen.',
      yes: '{count, plural, =0 {Försök igen med alla sms} one {Försök igen med sms:et} other {Försök igen med # sms}}',
    },
    was_sent: {
      title: '{count, plural, =0 {Gick alla de här sms:en ut?} one {Gick det här sms:et ut?} other {Gick de här # sms:en ut?}}',
      text: 'De räknas som skickade från och med nu och skickas aldrig igen. En leveransrapport som kommer senare tas ändå emot.',
      yes: '{count, plural, =0 {Alla skickades} one {Det skickades} other {# skickades}}',
    },
    leave: {
      title: '{count, plural, =0 {Låta alla de här sms:en vara?} one {Låta det här sms:et vara?} other {Låta de här # sms:en vara?}}',
      text: 'De förblir obekräftade och du blir inte tillfrågad om dem mer. En leveransrapport som kommer senare tas ändå emot.',
      yes: '{count, plural, =0 {Låt alla sms vara} one {Låt sms:et vara} other {Låt # sms vara}}',
    },
  },
  reason:
    '{count, plural, one {Det hålls inne så att ingen störs vid den här tiden. Anledningen sparas med sms:et.} other {De hålls inne så att ingen störs vid den här tiden. Anledningen sparas med varje sms.}}',
  time: '{count, plural, =0 {När ska alla de här sms:en gå ut?} one {När ska det här sms:et gå ut?} other {När ska de här # sms:en gå ut?}}',
  done: {
    cancel: '{count, plural, one {# sms är stoppat.} other {# sms är stoppade.}}',
    send_now: '{count, plural, one {# sms går ut nu.} other {# sms går ut nu.}}',
    reschedule: '{count, plural, one {# sms har fått en annan tid.} other {# sms har fått en annan tid.}}',
    retry: '{count, plural, one {Ett nytt försök görs med # sms.} other {Nya försök görs med # sms.}}',
    send_again: '{count, plural, one {# sms skickas igen.} other {# sms skickas igen.}}',
    was_sent: '{count, plural, one {# sms räknas som skickat.} other {# sms räknas som skickade.}}',
    leave: '{count, plural, one {# sms får vara som det är.} other {# sms får vara som de är.}}',
    ask: '{count, plural, one {Leverantören har tillfrågats om # sms.} other {Leverantörerna har tillfrågats om # sms.}} Om svaret redde ut saken har det lämnat listan.',
  },
  tooLate:
    '{count, plural, one {För sent för # sms: det hade redan lämnats över till leverantören.} other {För sent för # sms: de hade redan lämnats över till leverantören.}}',
  left: {
    known:
      '{count, plural, one {# sms lämnades: under tiden blev det känt vad som hänt med det.} other {# sms lämnades: under tiden blev det känt vad som hänt med dem.}}',
    changed: '{count, plural, one {# sms lämnades: det har ändrats under tiden.} other {# sms lämnades: de har ändrats under tiden.}}',
    changedOrHeld:
      '{count, plural, one {# sms lämnades: det har ändrats under tiden, eller hålls inne och kräver en anledning.} other {# sms lämnades: de har ändrats under tiden, eller hålls inne och kräver en anledning.}}',
    cannotAsk:
      '{count, plural, one {# sms lämnades: leverantören går inte att fråga om det.} other {# sms lämnades: leverantörerna går inte att fråga om dem.}}',
  },
  nothing: 'Det fanns inget kvar att göra: vad som hänt med de här sms:en är känt nu.',
  asked: {
    none: 'Ingen leverantör gick att fråga.',
    nothingNew: '{asked, plural, one {Frågade om # sms} other {Frågade om # sms}}: ingen leverantör vet mer.',
    settled: '{asked, plural, one {Frågade om # sms} other {Frågade om # sms}}: {settled, plural, one {# reddes ut.} other {# reddes ut.}}',
    cannot:
      '{count, plural, one {# sms går inte att fråga om: leverantören gav det inget nummer, eller svarar inte på sådana frågor.} other {# sms går inte att fråga om: leverantören gav dem inget nummer, eller svarar inte på sådana frågor.}}',
  },
}
