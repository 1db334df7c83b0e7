import { describe, expect, it } from 'vitest'
import { readPeer } from '../../src/shared/messages/peer.ts'

describe('the sender of an inbound text', () => {
  it.each([
    ['international digits, as providers write them', '46701740699', 'SE', '+46701740699', 'number'],
    ['international with a plus', '+46 70-174 06 99', 'SE', '+46701740699', 'number'],
    ['international with two noughts', '0046701740699', 'SE', '+46701740699', 'number'],
    ['a national number of the desk’s country', '0701740699', 'SE', '+46701740699', 'number'],
    ['digits of a plan nobody knows', '999123456789', 'SE', '+999123456789', 'number'],
    ['a short code', '71456', 'SE', '71456', 'short_code'],
    ['a name', 'MyBank', 'SE', 'MyBank', 'alphanumeric'],
    ['nothing', ' ', 'SE', 'unknown', 'alphanumeric'],
  ])('is read from %s', (_what, raw, country, peer, kind) => {
    expect(readPeer(raw, country)).toEqual({ peer, kind })
  })

  it('that is national but of no number of the desk’s country stays as it is, so that no answer goes to a stranger', () => {
    expect(readPeer('0701740606', 'GB')).toEqual({ peer: '0701740606', kind: 'alphanumeric' })
  })
})
