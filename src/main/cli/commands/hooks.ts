import { HOOK_VERDICTS, type Hook } from '../../../shared/contract/hooks.ts'
import { VERDICT_SENTENCES, VERDICT_WORDS } from '../../../shared/hooks/words.ts'
import { findAccount } from '../accounts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { counted, facts, isoTime, isoTimeOrNull, localTime, table } from '../format.ts'
import { readId } from '../ids.ts'
import { collect } from '../pages.ts'
import { UsageError } from '../usage-error.ts'
import { readLimit } from '../values.ts'

/** `hooks list` */
export const listHooks: RunCommand = async (invocation) => {
  const { options } = invocation
  const limit = readLimit(options.limit)
  const verdict = HOOK_VERDICTS.find((known) => known === options.verdict)
  if (options.verdict !== undefined && verdict === undefined) throw new UsageError(`--verdict takes one of: ${HOOK_VERDICTS.join(', ')}.`)
  return withDesk(invocation, false, async ({ client }) => {
    const filter = {
      ...(options.account === undefined ? {} : { accountId: (await findAccount(client, options.account)).id }),
      ...(verdict === undefined ? {} : { verdict }),
      ...(options.search === undefined ? {} : { search: options.search }),
    }
    const hooks = await collect(limit, async (size, before) => {
      const page = await client.hooks.list({ ...filter, limit: size, ...(before === null ? {} : { before }) })
      return { items: page.hooks, next: page.next }
    })
    const rows = hooks.map((hook) => [hook.id, localTime(hook.receivedAt), hook.accountName ?? '', hook.words, VERDICT_WORDS[hook.verdict]])
    return {
      json: { hooks: hooks.map(hookView) },
      text: rows.length === 0 ? 'There are no such requests.' : table(['ID', 'TIME', 'ACCOUNT', 'WHAT', 'VERDICT'], rows),
    }
  })
}

/** `hooks show ID` */
export const showHook: RunCommand = async (invocation) => {
  const id = readId('hook', invocation.words[0] ?? '')
  return withDesk(invocation, false, async ({ client }) => {
    const hook = await client.hooks.get({ id })
    const sections = [
      facts([
        ['Id', hook.id],
        ['Time', localTime(hook.receivedAt)],
        ['Account', hook.accountName ?? ''],
        ['What', hook.words],
        ['Verdict', [VERDICT_SENTENCES[hook.verdict], hook.detail ?? ''].join(' ').trim()],
        ['Message', hook.message?.id ?? ''],
      ]),
      ...hook.statements.map(({ words, text, facts: about }) =>
        facts([
          ['Says', words],
          ...(text === null ? [] : [['Text', text] as const]),
          ...about.map(({ label, value }) => [label, value] as const),
        ]),
      ),
      facts([
        ['Method', hook.method],
        ['Content type', hook.contentType],
        ['Query', hook.query],
        ['Body', hook.body],
      ]),
    ]
    return {
      json: { ...hook, ...hookView(hook), appliedAt: isoTimeOrNull(hook.appliedAt) },
      text: sections.join('\n\n'),
    }
  })
}

/** `hooks replay ID` and `hooks replay --unreadable` */
export const replayHooks: RunCommand = async (invocation) => {
  const { words, options } = invocation
  const all = options.unreadable === true
  if (all !== (words.length === 0)) throw new UsageError('“hooks replay” needs the id of a request, or --unreadable and no id.')
  if (!all && options.account !== undefined) throw new UsageError('“hooks replay” takes --account together with --unreadable only.')
  const id = all ? '' : readId('hook', words[0] ?? '')
  return withDesk(invocation, false, async ({ client }) => {
    if (!all) {
      const { hook, changed } = await client.hooks.replay({ id })
      return {
        json: { hook: hookView(hook), changed },
        text: `${hook.words}: ${changed ? 'applied again.' : 'applied again, nothing changed.'}`,
      }
    }
    const accountId = options.account === undefined ? undefined : (await findAccount(client, options.account)).id
    const done = await client.hooks.replayUnreadable(accountId === undefined ? {} : { accountId })
    return {
      json: done,
      text: `${counted(done.read, 'request')} could be read now, ${done.stillUnreadable} still could not.`,
    }
  })
}

function hookView(hook: Hook) {
  return { ...hook, receivedAt: isoTime(hook.receivedAt) }
}
