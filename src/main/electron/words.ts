import type { Language } from '../../shared/language.ts'

/** What the desktop shell itself says: in its menus, on its icon, and where there is no window. */
export interface ShellWords {
  couldNotStart: { title: string; text: string }
  /** How many conversations are unread, one or more. */
  unread(count: number): string
  menu: MenuWords
}

/** The items of the menus, as the systems themselves call them. */
export interface MenuWords {
  file: string
  edit: string
  view: string
  window: string
  about: string
  services: string
  hide: string
  hideOthers: string
  showAll: string
  quit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  delete: string
  selectAll: string
  actualSize: string
  zoomIn: string
  zoomOut: string
  fullScreen: string
  minimize: string
  zoom: string
  bringAllToFront: string
  close: string
}

const WORDS: Readonly<Record<Language, ShellWords>> = {
  en: {
    couldNotStart: { title: 'SMS Desk could not start', text: 'Please start it again.' },
    unread: (count) => (count === 1 ? '1 unread conversation' : `${count} unread conversations`),
    menu: {
      file: 'File',
      edit: 'Edit',
      view: 'View',
      window: 'Window',
      about: 'About SMS Desk',
      services: 'Services',
      hide: 'Hide SMS Desk',
      hideOthers: 'Hide Others',
      showAll: 'Show All',
      quit: 'Quit SMS Desk',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      delete: 'Delete',
      selectAll: 'Select All',
      actualSize: 'Actual Size',
      zoomIn: 'Zoom In',
      zoomOut: 'Zoom Out',
      fullScreen: 'Toggle Full Screen',
      minimize: 'Minimize',
      zoom: 'Zoom',
      bringAllToFront: 'Bring All to Front',
      close: 'Close',
    },
  },
  sv: {
    couldNotStart: { title: 'SMS Desk kunde inte starta', text: 'Starta programmet igen.' },
    unread: (count) => (count === 1 ? '1 oläst konversation' : `${count} olästa konversationer`),
    menu: {
      file: 'Arkiv',
      edit: 'Redigera',
      view: 'Visa',
      window: 'Fönster',
      about: 'Om SMS Desk',
      services: 'Tjänster',
      hide: 'Göm SMS Desk',
      hideOthers: 'Göm övriga',
      showAll: 'Visa alla',
      quit: 'Avsluta SMS Desk',
      undo: 'Ångra',
      redo: 'Gör om',
      cut: 'Klipp ut',
      copy: 'Kopiera',
      paste: 'Klistra in',
      delete: 'Ta bort',
      selectAll: 'Markera allt',
      actualSize: 'Verklig storlek',
      zoomIn: 'Zooma in',
      zoomOut: 'Zooma ut',
      fullScreen: 'Helskärm på/av',
      minimize: 'Minimera',
      zoom: 'Zooma',
      bringAllToFront: 'Lägg alla överst',
      close: 'Stäng',
    },
  },
  nl: {
    couldNotStart: { title: 'SMS Desk kon niet starten', text: 'Start het programma opnieuw.' },
    unread: (count) => (count === 1 ? '1 ongelezen gesprek' : `${count} ongelezen gesprekken`),
    menu: {
      file: 'Bestand',
      edit: 'Bewerken',
      view: 'Beeld',
      window: 'Venster',
      about: 'Over SMS Desk',
      services: 'Voorzieningen',
      hide: 'Verberg SMS Desk',
      hideOthers: 'Verberg andere',
      showAll: 'Toon alles',
      quit: 'SMS Desk afsluiten',
      undo: 'Ongedaan maken',
      redo: 'Opnieuw',
      cut: 'Knippen',
      copy: 'Kopiëren',
      paste: 'Plakken',
      delete: 'Verwijderen',
      selectAll: 'Alles selecteren',
      actualSize: 'Werkelijke grootte',
      zoomIn: 'Inzoomen',
      zoomOut: 'Uitzoomen',
      fullScreen: 'Volledig scherm aan/uit',
      minimize: 'Minimaliseren',
      zoom: 'Vergroten/verkleinen',
      bringAllToFront: 'Alles op voorgrond',
      close: 'Sluiten',
    },
  },
}

/** The shell's words in a language. */
export function shellWords(language: Language): ShellWords {
  return WORDS[language]
}
