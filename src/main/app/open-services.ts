import type { DeskStatus } from '../../shared/contract/desk.ts'
import { createAccountService } from '../accounts/service.ts'
import { startRemovalCare } from '../contacts/removal-care.ts'
import { createContactService } from '../contacts/service.ts'
import { createConversationService } from '../conversations/service.ts'
import { createDraftService } from '../drafts/service.ts'
import { createExportService } from '../exports/service.ts'
import { createGroupService } from '../groups/service.ts'
import { createHttpClient } from '../http/undici-client.ts'
import { createImportService } from '../imports/service.ts'
import { createLabelService } from '../labels/service.ts'
import { createHookJournal } from '../listener/journal-service.ts'
import { startHookRetention } from '../listener/retention.ts'
import { createProbes } from '../listener/probe.ts'
import { createListenerScreenService } from '../listener/screen-service.ts'
import { createListener } from '../listener/service.ts'
import { createMessageService } from '../messages/service.ts'
import { createNoteService } from '../notes/service.ts'
import { createNotificationService } from '../notifications/service.ts'
import { createOptOutService } from '../opt-outs/service.ts'
import type { Outbox } from '../outbox/service.ts'
import { createOutboxListService } from '../outbox/screen-service.ts'
import { createOutbox } from '../outbox/service.ts'
import { createPriceService } from '../prices/service.ts'
import { createProviders } from '../providers/registry.ts'
import { createReceiptPoller } from '../receipts/poller.ts'
import { createReplyService } from '../replies/service.ts'
import { createSandboxService } from '../sandbox/service.ts'
import { startSearchIndexer } from '../search/indexer.ts'
import { createSearchService } from '../search/service.ts'
import { switchableSecrets } from '../secrets/switchable.ts'
import { createSettingsService } from '../settings/service.ts'
import { createTemplateService } from '../templates/service.ts'
import { findProgram } from '../tunnels/find-program.ts'
import { createLeftover } from '../tunnels/leftover.ts'
import { createTunnelService, TUNNEL_SECRETS } from '../tunnels/service.ts'
import { dataFolderPaths } from './data-folder.ts'
import { startDailyBackup } from './daily-backup.ts'
import type { EventHub } from './events.ts'
import { openSecretsAtStart } from './open-secrets-at-start.ts'
import type { Ports } from './ports.ts'
import type { Services } from './services.ts'
import { version } from './version.ts'

/** Services of an open desk, with what only the app itself calls. */
export interface OpenedServices extends Services {
  status(): Promise<DeskStatus>
  useVault(passphrase: string): Promise<void>
  close(): Promise<void>
}

/**
 * The composition root: opens the data and puts the services together, a page of plain calls. Closes what it
 * opened when a later step fails.
 * @throws StartupFailed
 */
export async function openServices(ports: Ports, events: EventHub, onStoreLost: (error: Error) => void): Promise<OpenedServices> {
  const { clock, log, dataFolder } = ports
  const now = () => clock.now()
  const closers: Array<() => Promise<void>> = []
  const closeAll = async () => {
    const failures: unknown[] = []
    // Whatever fails, the store is closed and the folder given free.
    for (const close of closers.toReversed()) await close().catch((error: unknown) => void failures.push(error))
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures, 'several things could not be closed')
  }

  try {
    const store = await ports.openStore({ dataFolder, log, now, shell: ports.shell, onLost: onStoreLost })
    closers.push(() => store.close())
    const file = ports.openSettingsFile(dataFolder)
    const secrets = switchableSecrets(await openSecretsAtStart(ports, ports.secretsKind ?? file.get().secrets ?? undefined))
    const http = createHttpClient()
    closers.push(() => http.close())
    const adapterContext = { http, now }

    // Accounts, sandbox, listener and outbox know each other; what is made later is reached through these.
    let outbox: Outbox | null = null
    let carrierAddress: () => string | null = () => null

    const settings = createSettingsService({ store, file, events, now })
    const accounts = createAccountService({
      store,
      secrets,
      providers: createProviders({ sandboxAddress: () => carrierAddress() }),
      events,
      now,
      wakeOutbox: () => outbox?.wake(),
      adapterContext,
      defaultCountry: async () => (await settings.get()).defaultCountry,
    })
    const replies = createReplyService({ store, accounts, events, now })
    const contacts = createContactService({ store, settings, events, now })
    const removals = startRemovalCare({ store, events, log, now: now() })
    closers.push(() => removals.stop())
    const groups = createGroupService({ store, events, log, now })
    closers.push(() => groups.close())
    const conversations = createConversationService({ store, contacts, settings, events, now })
    const labels = createLabelService({ store, events, log, now })
    closers.push(() => labels.close())
    const search = createSearchService({ store, contacts })
    const indexer = startSearchIndexer({ store, events, clock, log })
    closers.push(() => indexer.stop())
    const imports = createImportService({ store, settings, events, dataFolder, now })
    closers.push(() => imports.close())
    const drafts = createDraftService({ store, events, now })
    const prices = createPriceService({ store, files: imports, events, now })
    const optOuts = createOptOutService({ store, settings, files: imports, wakeOutbox: () => outbox?.wake(), events, now })

    // Before anything can be claimed anew, a text in the answer to a hook included.
    await store.outbox.recoverOrphans({ now: now() })
    await store.outbox.reckonSchedules()

    const probes = createProbes()
    const listener = await createListener({
      probes,
      port: ports.listenerPort === 'kept' ? file.get().listenerPort : ports.listenerPort,
      store,
      accounts,
      settings,
      events,
      log,
      now,
      setTimer: (ms, task) => clock.setTimer(ms, task),
      wakeOutbox: () => outbox?.wake(),
    })
    closers.push(() => listener.stop())
    if (ports.listenerPort === 'kept' && file.get().listenerPort === 0 && listener.address !== null) {
      file.set({ listenerPort: Number(new URL(listener.address).port) })
    }

    const tunnel = createTunnelService({
      file,
      secrets,
      listenerAddress: () => listener.address,
      http,
      findProgram: (program) => findProgram(program, { platform: process.platform, env: process.env, set: file.get().tunnelPrograms }),
      leftover: createLeftover(dataFolderPaths(dataFolder).tunnel),
      events,
      clock,
      random: ports.random,
      log,
    })
    closers.push(() => tunnel.close())
    const listenerScreen = createListenerScreenService({ listener, tunnel, probes, accounts, store, file, events, now })

    const sandbox = createSandboxService({ accounts, store, listener, events, clock, log })
    carrierAddress = () => sandbox.address
    closers.push(() => sandbox.stop())

    groups.resume()
    labels.resume()
    // Beside everything else: an import of a million rows that was cut off takes a while to take back.
    imports.recover().catch((error: unknown) => log.error('imports.recover_failed', error))
    await listener.applyPending()
    // A tunnel belongs to a desk that stays open. It comes up beside everything else.
    if (ports.listenerPort !== null) tunnel.resume().catch((error: unknown) => log.error('tunnel.fault', error))
    await sandbox.ensure()
    if (ports.dispatch) {
      const backup = startDailyBackup({ store, clock, log })
      closers.push(() => Promise.resolve(backup.stop()))
      const retention = startHookRetention({ store, settings, events, clock, log })
      closers.push(() => retention.stop())
      const dispatcher = createOutbox({
        store,
        accounts,
        settings,
        adapterContext,
        events,
        clock,
        log,
        random: ports.random,
        network: ports.network,
      })
      closers.push(() => dispatcher.stop())
      outbox = dispatcher
      // A command that sends a text and ends does not ask about others.
      if (ports.shell !== 'cli') {
        const poller = createReceiptPoller({ store, accounts, adapterContext, events, clock, log, network: ports.network })
        closers.push(() => poller.stop())
      }
    }
    const messages = createMessageService({
      store,
      accounts,
      settings,
      wakeOutbox: () => outbox?.wake(),
      adapterContext,
      events,
      now,
    })
    const outboxLists = createOutboxListService({
      store,
      accounts,
      rests: () => outbox?.rests() ?? new Map(),
      network: () => outbox?.network() ?? 'online',
      wakeOutbox: () => outbox?.wake(),
      adapterContext,
      events,
      log,
      now,
    })

    return {
      store,
      secrets,
      settings,
      accounts,
      contacts,
      groups,
      optOuts,
      conversations,
      labels,
      drafts,
      prices,
      search,
      imports,
      messages,
      notes: createNoteService({ store, events, now }),
      outboxLists,
      replies,
      listener,
      hookJournal: createHookJournal({ store, settings, listener }),
      listenerScreen,
      tunnel,
      sandbox,
      templates: createTemplateService({ store, events, now }),
      exports: createExportService({ store, settings, pdf: ports.pdf, now }),
      notifications: createNotificationService({ notifier: ports.notifier, events }),
      async status() {
        const [counts, unread, people, accountList] = await Promise.all([
          store.outbox.counts(),
          store.conversations.countUnread(),
          store.contacts.count(),
          store.accounts.list(),
        ])
        return {
          version,
          shell: ports.shell,
          dataFolder,
          secrets: { kind: secrets.kind, reason: secrets.reason },
          listener: { address: listener.address, problem: listener.problem },
          network: outbox?.network() ?? 'online',
          counts: {
            accounts: accountList.length,
            contacts: people,
            unread,
            waiting: counts.waiting,
            scheduled: counts.scheduled,
            held: counts.held,
            missed: counts.missed,
            unconfirmed: counts.unconfirmed,
          },
        }
      },
      async useVault(passphrase) {
        await secrets.moveTo(await ports.openSecrets({ dataFolder, kind: 'vault', passphrase }), [
          ...(await accounts.secretKeys()),
          ...TUNNEL_SECRETS,
        ])
        file.set({ secrets: 'vault' })
        events.changed({ topic: 'desk' })
      },
      close: closeAll,
    }
  } catch (error) {
    await closeAll().catch((closing: unknown) => log.error('desk.close_failed', closing))
    throw error
  }
}
