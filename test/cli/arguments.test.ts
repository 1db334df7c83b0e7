import { describe, expect, test } from 'vitest'
import { ownZone } from '../../src/shared/time/wall-time.ts'
import { parseCommandLine, wantsJson } from '../../src/main/cli/arguments.ts'
import { COMMANDS, helpText } from '../../src/main/cli/commands.ts'
import { readCountry, readLimit, readPairs, readPort, readRate, readSendTime, readTime, readWait } from '../../src/main/cli/values.ts'

function parse(...args: string[]) {
  const parsed = parseCommandLine(args, COMMANDS)
  return typeof parsed === 'string' ? parsed : { command: parsed.command.name, words: parsed.words, options: { ...parsed.options } }
}

describe('a command line', () => {
  test('may have its options anywhere', () => {
    const expected = { command: 'messages list', words: [], options: { json: true, limit: '5', to: ['+46701740605'] } }
    expect(parse('messages', 'list', '--to', '+46701740605', '--limit', '5', '--json')).toEqual(expected)
    expect(parse('--json', '--limit=5', 'messages', '--to=+46701740605', 'list')).toEqual(expected)
  })

  test('takes texts and words that begin with a dash', () => {
    expect(parse('send', '--account', 'A', '--to', '+46701740605', '--text', '- one\n- two')).toMatchObject({
      options: { text: '- one\n- two' },
    })
    expect(parse('send', '--text', '--json', '--to', 'x')).toMatchObject({ options: { text: '--json', to: ['x'] } })
    expect(parse('segments', '-5 °C')).toMatchObject({ words: ['-5 °C'] })
    expect(parse('segments', '--', '--json')).toMatchObject({ words: ['--json'], options: {} })
    expect(parse('segments', '')).toMatchObject({ words: [''] })
  })

  test('keeps every number, pair and equals sign', () => {
    expect(parse('send', '--to', 'a', '--to', 'b', 'c', '--text', 't')).toMatchObject({ words: ['c'], options: { to: ['a', 'b'] } })
    expect(parse('accounts', 'add', 'karix', '--set', 'a=b=c', '--set', 'd=', '--name', 'N')).toMatchObject({
      options: { set: ['a=b=c', 'd='] },
    })
    expect(readPairs('set', ['a=b=c', 'd=', 'e= f'])).toEqual({ a: 'b=c', d: '', e: ' f' })
  })

  test('knows whether JSON is wanted whatever else is wrong with it', () => {
    expect(wantsJson(['nonsense', '--json', '--what'])).toBe(true)
    expect(wantsJson(['send', '--text', '--json'])).toBe(false)
    expect(wantsJson(['segments', '--', '--json'])).toBe(false)
  })

  test.each([
    [[], 'Say what to do. See --help.'],
    [['fly'], 'There is no command “fly”. See --help.'],
    [['accounts'], 'After “accounts” comes one of: add, list, show, test, remove, rate, pause, resume, call-reply.'],
    [['accounts', 'fly'], 'After “accounts” comes one of: add, list, show, test, remove, rate, pause, resume, call-reply.'],
    [['accounts', 'show'], 'Usage: accounts show ACCOUNT'],
    [['accounts', 'pause'], 'Usage: accounts pause ACCOUNT'],
    [['accounts', 'rate'], 'Usage: accounts rate ACCOUNT --count N --per second|minute|hour|day | ACCOUNT --default'],
    [['outbox', 'all'], 'Usage: outbox'],
    [['messages', 'list', '--again'], expect.stringMatching(/^“messages list” takes no --again\./)],
    [['imports', 'list', 'all'], 'Usage: imports list'],
    [['imports', 'list', '--limit', '3'], '“imports list” takes no --limit. Usage: imports list'],
    [['segments', '--colour', 'red'], "Unknown option '--colour'. See --help."],
    [['messages', 'list', '--limit', '--json'], expect.stringMatching(/limit.* See --help\.$/)],
    [['messages', 'list', '--limit'], expect.stringMatching(/limit.* See --help\.$/)],
    [['messages', 'list', '--json=yes'], expect.stringMatching(/json.* See --help\.$/)],
  ])('%j is refused with a sentence', (args, message) => {
    expect(() => parse(...args)).toThrow(expect.objectContaining({ name: 'UsageError', message }))
  })

  test('may ask for help, which names every command', () => {
    expect(parse('--help')).toBe('help')
    expect(parse('accounts', '--help')).toBe('help')
    expect(parse('--version')).toBe('version')
    expect(COMMANDS.filter(({ name }) => !helpText().includes(`\n  ${name}`))).toEqual([])
  })
})

describe('values', () => {
  test('a time with a zone is that instant, one without is local', () => {
    expect(readTime('2031-05-24T09:30Z')).toBe(Date.UTC(2031, 4, 24, 9, 30))
    expect(readTime('2031-05-24T09:30+02:00')).toBe(Date.UTC(2031, 4, 24, 7, 30))
    expect(readTime('2031-05-24T09:30:15.5-0530')).toBe(Date.UTC(2031, 4, 24, 15, 0, 15, 500))
    expect(readTime('2031-05-24T09:30+02')).toBe(Date.UTC(2031, 4, 24, 7, 30))
    expect(readTime('2031-05-24T09:30')).toBe(new Date(2031, 4, 24, 9, 30).getTime())
    expect(readTime('2031-05-24 09:30:01')).toBe(new Date(2031, 4, 24, 9, 30, 1).getTime())
    expect(readTime('2032-02-29T12:00Z')).toBe(Date.UTC(2032, 1, 29, 12))
  })

  test.each([
    '',
    'tomorrow',
    '2031-05-24',
    '2031-02-29T12:00',
    '2031-13-01T12:00',
    '2031-00-10T12:00',
    '2031-05-00T12:00',
    '2031-05-24T25:00',
    '24/05/2031 12:00',
    '2031-05-24T09:30 CET',
  ])('%j is no time', (value) => {
    expect(() => readTime(value)).toThrow(expect.objectContaining({ code: 'usage' }))
  })

  test('a time to send without a zone is a wall time, which stays what it says', () => {
    const zone = ownZone()
    expect(readSendTime('2031-05-24T09:30')).toEqual({ schedule: { local: '2031-05-24T09:30', zone } })
    expect(readSendTime('2031-05-24 09:30:00')).toEqual({ schedule: { local: '2031-05-24T09:30', zone } })
    // no wall time has seconds, or ends a day
    expect(readSendTime('2031-05-24T09:30:01')).toEqual({ at: new Date(2031, 4, 24, 9, 30, 1).getTime() })
    expect(readSendTime('2031-05-24T09:30:00,5')).toEqual({ at: new Date(2031, 4, 24, 9, 30, 0, 500).getTime() })
    expect(readSendTime('2031-05-24T24:00')).toEqual({ at: new Date(2031, 4, 25).getTime() })
    expect(readSendTime('2031-05-24T09:30Z')).toEqual({ at: Date.UTC(2031, 4, 24, 9, 30) })
    expect(readSendTime('2031-05-24T09:30+02:00')).toEqual({ at: Date.UTC(2031, 4, 24, 7, 30) })
    expect(() => readSendTime('tomorrow')).toThrow(expect.objectContaining({ code: 'usage' }))
  })

  test('a time that is wrong is refused under the name of its option', () => {
    expect(() => readTime('soon', 'valid-until')).toThrow(expect.objectContaining({ message: expect.stringMatching(/^--valid-until /) }))
    expect(() => readTime('soon')).toThrow(expect.objectContaining({ message: expect.stringMatching(/^--at /) }))
  })

  test('a rate is a number in a time, or the usual one', () => {
    expect(readRate({ count: '5', per: 'minute' })).toEqual({ count: 5, per: 'minute' })
    expect(readRate({ count: '1000000', per: 'day' })).toEqual({ count: 1_000_000, per: 'day' })
    expect(readRate({ default: true })).toBeNull()
    const refused = [
      {},
      { count: '5' },
      { per: 'minute' },
      { count: '0', per: 'minute' },
      { count: '-1', per: 'minute' },
      { count: '1.5', per: 'minute' },
      { count: '1000001', per: 'minute' },
      { count: 'many', per: 'minute' },
      { count: '', per: 'minute' },
      { count: '5', per: 'week' },
      { count: '5', per: 'minute', default: true },
      { count: '5', default: true },
    ]
    for (const options of refused)
      expect(() => readRate(options), JSON.stringify(options)).toThrow(expect.objectContaining({ code: 'usage' }))
  })

  test('numbers are within their bounds', () => {
    expect(readLimit(undefined)).toBe(100)
    expect(readLimit('1')).toBe(1)
    expect(readPort('port', '0')).toBe(0)
    expect(readWait('0.5')).toBe(500)
    expect(readCountry('se')).toBe('SE')
    const refused = [
      () => readLimit('0'),
      () => readLimit('1.5'),
      () => readLimit('many'),
      () => readPort('port', '65536'),
      () => readPort('port', '-1'),
      () => readWait('-1'),
      () => readWait('1e9'),
      () => readWait('soon'),
      () => readCountry('SWE'),
      () => readPairs('set', ['novalue']),
      () => readPairs('set', ['=value']),
    ]
    for (const read of refused) expect(read).toThrow(expect.objectContaining({ code: 'usage' }))
  })

  test('a secret written where its variable belongs is not repeated', () => {
    expect(() => readPairs('secret', ['hunter2'])).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }))
  })
})
