import type { Config } from './config.ts'
import { read } from './config.ts'
import { fieldsInAddress } from './address.ts'
import { readSettings } from './settings.ts'

/** A name for a secret, followed by a value that is no field: it was typed into the template. */
const TYPED_SECRET =
  /(?:passw(?:or)?d|pwd|secret|token|api[_-]?key|authorization)["']?\s*[=:]\s*["']?(?!\s*["']?(?:\w+\s+)?\{\{)(?:\w+\s+)?[^\s"'{}&]{4,}/i

/** What is allowed but unwise, by field key, as sentences (§4, §5). Never throws. */
export function warningsOf(config: Config): Record<string, string> {
  const warnings = new Map<string, string>()
  for (const key of ['url', 'body', 'headers']) {
    if (!TYPED_SECRET.test(read(config, key))) continue
    warnings.set(
      key,
      'This seems to hold a password or key. Put it into “Password” or “Token” below and write {{password}} or {{token}} here: only there is it kept safe.',
    )
  }
  const { settings } = readSettings(config)
  if (settings === null) return Object.fromEntries(warnings)
  const { request, answer } = settings
  const secret = fieldsInAddress(request.address).find((name) => name === 'password' || name === 'token')
  if (secret !== undefined) {
    warnings.set(
      'url',
      `The ${secret} travels in the address, where servers on the way may write it down. If the gateway also takes it in the body or a header, put it there.`,
    )
  }
  if (!request.fields.has('from'))
    warnings.set('sender', 'The sender is not handed over, since {{from}} is not written anywhere: recipients see what the gateway sets.')
  if (answer.id === null && answer.rule === null) {
    warnings.set('idPath', 'Without a message id or a “Sign that it was taken”, every answer that is no error counts as taken.')
  }
  if (request.body.kind === 'none' && read(config, 'body') !== '')
    warnings.set('body', 'With this way of sending, nothing is sent from here.')
  return Object.fromEntries(warnings)
}
