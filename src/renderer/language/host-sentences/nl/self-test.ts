import type { HostSentences } from '../index.ts'

export const selfTest: HostSentences = {
  'The listener does not run.': 'De ontvanger draait niet.',
  'Choose another port for it in step 1.': 'Kies er in stap 1 een andere poort voor.',
  'The listener does not answer on this computer itself.': 'De ontvanger antwoordt zelfs op deze computer niet.',
  'A security program may be in the way. Try another port in step 1, or start SMS Desk again.':
    'Misschien zit een beveiligingsprogramma in de weg. Probeer een andere poort in stap 1, of start SMS Desk opnieuw.',
  'Nothing leads from the internet to this computer yet.': 'Er leidt nog niets van internet naar deze computer.',
  'Choose a way in step 2.': 'Kies een weg in stap 2.',
  'The tunnel is not started.': 'De tunnel is niet gestart.',
  'Press Start in step 2.': 'Druk op Starten in stap 2.',
  'The tunnel is just being started.': 'De tunnel wordt net gestart.',
  'Wait a moment, then test again.': 'Wacht even en test dan opnieuw.',
  'Check the network, then test again.': 'Controleer het netwerk en test dan opnieuw.',
  'The internet does not know the name in the address (DNS).': 'Het internet kent de naam in het adres niet (DNS).',
  'Check the address for typing mistakes. A new name can take some minutes; ask whoever looks after your domain.':
    'Controleer het adres op typefouten. Een nieuwe naam kan een paar minuten duren; vraag het wie uw domein beheert.',
  'The address exists, but nothing takes the connection.': 'Het adres bestaat, maar niets neemt de verbinding aan.',
  'Check that the port is forwarded in the router, and that the reverse proxy or tunnel runs.':
    'Controleer of de poort in de router wordt doorgestuurd en of de reverse proxy of tunnel draait.',
  'The address could not be reached in time.': 'Het adres was niet op tijd bereikbaar.',
  'A firewall or router drops the connection. Some routers also cannot reach their own public address from inside: then test from a phone without WLAN.':
    'Een firewall of router laat de verbinding vallen. Sommige routers kunnen hun eigen openbare adres ook niet van binnenuit bereiken: test dan met een telefoon zonder wifi.',
  'No secure connection could be made: something answers that does not speak HTTPS.':
    'Er kon geen beveiligde verbinding worden gemaakt: wat er antwoordt, spreekt geen HTTPS.',
  'Check that the address leads to the port for HTTPS, usually 443.':
    'Controleer of het adres naar de poort voor HTTPS leidt, meestal 443.',
  'The certificate of the address has expired.': 'Het certificaat van het adres is verlopen.',
  'Renew it on the server that answers there. Providers turn away as well.':
    'Vernieuw het op de server die daar antwoordt. Ook providers haken hier af.',
  'The certificate belongs to another name than the address.': 'Het certificaat hoort bij een andere naam dan die van het adres.',
  'Use the name the certificate is for, or get one for this name.':
    'Gebruik de naam waar het certificaat voor is, of neem er een voor deze naam.',
  'The certificate is not from an authority that others trust; it may be self-signed.':
    'Het certificaat komt niet van een instantie die anderen vertrouwen; misschien is het zelfondertekend.',
  'Get a certificate from a public authority, such as Let’s Encrypt. Providers turn away as well.':
    'Neem een certificaat van een openbare instantie, zoals Let’s Encrypt. Ook providers haken hier af.',
  'The address sends callers on to another one, and providers do not follow.':
    'Het adres stuurt door naar een ander, en providers volgen dat niet.',
  'Use the address it sends on to, with https:// and the exact name.':
    'Gebruik het adres waarnaar het doorstuurt, met https:// en de exacte naam.',
  'Requests reach SMS Desk, but their path is changed on the way.': 'Aanroepen bereiken SMS Desk, maar hun pad wordt onderweg veranderd.',
  'Set the proxy to pass the path on as it is, from /hooks/ on.':
    'Stel de proxy zo in dat hij het pad vanaf /hooks/ ongewijzigd doorgeeft.',
  'Another program answers at the address.': 'Op het adres antwoordt een ander programma.',
  'Check that the address leads to the listener of step 1, and to this computer.':
    'Controleer of het adres naar de ontvanger van stap 1 leidt, en naar deze computer.',
  'The address asks for a password or a click, which no provider can give.':
    'Het adres vraagt om een wachtwoord of een klik, en die kan geen provider geven.',
  'Switch off the login or the warning page for paths that begin with /hooks/.':
    'Zet de aanmelding of de waarschuwingspagina uit voor paden die met /hooks/ beginnen.',
  'The tunnel’s server answers, but cannot reach this computer.':
    'De server van de tunnel antwoordt, maar kan deze computer niet bereiken.',
  'Check that tunnel or proxy leads to the address of step 1. Stop and start the tunnel, then test again.':
    'Controleer of de tunnel of proxy naar het adres van stap 1 leidt. Stop en start de tunnel en test dan opnieuw.',
  'The connection was cut before anything came to SMS Desk.': 'De verbinding werd verbroken voordat er iets bij SMS Desk aankwam.',
  'Stop and start the tunnel, then test again.': 'Stop en start de tunnel en test dan opnieuw.',
  'The request came in, but its answer was cut off on the way back.':
    'De aanroep kwam binnen, maar het antwoord werd op de terugweg afgebroken.',
  'No answer came within 10 seconds. Providers give up by then.': 'Er kwam binnen 10 seconden geen antwoord. Providers geven het dan op.',
  'Check what else uses the connection; stop and start the tunnel. If it stays so, choose another way.':
    'Controleer wat de verbinding nog meer gebruikt; stop en start de tunnel. Blijft het zo, kies dan een andere weg.',
  'Something on the way changes what is sent: the test came in with other words.':
    'Iets onderweg verandert wat wordt verzonden: de test kwam met andere woorden binnen.',
  'Switch off filters or “security” that rewrite requests on the proxy.':
    'Zet filters of ‘beveiliging’ uit die aanroepen op de proxy herschrijven.',
  'Something on the way changes the answer: providers would believe that SMS Desk does not take their reports.':
    'Iets onderweg verandert het antwoord: providers zouden denken dat SMS Desk hun rapporten niet aanneemt.',
  'Switch off error pages and filters of the proxy for paths that begin with /hooks/.':
    'Zet foutpagina’s en filters van de proxy uit voor paden die met /hooks/ beginnen.',
  'It is tried again by itself; test again when it runs.': 'Het wordt vanzelf opnieuw geprobeerd; test opnieuw als hij draait.',
}
