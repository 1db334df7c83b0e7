import type { Catalog } from '../index.ts'

export const failures: Catalog['failures'] = {
  connectionLost: 'SMS Desk är inte igång, så det här gick inte att göra. Försök igen när det är tillbaka.',
  unexpected: 'Något oväntat hände i det här fönstret. Försök igen; om det inte hjälper, ladda om fönstret.',
}
