import type { Catalog } from '../index.ts'

export const failures: Catalog['failures'] = {
  connectionLost: 'SMS Desk draait niet, dus dit kon niet worden gedaan. Probeer het opnieuw als het terug is.',
  unexpected: 'Er is iets onverwachts gebeurd in dit venster. Probeer het opnieuw; blijft het zo, laad het venster dan opnieuw.',
}
