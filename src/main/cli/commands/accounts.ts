import { Refused } from '../../app/refused.ts'
import type { Account } from '../../../shared/contract/accounts.ts'
import type { DeskClient } from '../../../shared/contract/client.ts'
import { accountFacts, accountView, hookPlaces } from '../account-view.ts'
import type { HookPlace } from '../account-view.ts'
import { findAccount } from '../accounts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk, type Desk } from '../desk.ts'
import { table } from '../format.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { readPairs } from '../values.ts'

/** `accounts add`. Secrets come from environment variables, so that they are in no command history and no process list. */
export const addAccount: RunCommand = async (invocation) => {
  const { words, options, terminal } = invocation
  if (options.name === undefined) throw new UsageError('“accounts add” needs --name, the name the account goes by.')
  const request = {
    provider: words[0] ?? '',
    name: options.name,
    config: readPairs('set', options.set),
    secrets: readSecrets(options.secret, terminal),
  }
  return withDesk(invocation, false, async (desk) => {
    if (Object.keys(request.secrets).length > 0) await refuseToLoseSecrets(desk)
    const account = await desk.client.accounts.add(request)
    const places = await placesOf(desk.client, account)
    const text = `Added “${account.name}” (${account.providerName}).\n${accountFacts(account, places)}`
    const { warnings } = await desk.client.accounts.check({ provider: account.provider, config: account.config })
    const notes = Object.values(warnings)
    const json = { ...accountView(account), hookAddresses: places, warnings: notes }
    return { json, text: [text, ...notes.map((note) => `Note: ${note}`)].join('\n') }
  })
}

/** `accounts list` */
export const listAccounts: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const accounts = await client.accounts.list()
    const rows = accounts.map((account) => [account.name, account.providerName, account.status, String(account.waiting), account.id])
    return {
      json: { accounts: accounts.map(accountView) },
      text: rows.length === 0 ? 'There are no accounts yet.' : table(['NAME', 'PROVIDER', 'STATUS', 'WAITING', 'ID'], rows),
    }
  })

/** `accounts show N` */
export const showAccount: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const account = await findAccount(client, invocation.words[0] ?? '')
    const places = await placesOf(client, account)
    return { json: { ...accountView(account), hookAddresses: places }, text: accountFacts(account, places) }
  })

/** `accounts test N`: a test that fails is an answer, not a failure of the command. */
export const testAccount: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const account = await findAccount(client, invocation.words[0] ?? '')
    const result = await client.accounts.test({ id: account.id })
    return { json: result, text: `${result.ok ? 'It works.' : 'It does not work.'} ${result.message}` }
  })

/** `accounts remove N` */
export const removeAccount: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const { id, name } = await findAccount(client, invocation.words[0] ?? '')
    await client.accounts.remove({ id })
    return { json: { id, name, removed: true }, text: `Removed “${name}”. Its messages stay.` }
  })

async function placesOf(client: DeskClient, account: Account): Promise<HookPlace[]> {
  const providers = await client.accounts.providers()
  return hookPlaces(account, providers.find(({ id }) => id === account.provider)?.hookAddresses ?? [])
}

/** @throws Refused `secret_env_missing`, which names the variable and never a value */
function readSecrets(pairs: readonly string[] | undefined, terminal: Terminal): Record<string, string> {
  const secrets: [string, string][] = []
  for (const [key, variable] of Object.entries(readPairs('secret', pairs))) {
    const value = terminal.env[variable]
    if (value === undefined || value === '') {
      throw new Refused(
        'secret_env_missing',
        `The environment variable named for “${key}” is not set. Put the secret into a variable and give the variable's name, not the secret.`,
      )
    }
    secrets.push([key, value])
  }
  return Object.fromEntries(secrets)
}

/** Keys in the memory of a command are gone with it: the account would never work. */
async function refuseToLoseSecrets({ client, running, secretsKind }: Desk): Promise<void> {
  const { secrets } = await client.desk.status()
  if (running && secretsKind !== undefined && secrets.kind !== secretsKind) {
    throw new Refused(
      'secrets_elsewhere',
      `The desk that runs on this folder keeps its keys in another place (${secrets.kind}). Leave --secrets out, or close the desk first.`,
    )
  }
  if (!running && secrets.kind === 'memory' && secretsKind !== 'memory') {
    throw new Refused(
      'secrets_not_kept',
      'This computer has no keychain that SMS Desk can use, so the keys would be lost when this command ends. Set SMS_DESK_VAULT_PASSPHRASE to keep them in an encrypted file.',
    )
  }
}
