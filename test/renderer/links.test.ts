import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress } from '../../src/renderer/inbox/thread/links/address.ts'
import { textPieces } from '../../src/renderer/inbox/thread/links/text-pieces.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'

const words = createWords(await loadCatalog('en'), 'thread', 'en-GB')

const links = (text: string) => textPieces(text, 'SE').flatMap((piece) => (piece.kind === 'link' ? [[piece.text, piece.href]] : []))
const numbers = (text: string) => textPieces(text, 'SE').flatMap((piece) => (piece.kind === 'number' ? [[piece.text, piece.e164]] : []))

describe('addresses in a text', () => {
  test.for([
    ['See https://example.com/a.', 'https://example.com/a', 'https://example.com/a'],
    ['(https://example.com/a_(b))', 'https://example.com/a_(b)', 'https://example.com/a_(b)'],
    ['"http://example.com"!', 'http://example.com', 'http://example.com/'],
    ['https://example.com/?q=1&r=2#x, and', 'https://example.com/?q=1&r=2#x', 'https://example.com/?q=1&r=2#x'],
    ['go to www.example.com now', 'www.example.com', 'http://www.example.com/'],
    ['bit.ly/3xY', 'bit.ly/3xY', 'http://bit.ly/3xY'],
    ['HTTPS://EXAMPLE.COM', 'HTTPS://EXAMPLE.COM', 'https://example.com/'],
    ['https://user:pw@evil.example/x', 'https://user:pw@evil.example/x', 'https://user:pw@evil.example/x'],
    ['https://räksmörgås.se/', 'https://räksmörgås.se/', 'https://xn--rksmrgs-5wao1o.se/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ] as const)('%s', ([text, written, href]) => {
    expect(links(text)).toEqual([[written, href]])
  })

  test.for([
    'Thanks.see you',
    'Ok.so at 10',
    'javascript:alert(1)',
    'data:text/html,<b>x</b>',
    'file:///etc/passwd',
    'ftp://example.com/x',
    'mailto:maja@example.com',
    'maja@example.com',
    '//example.com/x',
    'app://desk/index.html',
    'https://',
    'intent://scan/#Intent;end',
  ])('%s is none', (text) => {
    expect(links(text)).toEqual([])
  })

  test('end at what nobody sees and at what turns the direction of writing', () => {
    expect(links('https://example.com/\u202egpj.exe')).toEqual([['https://example.com/', 'https://example.com/']])
    expect(links('https://exam\u200bple.com/x').map(([, href]) => href)).not.toContain('https://example.com/x')
    expect(links('https://example.com\u0000.evil.example/')).toEqual([['https://example.com', 'https://example.com/']])
  })

  test('and numbers and words together are the text, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('https://', 'www.', 'a.se/', '@', ':', '+46701740605', ' ', '\u202e', '👩‍👩‍👧‍👦', 'Z\u0351\u0351'), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (words) => {
        const pieces = textPieces(words, 'SE')
        expect(pieces.map((piece) => piece.text).join('')).toBe(words)
        for (const piece of pieces) if (piece.kind === 'link') expect(piece.href).toMatch(/^https?:\/\/[^/]/)
        for (const [index, piece] of pieces.entries()) if (piece.kind === 'words') expect(pieces[index + 1]?.kind).not.toBe('words')
      }),
      { numRuns: 500 },
    )
  })
})

describe('phone numbers in a text', () => {
  test.for([
    ['Call +46 70 174 06 05.', '+46 70 174 06 05', '+46701740605'],
    ['070-174 06 05 is mine', '070-174 06 05', '+46701740605'],
    ['(0031612345678)', '0031612345678', '+31612345678'],
    ['+1 202-555-0143', '+1 202-555-0143', '+12025550143'],
  ] as const)('%s', ([text, written, e164]) => {
    expect(numbers(text)).toEqual([[written, e164]])
  })

  test.for(['2026-11-21 12:00', '10:30', 'order 00123', '0', '12 000 000', 'https://example.com/+46701740605', 'x0701740605'])(
    '%s is none',
    (text) => {
      expect(numbers(text)).toEqual([])
    },
  )
})

describe('an address that is looked at', () => {
  test('is shown whole, in its parts', () => {
    const href = 'https://pay.example.com:8443/a/b?c=d#e'
    const { before, host, after, opens } = readAddress(words, href, href)
    expect([before, host, after]).toEqual(['https://', 'pay.example.com', ':8443/a/b?c=d#e'])
    expect(before + host + after).toBe(href)
    expect(opens).toBe(true)
  })

  test.for([
    ['https://example.com/', []],
    ['http://example.com/', [/not encrypted/]],
    ['https://example.com:444/', [/port 444/]],
    ['https://192.0.2.7/', [/by its number/]],
    ['https://[2001:db8::1]/', [/by its number/]],
    ['https://0x7f.1/', [/by its number/]],
    ['https://paypal.com@evil.example/', [/It leads to evil\.example/]],
    ['https://pаypal.com/', [/several alphabets/]],
    ['https://räksmörgås.se/', [/outside of a to z/]],
    ['https://аррӏе.com/', [/outside of a to z/]],
    ['https://xn--80ak6aa92e.com/', [/outside of a to z/]],
  ] as const)('%s', ([written, warnings]) => {
    const found = readAddress(words, new URL(written).href, written)
    expect(found.warnings).toHaveLength(warnings.length)
    for (const [index, warning] of warnings.entries()) expect(found.warnings[index]).toMatch(warning)
    expect(found.opens).toBe(!written.includes('@'))
    // The host that is shown is what the network knows it by.
    expect(found.host).toMatch(/^[a-z0-9.:[\]-]+$/)
  })

  test('that is too long is not opened from here', () => {
    const long = `https://example.com/${'x'.repeat(2_000)}`
    expect(readAddress(words, long, long)).toMatchObject({ opens: false, warnings: [expect.stringMatching(/too long/)] })
  })
})
