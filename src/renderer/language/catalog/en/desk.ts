export const desk = {
  shut: 'SMS Desk was started again and no longer knows this window. Open the address it shows now; this window then goes on by itself.',
  offline:
    '{waiting, plural, =0 {No internet. Texts you send now wait here and go by themselves.} one {No internet. # text waits and goes by itself.} other {No internet. # texts wait and go by themselves.}}',
  missed: '{count, plural, one {# text missed its time} other {# texts missed their time}} while the desk was closed.',
  unconfirmed: 'We don’t know whether {count, plural, one {# text} other {# texts}} went out. Somebody has to decide.',
} as const
