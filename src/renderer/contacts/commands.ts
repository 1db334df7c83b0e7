import { goTo } from '../app/routes.ts'
import type { CommandSource } from '../palette/command.ts'

/** People: bringing them, adding one, and their lists. */
export const contactCommands: CommandSource = ({ commands: words }) => [
  {
    id: 'contacts.import',
    title: words('import.title'),
    kind: words('kind.contacts'),
    icon: 'upload',
    words: words('import.words'),
    run: () => goTo('import'),
  },
  {
    id: 'contacts.new',
    title: words('newContact.title'),
    kind: words('kind.contacts'),
    icon: 'plus',
    words: words('newContact.words'),
    run: () => goTo('contacts', 'new'),
  },
  {
    id: 'contacts.groups',
    title: words('groups.title'),
    kind: words('kind.contacts'),
    icon: 'group',
    words: words('groups.words'),
    run: () => goTo('contacts', 'groups'),
  },
  {
    id: 'contacts.opt-outs',
    title: words('optOuts.title'),
    kind: words('kind.contacts'),
    icon: 'close',
    words: words('optOuts.words'),
    run: () => goTo('contacts', 'opt-outs'),
  },
  {
    id: 'contacts.imports',
    title: words('imports.title'),
    kind: words('kind.contacts'),
    icon: 'clock',
    words: words('imports.words'),
    run: () => goTo('contacts', 'imports'),
  },
]
