import type { HostSentences } from '../index.ts'

export const listener: HostSentences = {
  'Nothing leads from the internet to this computer just now. Start the tunnel first.':
    'Op dit moment leidt er niets van internet naar deze computer. Start eerst de tunnel.',
  'This provider is told the address by you, not by SMS Desk.': 'Deze provider krijgt het adres van u, niet van SMS Desk.',
  'Delivery reports and replies cannot come in; sending works.': 'Afleverrapporten en antwoorden kunnen niet binnenkomen; verzenden werkt.',
  'Another program already uses port {port}. {effect:sentence} Close that program or choose another port in Settings › Listener.':
    'Een ander programma gebruikt poort {port} al. {effect} Sluit dat programma of kies een andere poort bij Instellingen › Ontvanger.',
  'This computer does not let SMS Desk use port {port}. {effect:sentence} Choose a port above 1024 in Settings › Listener.':
    'Deze computer laat SMS Desk poort {port} niet gebruiken. {effect} Kies een poort boven 1024 bij Instellingen › Ontvanger.',
  'The listener could not be started on port {port}. {effect:sentence} Choose another port in Settings › Listener.':
    'De ontvanger kon niet worden gestart op poort {port}. {effect} Kies een andere poort bij Instellingen › Ontvanger.',
}
