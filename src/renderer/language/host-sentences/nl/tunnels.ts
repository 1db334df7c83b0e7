import type { HostSentences } from '../index.ts'

export const tunnels: HostSentences = {
  'Cloudflare gives no more quick tunnels just now.': 'Cloudflare geeft op dit moment geen snelle tunnels meer.',
  '{service} did not accept the token.': '{service} heeft het token niet geaccepteerd.',
  'Copy the token again from {where:sentence} and store it here.': 'Kopieer het token opnieuw van {where} en sla het hier op.',
  'the page of your tunnel in the Cloudflare dashboard': 'de pagina van uw tunnel in het dashboard van Cloudflare',
  'dashboard.ngrok.com under “Your Authtoken”': 'dashboard.ngrok.com onder ‘Your Authtoken’',
  '{service} says that the address is in use by another tunnel.': '{service} zegt dat het adres door een andere tunnel wordt gebruikt.',
  'Stop cloudflared where else it runs.': 'Stop cloudflared waar het nog meer draait.',
  'The localtunnel server gives no address.': 'De localtunnel-server geeft geen adres.',
  'Check the server’s address, and the name you wished for, or leave that empty.':
    'Controleer het adres van de server en de naam die u wenste, of laat die leeg.',
  'ngrok needs a token.': 'ngrok heeft een token nodig.',
  'Sign up at ngrok.com, copy the token from dashboard.ngrok.com under “Your Authtoken” and store it here.':
    'Meld u aan op ngrok.com, kopieer het token van dashboard.ngrok.com onder ‘Your Authtoken’ en sla het hier op.',
  'ngrok already runs somewhere else with this token, and the plan allows one at a time.':
    'ngrok draait al ergens anders met dit token, en het abonnement staat er één tegelijk toe.',
  'End it on the other computer.': 'Stop het op de andere computer.',
  'End the other tunnel, or leave the address empty.': 'Stop de andere tunnel, of laat het adres leeg.',
  'ngrok does not let this account use that address.': 'ngrok laat dit account dat adres niet gebruiken.',
  'Reserve the domain at ngrok first, or leave the address empty.': 'Reserveer het domein eerst bij ngrok, of laat het adres leeg.',
  'That address is reserved for another account at ngrok.': 'Dat adres is bij ngrok voor een ander account gereserveerd.',
  'Enter a domain of your own, or leave the address empty.': 'Voer een eigen domein in, of laat het adres leeg.',
  'ngrok does not start (its error {number}).': 'ngrok start niet (fout {number} van ngrok).',
  'ngrok.com/docs/errors explains error {number}.': 'ngrok.com/docs/errors legt fout {number} uit.',
  'The tunnel’s service could not be reached.': 'De dienst van de tunnel was niet bereikbaar.',
  'Check that this computer is on the internet. A firewall may also be in the way.':
    'Controleer of deze computer internet heeft. Er kan ook een firewall in de weg zitten.',
  'The tunnel was started but did not come up in time.': 'De tunnel is gestart maar kwam niet op tijd op gang.',
  'If this goes on, update the program, or choose another way.': 'Blijft dit zo, werk dan het programma bij of kies een andere weg.',
  'The tunnel ended by itself.': 'De tunnel is vanzelf gestopt.',
  'The listener does not run, so there is nothing a tunnel could lead to.':
    'De ontvanger draait niet, dus er is niets waar een tunnel heen kan leiden.',
  'Choose another port for the listener first.': 'Kies eerst een andere poort voor de ontvanger.',
  'Open PowerShell and run: winget install --id Cloudflare.cloudflared':
    'Open PowerShell en voer uit: winget install --id Cloudflare.cloudflared',
  'Open Terminal and run: brew install cloudflared': 'Open Terminal en voer uit: brew install cloudflared',
  'Install the package cloudflared from pkg.cloudflare.com.': 'Installeer het pakket cloudflared van pkg.cloudflare.com.',
  'Open PowerShell and run: winget install ngrok.ngrok': 'Open PowerShell en voer uit: winget install ngrok.ngrok',
  'Open Terminal and run: brew install ngrok': 'Open Terminal en voer uit: brew install ngrok',
  'Install it as ngrok.com/download says for Linux.': 'Installeer het zoals ngrok.com/download voor Linux beschrijft.',
  'Open Settings › System › Optional features and add “OpenSSH Client”.':
    'Open Instellingen › Systeem › Optionele onderdelen en voeg ‘OpenSSH-client’ toe.',
  'It is part of macOS; ask whoever looks after this computer why it is gone.':
    'Het hoort bij macOS; vraag wie deze computer beheert waarom het weg is.',
  'Install the package openssh-client.': 'Installeer het pakket openssh-client.',
  'Install {program}.': 'Installeer {program}.',
  'The program {program} is not on this computer.': 'Het programma {program} staat niet op deze computer.',
  '{how:sentence} Then press Start again.': '{how} Druk dan opnieuw op Starten.',
  'The program {program} is on this computer but cannot be started.':
    'Het programma {program} staat op deze computer maar kan niet worden gestart.',
  'Install it anew, then press Start again.': 'Installeer het opnieuw en druk dan weer op Starten.',
  'Enter the address, such as https://texts.example.com.': 'Voer het adres in, zoals https://texts.example.com.',
  'This is not a web address. It should begin with https:// and have no blanks.':
    'Dit is geen webadres. Het moet met https:// beginnen en mag geen spaties bevatten.',
  'Leave out the user name and password: providers call the address as it is.':
    'Laat de gebruikersnaam en het wachtwoord weg: providers roepen het adres aan zoals het is.',
  'Leave out everything from the “?” or “#” on.': 'Laat alles vanaf ‘?’ of ‘#’ weg.',
  'The address must begin with https://. Without it, anybody on the way could read what your customers write.':
    'Het adres moet met https:// beginnen. Anders kan iedereen onderweg lezen wat uw klanten schrijven.',
  'Choose first how the internet reaches this computer.': 'Kies eerst hoe het internet deze computer bereikt.',
  'A Cloudflare tunnel with an address of your own needs its token. Store the token first.':
    'Een Cloudflare-tunnel met een eigen adres heeft zijn token nodig. Sla eerst het token op.',
  'The name has 4 to 63 small letters, digits and dashes.': 'De naam heeft 4 tot 63 kleine letters, cijfers en streepjes.',
  'Enter the name of the server, such as gate.example.com.': 'Voer de naam van de server in, zoals gate.example.com.',
  'Enter the user name on the server: letters, digits, dots and dashes.':
    'Voer de gebruikersnaam op de server in: letters, cijfers, punten en streepjes.',
  'Enter the whole path of the key file, from / or the drive letter on, or leave it empty.':
    'Voer het hele pad van het sleutelbestand in, vanaf / of de schijfletter, of laat het leeg.',
  'The server did not accept the key.': 'De server heeft de sleutel niet geaccepteerd.',
  'Check the user name, and that the server knows this computer’s public key. A key with a passphrase must be in the key agent.':
    'Controleer de gebruikersnaam en of de server de publieke sleutel van deze computer kent. Een sleutel met een wachtwoordzin moet in de sleutelagent staan.',
  'This computer has never met the server, so SMS Desk does not trust it.':
    'Deze computer kent de server nog niet, dus SMS Desk vertrouwt hem niet.',
  'Connect to it once by hand (ssh user@server) and compare the fingerprint with that of your server, then press Start again.':
    'Maak er één keer met de hand verbinding mee (ssh user@server), vergelijk de vingerafdruk met die van uw server en druk dan opnieuw op Starten.',
  'The server is not the one this computer knows by that name: its key has changed.':
    'De server is niet die deze computer onder die naam kent: de sleutel is veranderd.',
  'Do not go on before whoever looks after the server says why. Then remove the old key with ssh-keygen -R.':
    'Ga niet verder voordat de beheerder van de server heeft gezegd waarom. Verwijder dan de oude sleutel met ssh-keygen -R.',
  'The server does not give out the port: another connection has it, or forwarding is not allowed there.':
    'De server geeft de poort niet vrij: een andere verbinding heeft hem, of doorsturen is daar niet toegestaan.',
  'Choose another port on the server, or end the other connection.':
    'Kies een andere poort op de server, of beëindig de andere verbinding.',
}
