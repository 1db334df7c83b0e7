import { createHash, timingSafeEqual } from 'node:crypto'
import { readHookContent } from '../hook-fields.ts'
import { textOf } from '../tolerant-json.ts'
import type { HookProof } from '../types.ts'
import { PROVIDER } from './facts.ts'
import { isEvent } from './hook.ts'

/**
 * Events carry the account's own API token (§7). Reports of campaigns and of the newer interface carry none: there the
 * secret address is the only proof. A token that is there must be the right one in any case. What cannot be read passes:
 * nothing in it is applied, and the reading says why.
 */
export const konnectHookProof: HookProof = {
  secretKeys: ['apiToken'],
  problem({ secrets }, request) {
    const content = readHookContent(request)
    if (content.kind !== 'fields') return null
    const token = (secrets['apiToken'] ?? '').trim()
    for (const fields of content.statements) {
      const given = fields.get('api_token')
      if (given === undefined && !isEvent(fields)) continue
      if (given === undefined) return 'The request has no API token, which every event has.'
      if (token === '') {
        return `The API token of this account is not stored on this computer, so nobody can tell whether the request is from ${PROVIDER}.`
      }
      if (!isSame(textOf(given) ?? '', token)) return 'The API token in the request is not that of this account.'
    }
    return null
  },
}

/** Compares in constant time: hashes have the same length whatever was given. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hashOf(one), hashOf(other))
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
