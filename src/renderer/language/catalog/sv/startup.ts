import type { Catalog } from '../index.ts'

export const startup: Catalog['startup'] = {
  problems: {
    folder_not_writable: { title: 'SMS Desk kan inte skriva sina data', reassurance: 'Inget ändrades, och inget skickades.' },
    folder_in_use: {
      title: 'SMS Desk är redan igång',
      reassurance: 'Bara ett i taget arbetar med de här uppgifterna, så att inget sms går ut två gånger.',
    },
    database_newer: {
      title: 'De här uppgifterna hör till ett nyare SMS Desk',
      reassurance: 'Dina kontakter och meddelanden är i säkerhet i filen nedan. Den här versionen kan inte läsa dem.',
    },
    database_damaged: { title: 'Dina uppgifter går inte att öppna' },
    settings_damaged: { title: 'Inställningarna på den här datorn går inte att läsa' },
    vault_locked: { title: 'Lås upp dina nycklar', reassurance: 'Bara du kan lösenfrasen. Ingen kan ta fram den eller återställa den.' },
    startup_failed: { title: 'SMS Desk kunde inte starta' },
  },
  paths: { folder: 'Mapp', dataFile: 'Datafil', settingsFile: 'Inställningsfil' },
  retry: 'Försök igen',
  unchanged: 'Det är fortfarande likadant. Inget ändrades.',
  resetSettings: 'Starta med standardinställningar',
  installNewer: 'Installera det nyare SMS Desk på den här datorn, ovanpå det här. Dina uppgifter ligger kvar där de är.',
  unlock: {
    passphrase: 'Lösenfras',
    show: 'Visa lösenfrasen medan du skriver',
    start: 'Lås upp',
  },
  backups: {
    label: 'Säkerhetskopior i datamappen',
    latest: '{moment}<note> · senaste</note>',
    goBack: 'Gå tillbaka till den här säkerhetskopian…',
    title: 'Gå tillbaka till den här säkerhetskopian?',
    confirm: 'Använd säkerhetskopian',
    means:
      'SMS Desk fortsätter som det var {moment}. Det som skickades eller togs emot därefter finns inte i säkerhetskopian. Den skadade filen sparas bredvid, så att en expert fortfarande kan titta på den.',
  },
}
