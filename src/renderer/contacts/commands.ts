import { goTo } from '../app/routes.ts'
import type { CommandSource } from '../palette/command.ts'

/** People: bringing them, adding one, and their lists. */
export const contactCommands: CommandSource = () => [
  {
    id: 'contacts.import',
    title: 'Import contacts',
    kind: 'Contacts',
    icon: 'upload',
    words: 'bring customers people csv vcard excel spreadsheet file',
    run: () => goTo('import'),
  },
  {
    id: 'contacts.new',
    title: 'New contact',
    kind: 'Contacts',
    icon: 'plus',
    words: 'add person customer',
    run: () => goTo('contacts', 'new'),
  },
  {
    id: 'contacts.groups',
    title: 'Groups',
    kind: 'Contacts',
    icon: 'group',
    words: 'people smart lists',
    run: () => goTo('contacts', 'groups'),
  },
  {
    id: 'contacts.opt-outs',
    title: 'Opt-outs',
    kind: 'Contacts',
    icon: 'close',
    words: 'stop no texts unsubscribe consent',
    run: () => goTo('contacts', 'opt-outs'),
  },
  {
    id: 'contacts.imports',
    title: 'Past imports',
    kind: 'Contacts',
    icon: 'clock',
    words: 'undo take back history',
    run: () => goTo('contacts', 'imports'),
  },
]
