import type { HostSentences } from '../index.ts'

export const tunnels: HostSentences = {
  'Cloudflare gives no more quick tunnels just now.': 'Cloudflare ger inga fler snabbtunnlar just nu.',
  '{service} did not accept the token.': '{service} godtog inte token.',
  'Copy the token again from {where:sentence} and store it here.': 'Kopiera token igen från {where} och spara den här.',
  'the page of your tunnel in the Cloudflare dashboard': 'sidan för din tunnel i Cloudflares kontrollpanel',
  'dashboard.ngrok.com under “Your Authtoken”': 'dashboard.ngrok.com under ”Your Authtoken”',
  '{service} says that the address is in use by another tunnel.': '{service} säger att adressen används av en annan tunnel.',
  'Stop cloudflared where else it runs.': 'Stoppa cloudflared där det annars körs.',
  'The localtunnel server gives no address.': 'localtunnel-servern ger ingen adress.',
  'Check the server’s address, and the name you wished for, or leave that empty.':
    'Kontrollera serverns adress och namnet du önskade, eller lämna det tomt.',
  'ngrok needs a token.': 'ngrok behöver en token.',
  'Sign up at ngrok.com, copy the token from dashboard.ngrok.com under “Your Authtoken” and store it here.':
    'Skaffa ett konto på ngrok.com, kopiera token från dashboard.ngrok.com under ”Your Authtoken” och spara den här.',
  'ngrok already runs somewhere else with this token, and the plan allows one at a time.':
    'ngrok körs redan någon annanstans med den här token, och abonnemanget tillåter en åt gången.',
  'End it on the other computer.': 'Avsluta det på den andra datorn.',
  'End the other tunnel, or leave the address empty.': 'Avsluta den andra tunneln, eller lämna adressen tom.',
  'ngrok does not let this account use that address.': 'ngrok låter inte det här kontot använda adressen.',
  'Reserve the domain at ngrok first, or leave the address empty.': 'Reservera domänen hos ngrok först, eller lämna adressen tom.',
  'That address is reserved for another account at ngrok.': 'Adressen är reserverad för ett annat konto hos ngrok.',
  'Enter a domain of your own, or leave the address empty.': 'Ange en egen domän, eller lämna adressen tom.',
  'ngrok does not start (its error {number}).': 'ngrok startar inte (dess fel {number}).',
  'ngrok.com/docs/errors explains error {number}.': 'ngrok.com/docs/errors förklarar fel {number}.',
  'The tunnel’s service could not be reached.': 'Tunnelns tjänst gick inte att nå.',
  'Check that this computer is on the internet. A firewall may also be in the way.':
    'Kontrollera att datorn är ansluten till internet. En brandvägg kan också vara i vägen.',
  'The tunnel was started but did not come up in time.': 'Tunneln startades men kom inte igång i tid.',
  'If this goes on, update the program, or choose another way.': 'Om det fortsätter, uppdatera programmet eller välj en annan väg.',
  'The tunnel ended by itself.': 'Tunneln avslutades av sig själv.',
  'The listener does not run, so there is nothing a tunnel could lead to.':
    'Lyssnaren är inte igång, så det finns inget som en tunnel kan leda till.',
  'Choose another port for the listener first.': 'Välj först en annan port för lyssnaren.',
  'Open PowerShell and run: winget install --id Cloudflare.cloudflared':
    'Öppna PowerShell och kör: winget install --id Cloudflare.cloudflared',
  'Open Terminal and run: brew install cloudflared': 'Öppna Terminal och kör: brew install cloudflared',
  'Install the package cloudflared from pkg.cloudflare.com.': 'Installera paketet cloudflared från pkg.cloudflare.com.',
  'Open PowerShell and run: winget install ngrok.ngrok': 'Öppna PowerShell och kör: winget install ngrok.ngrok',
  'Open Terminal and run: brew install ngrok': 'Öppna Terminal och kör: brew install ngrok',
  'Install it as ngrok.com/download says for Linux.': 'Installera det som ngrok.com/download beskriver för Linux.',
  'Open Settings › System › Optional features and add “OpenSSH Client”.':
    'Öppna Inställningar › System › Valfria funktioner och lägg till ”OpenSSH-klient”.',
  'It is part of macOS; ask whoever looks after this computer why it is gone.':
    'Det ingår i macOS; fråga den som sköter datorn varför det saknas.',
  'Install the package openssh-client.': 'Installera paketet openssh-client.',
  'Install {program}.': 'Installera {program}.',
  'The program {program} is not on this computer.': 'Programmet {program} finns inte på den här datorn.',
  '{how:sentence} Then press Start again.': '{how} Tryck sedan på Starta igen.',
  'The program {program} is on this computer but cannot be started.':
    'Programmet {program} finns på den här datorn men går inte att starta.',
  'Install it anew, then press Start again.': 'Installera om det och tryck sedan på Starta igen.',
  'Enter the address, such as https://texts.example.com.': 'Ange adressen, till exempel https://texts.example.com.',
  'This is not a web address. It should begin with https:// and have no blanks.':
    'Det här är ingen webbadress. Den ska börja med https:// och inte ha några mellanslag.',
  'Leave out the user name and password: providers call the address as it is.':
    'Utelämna användarnamnet och lösenordet: leverantörer anropar adressen som den är.',
  'Leave out everything from the “?” or “#” on.': 'Utelämna allt från ”?” eller ”#” och framåt.',
  'The address must begin with https://. Without it, anybody on the way could read what your customers write.':
    'Adressen måste börja med https://. Annars kan vem som helst på vägen läsa vad dina kunder skriver.',
  'Choose first how the internet reaches this computer.': 'Välj först hur internet når den här datorn.',
  'A Cloudflare tunnel with an address of your own needs its token. Store the token first.':
    'En Cloudflare-tunnel med egen adress behöver sin token. Spara token först.',
  'The name has 4 to 63 small letters, digits and dashes.': 'Namnet har 4 till 63 små bokstäver, siffror och bindestreck.',
  'Enter the name of the server, such as gate.example.com.': 'Ange serverns namn, till exempel gate.example.com.',
  'Enter the user name on the server: letters, digits, dots and dashes.':
    'Ange användarnamnet på servern: bokstäver, siffror, punkter och bindestreck.',
  'Enter the whole path of the key file, from / or the drive letter on, or leave it empty.':
    'Ange hela sökvägen till nyckelfilen, från / eller enhetsbokstaven, eller lämna den tom.',
  'The server did not accept the key.': 'Servern godtog inte nyckeln.',
  'Check the user name, and that the server knows this computer’s public key. A key with a passphrase must be in the key agent.':
    'Kontrollera användarnamnet och att servern känner till datorns publika nyckel. En nyckel med lösenfras måste finnas i nyckelagenten.',
  'This computer has never met the server, so SMS Desk does not trust it.':
    'Den här datorn har aldrig mött servern, så SMS Desk litar inte på den.',
  'Connect to it once by hand (ssh user@server) and compare the fingerprint with that of your server, then press Start again.':
    'Anslut till den en gång för hand (ssh user@server) och jämför fingeravtrycket med din servers, och tryck sedan på Starta igen.',
  'The server is not the one this computer knows by that name: its key has changed.':
    'Servern är inte den som datorn känner under det namnet: dess nyckel har ändrats.',
  'Do not go on before whoever looks after the server says why. Then remove the old key with ssh-keygen -R.':
    'Fortsätt inte förrän den som sköter servern har sagt varför. Ta sedan bort den gamla nyckeln med ssh-keygen -R.',
  'The server does not give out the port: another connection has it, or forwarding is not allowed there.':
    'Servern lämnar inte ut porten: en annan anslutning har den, eller så är vidarebefordran inte tillåten där.',
  'Choose another port on the server, or end the other connection.': 'Välj en annan port på servern, eller avsluta den andra anslutningen.',
}
