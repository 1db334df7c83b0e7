import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { currentName } from '../../src/shared/time/current-names.ts'
import { isZone } from '../../src/shared/time/wall-time.ts'
import { zonesOf } from '../../src/shared/time/zones.ts'
import { DAY, luxonOffset } from './luxon-clock.ts'

const HERE = 'Europe/Stockholm'
/** No country keeps this time. */
const NOWHERE = 'Etc/GMT+12'

const NEW_YORK = '+12125550123'
const TORONTO = '+14165550123'
const SYDNEY = '+61412345678'
const MOSCOW = '+79161234567'

/** Offsets of a zone week by week: another rhythm than that of the code under test. */
function clock(zone: string): string {
  return Array.from({ length: 520 }, (_, week) => luxonOffset(zone, Date.UTC(2026, 2, 3) + week * 7 * DAY)).join(' ')
}

function resolved(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
}

describe('time zones of a number', () => {
  it.each([
    ['+46701740605', 'Europe/Stockholm'],
    ['+447700900123', 'Europe/London'],
    ['+4915123456789', 'Europe/Berlin'],
    ['+33612345678', 'Europe/Paris'],
    ['+77011234567', 'Asia/Almaty'],
    ['+6591234567', 'Asia/Singapore'],
    ['+9779812345678', 'Asia/Katmandu'],
    ['+38344123456', 'Europe/Belgrade'],
    ['+24740123', 'Atlantic/St_Helena'],
    ['+2908123', 'Atlantic/St_Helena'],
  ])('of %s: %s alone, wherever the desk is', (number, zone) => {
    expect(zonesOf(number, NOWHERE).map(clock)).toEqual([clock(zone)])
    expect(zonesOf(number, 'America/Chicago').map(clock)).toEqual([clock(zone)])
  })

  it('are known for every country a number can be from', () => {
    for (const country of getCountries()) {
      const number = getExampleNumber(country, examples)?.number ?? ''
      const zones = zonesOf(number, NOWHERE)
      expect(zones.length, country).toBeGreaterThan(0)
      expect(zones, country).not.toContain(NOWHERE)
      expect(zones.every(isZone), country).toBe(true)
    }
  })

  it.each(['+80012345678', '+870773111632', '+882161234567', '+99912345678', '+3545', '71234', 'SMS Desk', '+', ''])(
    'of %j, which belongs to no country: that of the desk',
    (number) => {
      expect(zonesOf(number, 'Asia/Tokyo')).toEqual(['Asia/Tokyo'])
    },
  )

  it('of a number in a range nobody uses yet are those of the calling code', () => {
    expect(zonesOf('+3932012345', NOWHERE)).toEqual(['Europe/Rome'])
    expect(zonesOf('+19995550123', NOWHERE)).toEqual(zonesOf(NEW_YORK, NOWHERE))
  })

  it('tell the countries of one calling code apart', () => {
    expect(zonesOf('+18765550123', HERE)).toEqual(['America/Jamaica'])
    expect(zonesOf('+77011234567', HERE).some((zone) => zone.startsWith('Europe/'))).toBe(false)
    expect(zonesOf(TORONTO, 'America/Chicago').length).toBeGreaterThan(1)
  })

  it.each([
    [NEW_YORK, 'America/Chicago'],
    [NEW_YORK, 'US/Central'],
    [NEW_YORK, 'America/Kentucky/Louisville'],
    [NEW_YORK, 'Pacific/Honolulu'],
    [TORONTO, 'Canada/Pacific'],
    [TORONTO, 'America/Montreal'],
    [SYDNEY, 'Australia/Perth'],
    [SYDNEY, 'Australia/ACT'],
    [MOSCOW, 'Asia/Vladivostok'],
    ['+380501234567', 'Europe/Kyiv'],
    ['+84912345678', 'Asia/Ho_Chi_Minh'],
    ['+541123456789', 'America/Argentina/Buenos_Aires'],
    ['+34612345678', 'Atlantic/Canary'],
  ])('of %s, at a desk in %s: that of the desk', (number, zone) => {
    expect(zonesOf(number, zone).map(clock)).toEqual([clock(zone)])
  })

  it.each([
    ['the United States', NEW_YORK, 'US'],
    ['Canada', TORONTO, 'CA'],
    ['Australia', SYDNEY, 'AU'],
    ['Russia', MOSCOW, 'RU'],
    ['Brazil', '+5511961234567', 'BR'],
    ['Mexico', '+525512345678', 'MX'],
    ['Indonesia', '+62812345678', 'ID'],
    ['Portugal', '+351912345678', 'PT'],
    ['Germany', '+4915123456789', 'DE'],
  ])('of %s, at a desk elsewhere: each that has a clock of its own, and each once', (_name, number, region) => {
    const locale = new Intl.Locale('und', { region }) as Intl.Locale & { getTimeZones: () => string[] }
    const all = new Set(
      locale
        .getTimeZones()
        .filter((zone) => !zone.startsWith('Antarctica/'))
        .map(clock),
    )
    const found = zonesOf(number, NOWHERE).map(clock)
    expect(new Set(found)).toEqual(all)
    expect(found).toHaveLength(all.size)
  })

  it('begin with the one that has most places', () => {
    expect(clock(zonesOf(NEW_YORK, HERE)[0] ?? '')).toBe(clock('America/New_York'))
    expect(clock(zonesOf('+62812345678', HERE)[0] ?? '')).toBe(clock('Asia/Jakarta'))
    expect(clock(zonesOf('+64211234567', HERE)[0] ?? '')).toBe(clock('Pacific/Auckland'))
  })

  it('have the names of today', () => {
    expect(zonesOf('+380501234567', HERE)).toContain('Europe/Kyiv')
    expect(zonesOf('+919812345678', HERE)).toEqual(['Asia/Kolkata'])
    expect(zonesOf('+84912345678', HERE)).toEqual(['Asia/Ho_Chi_Minh'])
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      // Two names of one zone: Intl resolves both to the same.
      expect(resolved(currentName(zone)), zone).toBe(resolved(zone))
    }
    expect(currentName('constructor')).toBe('constructor')
  })

  it('leave out places where only researchers live', () => {
    expect(zonesOf(SYDNEY, HERE).join(' ')).not.toContain('Antarctica')
  })

  it('are worked out once per country', () => {
    expect(zonesOf(NEW_YORK, HERE)).toBe(zonesOf('+13105550123', HERE))
    expect(zonesOf(NEW_YORK, HERE)).toBe(zonesOf(NEW_YORK, 'Asia/Tokyo'))
  })

  it('do not fail over a desk zone nobody knows', () => {
    expect(zonesOf(NEW_YORK, 'Europe/Atlantis').length).toBeGreaterThan(1)
  })
})
