import { LinkifyIt } from 'linkify-it'
import { readPhone } from '../../../../shared/phone/index.ts'
import { MAX_LINK } from './address.ts'

/** A piece of a text: words, an address (`href` as a browser would go there), or a phone number. Put together they are the text. */
export type TextPiece =
  | { kind: 'words'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'number'; text: string; e164: string }

const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, urlAuth: true, maxLength: MAX_LINK })

/** Characters nobody sees, or that turn the direction of writing. No address goes across one: what is shown is where it leads. */
const UNSEEN = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+)/u

/** What may be a phone number: begins with +, 00 or 0, and is neither part of a word nor of a longer number. */
const NUMBER_LIKE = /(?<![\p{L}\p{N}+/.,:#_-])(?:\+|0)\d(?:[ ()./\u00a0-]{0,2}\d){5,16}(?![\p{L}\p{N}])/gu

/**
 * The addresses (http and https only) and phone numbers in a text. An address without http must begin with "www." or go on after its
 * name ("bit.ly/x"): of anything else a missing space after a full stop would make one.
 * @param country of numbers that are written without one, ISO 3166-1 alpha-2
 */
export function textPieces(text: string, country?: string): TextPiece[] {
  const pieces: TextPiece[] = []
  for (const stretch of text.split(UNSEEN)) {
    if (stretch === '') continue
    if (UNSEEN.test(stretch)) addWords(pieces, stretch)
    else addStretch(pieces, stretch, country)
  }
  return pieces
}

function addStretch(pieces: TextPiece[], stretch: string, country: string | undefined): void {
  let done = 0
  for (const match of finder.match(stretch) ?? []) {
    const href = hrefOf(match)
    if (href === null) continue
    addNumbers(pieces, stretch.slice(done, match.index), country)
    pieces.push({ kind: 'link', text: stretch.slice(match.index, match.lastIndex), href })
    done = match.lastIndex
  }
  addNumbers(pieces, stretch.slice(done), country)
}

function hrefOf({ schema, raw, url }: { schema: string; raw: string; url: string }): string | null {
  const isWritten = schema === 'http:' || schema === 'https:'
  if (!isWritten && !(schema === '' && (/^www\./i.test(raw) || /^[^/]+\/./.test(raw)))) return null
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

function addNumbers(pieces: TextPiece[], words: string, country: string | undefined): void {
  let done = 0
  for (const match of words.matchAll(NUMBER_LIKE)) {
    const reading = readPhone(match[0], country)
    if (!reading.valid) continue
    addWords(pieces, words.slice(done, match.index))
    pieces.push({ kind: 'number', text: match[0], e164: reading.e164 })
    done = match.index + match[0].length
  }
  addWords(pieces, words.slice(done))
}

/** Words join those before them: what belongs together, such as the parts of an emoji, stays together. */
function addWords(pieces: TextPiece[], text: string): void {
  const last = pieces.at(-1)
  if (text === '') return
  if (last?.kind === 'words') last.text += text
  else pieces.push({ kind: 'words', text })
}
