/** What is done to texts of the outbox. Where how many is not known, `count` is 0. */
export const outboxActions = {
  labels: {
    cancel: 'Cancel',
    send_now: 'Send now',
    reschedule: 'Choose another time',
    retry: 'Try again',
    send_again: 'Send again…',
    was_sent: 'It was sent',
    leave: 'Leave it',
    ask: 'Ask the provider',
  },
  hints: {
    ask: 'costs nothing',
    was_sent: 'you know that it arrived',
    leave: 'stays unconfirmed, asks no more',
    send_again: 'may arrive twice',
  },
  notNow: 'Not now',
  confirm: {
    cancel: {
      title: '{count, plural, =0 {Cancel all these texts?} one {Cancel this text?} other {Cancel these # texts?}}',
      text: '{count, plural, one {Nobody gets it, and it costs nothing. A text that is already being handed to the provider still goes out. To send it after all, write again.} other {Nobody gets them, and they cost nothing. A text that is already being handed to the provider still goes out. To send them after all, write again.}}',
      yes: '{count, plural, =0 {Cancel all texts} one {Cancel this text} other {Cancel # texts}}',
      no: 'Keep waiting',
    },
    send_again: {
      title: '{count, plural, =0 {Send all these texts again?} one {Send this text again?} other {Send these # texts again?}}',
      text: '{count, plural, one {Nobody knows whether the first one went out. If it did, the same text arrives twice and is paid for twice. You can also ask the provider, ask the person, or wait for a delivery report.} other {Nobody knows whether the first ones went out. Those that did arrive twice and are paid for twice. You can also ask the providers, or wait for delivery reports.}}',
      yes: '{count, plural, =0 {Send all texts again} one {Send again} other {Send # texts again}}',
    },
    send_now: {
      title: '{count, plural, =0 {Send all these texts now?} one {Send this text now?} other {Send these # texts now?}}',
      text: 'They go out one after another, as fast as their accounts allow.',
      yes: '{count, plural, =0 {Send all texts now} one {Send this text now} other {Send # texts now}}',
    },
    retry: {
      title: '{count, plural, =0 {Try all these texts again?} one {Try this text again?} other {Try these # texts again?}}',
      text: 'They go back into the queue and are sent once more. What failed for a lasting reason, such as a wrong number, fails again.',
      yes: '{count, plural, =0 {Try all texts again} one {Try this text again} other {Try # texts again}}',
    },
    was_sent: {
      title: '{count, plural, =0 {Did all these texts go out?} one {Did this text go out?} other {Did these # texts go out?}}',
      text: 'They count as sent from now on and are never sent again. A delivery report that comes later is still taken in.',
      yes: '{count, plural, =0 {All were sent} one {It was sent} other {# were sent}}',
    },
    leave: {
      title:
        '{count, plural, =0 {Leave all these texts as they are?} one {Leave this text as it is?} other {Leave these # texts as they are?}}',
      text: 'They stay unconfirmed and are no longer asked about. A delivery report that comes later is still taken in.',
      yes: '{count, plural, =0 {Leave all texts} one {Leave this text} other {Leave # texts}}',
    },
  },
  reason:
    '{count, plural, one {It is kept back, so that nobody is disturbed at this hour. The reason is kept with the text.} other {They are kept back, so that nobody is disturbed at this hour. The reason is kept with each text.}}',
  time: '{count, plural, =0 {When should all these texts go out?} one {When should this text go out?} other {When should these # texts go out?}}',
  done: {
    cancel: '{count, plural, one {# text is cancelled.} other {# texts are cancelled.}}',
    send_now: '{count, plural, one {# text goes out now.} other {# texts go out now.}}',
    reschedule: '{count, plural, one {# text has another time.} other {# texts have another time.}}',
    retry: '{count, plural, one {# text is tried again.} other {# texts are tried again.}}',
    send_again: '{count, plural, one {# text is sent again.} other {# texts are sent again.}}',
    was_sent: '{count, plural, one {# text counts as sent.} other {# texts count as sent.}}',
    leave: '{count, plural, one {# text is left as it is.} other {# texts are left as they are.}}',
    ask: '{count, plural, one {# text was asked about.} other {# texts were asked about.}} If the answer settled it, it has left this list.',
  },
  tooLate:
    '{count, plural, one {Too late for # text: it was already handed to the provider.} other {Too late for # texts: they were already handed to the provider.}}',
  left: {
    known:
      '{count, plural, one {# text was left: its fate became known in the meantime.} other {# texts were left: their fate became known in the meantime.}}',
    changed:
      '{count, plural, one {# text was left: it has changed in the meantime.} other {# texts were left: they have changed in the meantime.}}',
    changedOrHeld:
      '{count, plural, one {# text was left: it has changed in the meantime, or is held and needs a reason.} other {# texts were left: they have changed in the meantime, or are held and need a reason.}}',
    cannotAsk:
      '{count, plural, one {# text was left: the provider cannot be asked about it.} other {# texts were left: the providers cannot be asked about them.}}',
  },
  nothing: 'There was nothing left to do: what became of these texts is known by now.',
  asked: {
    none: 'No provider could be asked.',
    nothingNew: '{asked, plural, one {Asked about # text} other {Asked about # texts}}: no provider knows more.',
    settled:
      '{asked, plural, one {Asked about # text} other {Asked about # texts}}: {settled, plural, one {# was settled.} other {# were settled.}}',
    cannot:
      '{count, plural, one {# text cannot be asked about: the provider gave no number for it, or answers no such questions.} other {# texts cannot be asked about: the provider gave no number for them, or answers no such questions.}}',
  },
} as const
