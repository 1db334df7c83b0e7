import type { HostSentences } from '../index.ts'

export const listener: HostSentences = {
  'Nothing leads from the internet to this computer just now. Start the tunnel first.':
    'Just nu leder inget från internet till den här datorn. Starta tunneln först.',
  'This provider is told the address by you, not by SMS Desk.': 'Den här leverantören får adressen av dig, inte av SMS Desk.',
  'Delivery reports and replies cannot come in; sending works.': 'Leveransrapporter och svar kan inte komma in; det går att skicka.',
  'Another program already uses port {port}. {effect:sentence} Close that program or choose another port in Settings › Listener.':
    'Ett annat program använder redan port {port}. {effect} Stäng det programmet eller välj en annan port i Inställningar › Lyssnare.',
  'This computer does not let SMS Desk use port {port}. {effect:sentence} Choose a port above 1024 in Settings › Listener.':
    'Den här datorn låter inte SMS Desk använda port {port}. {effect} Välj en port över 1024 i Inställningar › Lyssnare.',
  'The listener could not be started on port {port}. {effect:sentence} Choose another port in Settings › Listener.':
    'Lyssnaren kunde inte startas på port {port}. {effect} Välj en annan port i Inställningar › Lyssnare.',
}
