import type { TunnelChoice, TunnelKind, TunnelState } from '../../../shared/contract/listener.ts'
import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import type { Tone } from '../../components/Chip.tsx'
import type { Words } from '../../language/words.ts'

/** Ways from the internet to this computer, in the order in which they are offered: what most can use comes first. */
export const WAYS = ['cloudflared', 'ngrok', 'own_url', 'ssh', 'localtunnel'] as const satisfies readonly TunnelKind[]

/** What to do before a way is taken, in order. */
export function beforeWords(words: Words<'listener'>, kind: TunnelKind): string[] {
  switch (kind) {
    case 'cloudflared':
      return [words('ways.cloudflared.before.install')]
    case 'ngrok':
      return [words('ways.ngrok.before.signUp'), words('ways.ngrok.before.install')]
    case 'own_url':
      return [words('ways.own_url.before.address')]
    case 'ssh':
      return [words('ways.ssh.before.pass'), words('ways.ssh.before.key')]
    case 'localtunnel':
      return []
  }
}

/** What a form starts with. */
export function emptyChoice(kind: TunnelKind): TunnelChoice {
  switch (kind) {
    case 'own_url':
    case 'cloudflared':
    case 'ngrok':
      return { kind, url: '' }
    case 'ssh':
      return { kind, host: '', port: 22, user: '', remotePort: 8_080, keyFile: '', url: '' }
    case 'localtunnel':
      return { kind, host: 'https://localtunnel.me', subdomain: '' }
  }
}

/** A tunnel's state in a word or two. */
export function stateWords(words: Words<'listener'>, state: TunnelState): { text: string; tone: Tone } {
  switch (state.state) {
    case 'off':
      return { text: words('states.off'), tone: 'plain' }
    case 'starting':
      return { text: words('states.starting'), tone: 'accent' }
    case 'running':
      return { text: words('states.running'), tone: 'ok' }
    case 'broken':
      return { text: state.retryAt === null ? words('states.notRunning') : words('states.tryingAgain'), tone: 'warn' }
  }
}

/**
 * What becomes of reports and replies that a provider has while the desk is closed, in honest words.
 * @param tag of the language
 * @param name of the provider, as it stands at the start of a sentence
 */
export function awayWords(
  words: Words<'listener'>,
  tag: string,
  name: string,
  {
    receiptsByHook,
    inbound,
    missedCalls,
    statusQuery,
  }: Pick<ProviderCapabilities, 'receiptsByHook' | 'inbound' | 'missedCalls' | 'statusQuery'>,
): string | null {
  if (statusQuery) return words(inbound ? 'away.askedNoReplies' : 'away.asked', { provider: name })
  const what = [
    ...(receiptsByHook ? [words('away.reports')] : []),
    ...(inbound ? [words('away.replies')] : []),
    ...(missedCalls ? [words('away.missedCalls')] : []),
  ]
  if (what.length === 0) return null
  return words('away.lost', { provider: name, what: new Intl.ListFormat(tag, { type: 'conjunction' }).format(what) })
}
