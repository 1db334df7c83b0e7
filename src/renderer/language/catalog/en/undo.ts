export const undo = {
  button: 'Undo',
  goesOut: '{count, plural, one {# text goes} other {# texts go}} out<time> in {seconds, number} s</time>…',
  tooLate: 'It is too late to take these texts back: they have gone out already.',
  takenBack: '{count, plural, one {# text was} other {# texts were}} taken back. Nothing went out.',
  takenBackInPart:
    '{count, plural, one {# text was} other {# texts were}} taken back. {tooLate, plural, one {# had} other {# had}} gone out already: the Outbox says which.',
} as const
