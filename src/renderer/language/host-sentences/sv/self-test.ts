import type { HostSentences } from '../index.ts'

export const selfTest: HostSentences = {
  'The listener does not run.': 'Lyssnaren är inte igång.',
  'Choose another port for it in step 1.': 'Välj en annan port för den i steg 1.',
  'The listener does not answer on this computer itself.': 'Lyssnaren svarar inte ens på den här datorn.',
  'A security program may be in the way. Try another port in step 1, or start SMS Desk again.':
    'Ett säkerhetsprogram kan vara i vägen. Prova en annan port i steg 1, eller starta om SMS Desk.',
  'Nothing leads from the internet to this computer yet.': 'Inget leder från internet till den här datorn än.',
  'Choose a way in step 2.': 'Välj en väg i steg 2.',
  'The tunnel is not started.': 'Tunneln är inte startad.',
  'Press Start in step 2.': 'Tryck på Starta i steg 2.',
  'The tunnel is just being started.': 'Tunneln håller på att starta.',
  'Wait a moment, then test again.': 'Vänta en stund och testa sedan igen.',
  'Check the network, then test again.': 'Kontrollera nätverket och testa sedan igen.',
  'The internet does not know the name in the address (DNS).': 'Internet känner inte till namnet i adressen (DNS).',
  'Check the address for typing mistakes. A new name can take some minutes; ask whoever looks after your domain.':
    'Kontrollera att adressen är rätt skriven. Ett nytt namn kan ta några minuter; fråga den som sköter er domän.',
  'The address exists, but nothing takes the connection.': 'Adressen finns, men inget tar emot anslutningen.',
  'Check that the port is forwarded in the router, and that the reverse proxy or tunnel runs.':
    'Kontrollera att porten vidarebefordras i routern och att den omvända proxyn eller tunneln är igång.',
  'The address could not be reached in time.': 'Adressen gick inte att nå i tid.',
  'A firewall or router drops the connection. Some routers also cannot reach their own public address from inside: then test from a phone without WLAN.':
    'En brandvägg eller router kastar bort anslutningen. Vissa routrar kan inte heller nå sin egen publika adress inifrån: testa då från en telefon utan wifi.',
  'No secure connection could be made: something answers that does not speak HTTPS.':
    'Det gick inte att upprätta en säker anslutning: det som svarar talar inte HTTPS.',
  'Check that the address leads to the port for HTTPS, usually 443.': 'Kontrollera att adressen leder till porten för HTTPS, oftast 443.',
  'The certificate of the address has expired.': 'Adressens certifikat har gått ut.',
  'Renew it on the server that answers there. Providers turn away as well.':
    'Förnya det på servern som svarar där. Leverantörer vänder också om.',
  'The certificate belongs to another name than the address.': 'Certifikatet hör till ett annat namn än adressens.',
  'Use the name the certificate is for, or get one for this name.':
    'Använd namnet som certifikatet gäller, eller skaffa ett för det här namnet.',
  'The certificate is not from an authority that others trust; it may be self-signed.':
    'Certifikatet kommer inte från en utfärdare som andra litar på; det kan vara självsignerat.',
  'Get a certificate from a public authority, such as Let’s Encrypt. Providers turn away as well.':
    'Skaffa ett certifikat från en allmän utfärdare, till exempel Let’s Encrypt. Leverantörer vänder också om.',
  'The address sends callers on to another one, and providers do not follow.':
    'Adressen skickar vidare till en annan, och leverantörer följer inte med.',
  'Use the address it sends on to, with https:// and the exact name.':
    'Använd adressen som den skickar vidare till, med https:// och exakt namn.',
  'Requests reach SMS Desk, but their path is changed on the way.': 'Anropen når SMS Desk, men sökvägen ändras på vägen.',
  'Set the proxy to pass the path on as it is, from /hooks/ on.':
    'Ställ in proxyn så att den skickar sökvägen vidare som den är, från /hooks/ och framåt.',
  'Another program answers at the address.': 'Ett annat program svarar på adressen.',
  'Check that the address leads to the listener of step 1, and to this computer.':
    'Kontrollera att adressen leder till lyssnaren i steg 1, och till den här datorn.',
  'The address asks for a password or a click, which no provider can give.':
    'Adressen ber om ett lösenord eller ett klick, som ingen leverantör kan ge.',
  'Switch off the login or the warning page for paths that begin with /hooks/.':
    'Stäng av inloggningen eller varningssidan för sökvägar som börjar med /hooks/.',
  'The tunnel’s server answers, but cannot reach this computer.': 'Tunnelns server svarar, men kan inte nå den här datorn.',
  'Check that tunnel or proxy leads to the address of step 1. Stop and start the tunnel, then test again.':
    'Kontrollera att tunneln eller proxyn leder till adressen i steg 1. Stoppa och starta tunneln och testa sedan igen.',
  'The connection was cut before anything came to SMS Desk.': 'Anslutningen bröts innan något kom till SMS Desk.',
  'Stop and start the tunnel, then test again.': 'Stoppa och starta tunneln och testa sedan igen.',
  'The request came in, but its answer was cut off on the way back.': 'Anropet kom in, men svaret bröts på vägen tillbaka.',
  'No answer came within 10 seconds. Providers give up by then.': 'Inget svar kom inom 10 sekunder. Då har leverantörer gett upp.',
  'Check what else uses the connection; stop and start the tunnel. If it stays so, choose another way.':
    'Kontrollera vad mer som använder anslutningen; stoppa och starta tunneln. Om det inte hjälper, välj en annan väg.',
  'Something on the way changes what is sent: the test came in with other words.':
    'Något på vägen ändrar det som skickas: testet kom in med andra ord.',
  'Switch off filters or “security” that rewrite requests on the proxy.': 'Stäng av filter eller ”säkerhet” som skriver om anrop i proxyn.',
  'Something on the way changes the answer: providers would believe that SMS Desk does not take their reports.':
    'Något på vägen ändrar svaret: leverantörer skulle tro att SMS Desk inte tar emot deras rapporter.',
  'Switch off error pages and filters of the proxy for paths that begin with /hooks/.':
    'Stäng av proxyns felsidor och filter för sökvägar som börjar med /hooks/.',
  'It is tried again by itself; test again when it runs.': 'Nya försök görs av sig självt; testa igen när den är igång.',
}
