import type { Values } from './fields.ts'

/** Everything that needs escaping somewhere. */
const AWKWARD = 'He said “yes”: "a\\b"\n\t{{text}} </x> \u2028 😀 &=?#%41/..'

/** What a template is tried with when it is saved: everything that needs escaping, and nothing at all. */
export const SAMPLES: readonly Values[] = [
  {
    to: '46701740605',
    from: AWKWARD,
    text: AWKWARD,
    id: 'id',
    unicode: true,
    secrets: { username: AWKWARD, password: AWKWARD, token: AWKWARD, callback: AWKWARD },
  },
  { to: '+46701740605', from: '', text: '', id: '', unicode: false, secrets: { username: '', password: '', token: '', callback: '' } },
]
