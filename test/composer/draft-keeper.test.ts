import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUiState, EMPTY_DRAFT, type Draft } from '../../src/renderer/app/uiState.tsx'
import { createDraftKeeper, merged, storedForm } from '../../src/renderer/inbox/draft-keeper.ts'
import type { StoredDraft } from '../../src/shared/contract/drafts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const draft = (text: string, change: Partial<StoredDraft> = {}): StoredDraft => ({ ...storedForm(EMPTY_DRAFT), text, ...change })
const ANNA = { e164: '+46701740605', label: 'Anna', conversationId: null }
const BO = { e164: '+46701740606', label: 'Bo', conversationId: null }

/** A host that keeps drafts, and windows that write them. */
function createHost() {
  const kept = new Map<string, StoredDraft>()
  const host = { kept, away: false, saves: [] as string[] }
  function openWindow() {
    const state = createUiState()
    const typed = { in: null as string | null }
    const keeper = createDraftKeeper({
      state,
      read: (key) => (host.away ? Promise.reject(new Error('away')) : Promise.resolve(kept.get(key) ?? null)),
      save(key, given) {
        if (host.away) return Promise.reject(new Error('away'))
        host.saves.push(given.text)
        kept.set(key, given)
        return Promise.resolve()
      },
      mayWorkLater: () => true,
      isBeingTyped: (key) => typed.in === key,
    })
    return {
      state,
      keeper,
      typed,
      type: (text: string, key = 'c') => state.getState().setDraft(key, { text }),
      shows: (key = 'c') => state.getState().drafts[key]?.text ?? '',
    }
  }
  return { host, openWindow }
}

describe('a draft that is typed', () => {
  it('is written once typing rests, and while it does not, every few seconds', async () => {
    const { host, openWindow } = createHost()
    const one = openWindow()
    await one.keeper.open('c')
    for (const text of ['H', 'Hi', 'Hi A']) {
      one.type(text)
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(host.saves).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(host.saves).toEqual(['Hi A'])
    for (let letters = 0; letters < 30; letters += 1) {
      one.type(`Hi A${'n'.repeat(letters + 1)}`)
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(host.saves.length).toBeGreaterThanOrEqual(3)
    expect(host.saves.length).toBeLessThanOrEqual(5)
  })

  it('is there in the next window', async () => {
    const { openWindow } = createHost()
    const one = openWindow()
    one.type('Half a')
    await one.keeper.flush()
    const two = openWindow()
    await two.keeper.open('c')
    expect(two.shows()).toBe('Half a')
  })

  it('is taken up by a field that has the focus already, while nothing was typed', async () => {
    const { host, openWindow } = createHost()
    host.kept.set('c', draft('Half a'))
    const one = openWindow()
    one.typed.in = 'c'
    await one.keeper.open('c')
    expect(one.shows()).toBe('Half a')
  })

  it('is written when the host is back, and what the host had is kept beside it', async () => {
    const { host, openWindow } = createHost()
    host.kept.set('c', draft('Before'))
    host.away = true
    const one = openWindow()
    await one.keeper.open('c')
    one.type('After')
    await vi.advanceTimersByTimeAsync(10_000)
    host.away = false
    await one.keeper.flush()
    expect(host.kept.get('c')).toMatchObject({ text: 'After', takenBack: ['Before'] })
  })

  it('that is gone here goes there', async () => {
    const { host, openWindow } = createHost()
    const one = openWindow()
    one.type('Your table is free.')
    await one.keeper.flush('c')
    one.state.getState().clearDraft('c', 'Your table is free.')
    await one.keeper.flush('c')
    expect(host.kept.get('c')).toEqual(storedForm(EMPTY_DRAFT))
  })

  it('has its wish written before anything is sent', async () => {
    const { host, openWindow } = createHost()
    const one = openWindow()
    const asked = {
      requestId: 'r',
      accountId: 'a',
      to: ['+46701740605'],
      text: 'Hi',
      texts: null,
      templateIds: [],
      schedule: null,
      validUntil: null,
      keptByProvider: false,
      again: false,
    }
    one.state.getState().setDraft('c', { text: 'Hi', asked })
    await one.keeper.flush('c')
    expect(host.kept.get('c')?.asked).toEqual(asked)
  })
})

describe('two windows', () => {
  it('show the same draft; the last one to write wins', async () => {
    const { host, openWindow } = createHost()
    const [one, two] = [openWindow(), openWindow()]
    await one.keeper.open('c')
    await two.keeper.open('c')
    one.type('From one')
    await one.keeper.flush()
    await two.keeper.changedElsewhere('c')
    expect(two.shows()).toBe('From one')
    two.type('From one and two')
    await two.keeper.flush()
    await one.keeper.changedElsewhere('c')
    expect(one.shows()).toBe('From one and two')
    expect(host.kept.get('c')?.text).toBe('From one and two')
  })

  it('never replace a text under the fingers: it is taken up once the field is left', async () => {
    const { openWindow } = createHost()
    const [one, two] = [openWindow(), openWindow()]
    await one.keeper.open('c')
    await two.keeper.open('c')
    two.typed.in = 'c'
    one.type('From one')
    await one.keeper.flush()
    await two.keeper.changedElsewhere('c')
    expect(two.shows()).toBe('')
    two.typed.in = null
    await two.keeper.open('c')
    expect(two.shows()).toBe('From one')
  })

  it('a text that is not written yet stays where it is typed', async () => {
    const { host, openWindow } = createHost()
    const [one, two] = [openWindow(), openWindow()]
    await one.keeper.open('c')
    await two.keeper.open('c')
    two.type('From two')
    one.type('From one')
    await one.keeper.flush()
    await two.keeper.changedElsewhere('c')
    expect(two.shows()).toBe('From two')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(host.kept.get('c')?.text).toBe('From two')
  })

  it('only look at drafts that were opened', async () => {
    const { host, openWindow } = createHost()
    host.kept.set('d', draft('Of another'))
    const one = openWindow()
    await one.keeper.changedElsewhere('d')
    expect(one.shows('d')).toBe('')
  })
})

describe('what was typed before the host’s draft was there', () => {
  const here = (text: string, change: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, text, ...change })

  it('stays in the field, and the other is kept beside it', () => {
    expect(merged(here('Typed'), draft('Stored', { takenBack: ['Old'] }))).toMatchObject({ text: 'Typed', takenBack: ['Old', 'Stored'] })
  })

  it('is the stored draft where nothing was typed', () => {
    expect(merged(here('', { accountId: 'a' }), draft('Stored', { accountId: 'b' }))).toMatchObject({
      text: 'Stored',
      accountId: 'a',
      takenBack: [],
    })
  })

  it('never brings a text to other people than it was written to', () => {
    const bo = here('', { recipients: [BO] })
    expect(merged(bo, draft('Dear Anna', { recipients: [ANNA] }))).toMatchObject({ text: '', recipients: [BO], takenBack: ['Dear Anna'] })
    expect(merged(here(''), draft('Dear Anna', { recipients: [ANNA] }))).toMatchObject({ text: 'Dear Anna', recipients: [ANNA] })
  })
})
