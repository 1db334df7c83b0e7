/** How the customers of one country are called, numbered and spoken to. All of it is made up. */
export interface Language {
  /** Share of all conversations. */
  share: number
  /** Country calling code and first digits of mobile numbers. */
  prefix: string
  /** Digits after the prefix. */
  digits: number
  given: readonly string[]
  family: readonly string[]
  /** What `{thing}`, `{day}` and `{place}` may stand for. */
  things: readonly string[]
  days: readonly string[]
  places: readonly string[]
  /** Texts of the business; fields are `{name}`, `{thing}`, `{day}`, `{time}`, `{amount}`, `{code}`, `{place}`. */
  outbound: readonly string[]
  /** Texts of customers, with the same fields. */
  inbound: readonly string[]
}

export const LANGUAGES: readonly Language[] = [
  {
    share: 0.4,
    prefix: '+4477009',
    digits: 5,
    given: ['Amelia', 'Grace', 'Liam', 'Oliver', 'Isla', 'Harry', 'Freya', 'George', 'Ruby', 'Noah', 'Siân', 'Zoë'],
    family: ['Clarke', 'Okafor', 'O’Connor', 'Smith', 'Patel', 'Hughes', 'Walker', 'Begum', 'Robinson', 'Brontë'],
    things: ['glasses', 'parcel', 'bicycle', 'order', 'prescription', 'winter tyres', 'repair', 'flowers', 'passport photos', 'sofa cover'],
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    places: ['High Street', 'Station Road', 'the north gate', 'Church Lane', 'Mill Hill'],
    outbound: [
      'Hi {name}, your {thing} is ready to collect at {place}. We are open until {time}.',
      'Reminder: your appointment is on {day} at {time}. Reply 1 to confirm or call us to change it.',
      'Hello {name}, your code is {code}. It is valid for ten minutes.',
      'Dear {name}, the invoice for your {thing} comes to £{amount}. You can pay at the desk or by card.',
      'Your table for {day} at {time} is booked. See you at {place}!',
      'Sorry {name}, the {thing} has been delayed. We will text you as soon as it arrives.',
      'This {day} only: 20 % off every {thing}. Show this text at {place}.',
      'Thank you for your visit. How did we do? Reply with a number from 1 to 5.',
    ],
    inbound: [
      'Great, thanks!',
      'Can I come at {time} on {day} instead?',
      'Is the {thing} ready yet?',
      'Yes please',
      'I’ll be ten minutes late, sorry 🙈',
      'What does the {thing} cost?',
      'Order number {code}, when can I pick it up?',
      'Who is this?',
      'Perfect, see you {day}',
    ],
  },
  {
    share: 0.22,
    prefix: '+4670',
    digits: 7,
    given: ['Astrid', 'Björn', 'Cecilia', 'Åke', 'Elsa', 'Fatima', 'Gösta', 'Hanna', 'Ines', 'Johan', 'Märta', 'Nils'],
    family: ['Andersson', 'Öberg', 'Lindqvist', 'Holm', 'Ek', 'Sjöström', 'Nguyen', 'Haddad', 'Åkesson', 'Berg'],
    things: ['glasögonen', 'paketet', 'cykeln', 'beställningen', 'receptet', 'vinterdäcken', 'reparationen', 'blommorna', 'tårtan'],
    days: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
    places: ['Storgatan 4', 'stationen', 'Västra hamnen', 'Kyrkogatan', 'Östermalm'],
    outbound: [
      'Hej {name}! {thing} kan hämtas på {place} till {time}.',
      'Påminnelse: din tid är på {day} kl. {time}. Svara 1 för att bekräfta.',
      'Hej {name}, din kod är {code}. Den gäller i tio minuter.',
      'Räkningen för {thing} blir {amount} kr. Betala gärna i kassan.',
      'Bordet är bokat på {day} kl. {time}. Välkommen!',
      'Tyvärr är {thing} försenad. Vi hör av oss så snart den är här.',
    ],
    inbound: [
      'Tack så mycket!',
      'Kan jag komma kl. {time} på {day}?',
      'Är {thing} klar?',
      'Ja tack',
      'Vad kostar det?',
      'Jag blir lite sen',
      'Ordernummer {code}',
    ],
  },
  {
    share: 0.13,
    prefix: '+316',
    digits: 8,
    given: ['Sanne', 'Joost', 'Femke', 'Daan', 'Lotte', 'Bram', 'Maud', 'Thijs'],
    family: ['de Vries', 'van Dijk', 'Jansen', 'Bakker', 'Visser', 'van den Berg', 'Smit', 'Meijer'],
    things: ['bestelling', 'fiets', 'bril', 'pakket', 'jas', 'afspraak', 'taart'],
    days: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    places: ['de Dorpsstraat', 'het station', 'de balie', 'de Markt'],
    outbound: [
      'Dag {name}, uw {thing} ligt klaar bij {place}. We zijn open tot {time}.',
      'Herinnering: uw afspraak is {day} om {time}. Antwoord 1 om te bevestigen.',
      'Beste {name}, uw code is {code}.',
      'De rekening voor uw {thing} is € {amount}. U kunt aan de balie betalen.',
    ],
    inbound: ['Dank u wel!', 'Kan het ook {day} om {time}?', 'Is mijn {thing} al klaar?', 'Prima, tot {day}', 'Wat kost het?'],
  },
  {
    share: 0.09,
    prefix: '+49151',
    digits: 8,
    given: ['Jürgen', 'Sabine', 'Anke', 'Uwe', 'Käthe', 'Günther', 'Mia', 'Lukas'],
    family: ['Weiß', 'Müller', 'Schäfer', 'Groß', 'Köhler', 'Schmidt', 'Böhm'],
    things: ['Brille', 'Bestellung', 'Reparatur', 'Lieferung', 'Winterreifen', 'Rechnung'],
    days: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
    places: ['der Hauptstraße', 'dem Bahnhof', 'der Werkstatt'],
    outbound: [
      'Guten Tag {name}, Ihre {thing} ist fertig und liegt in {place} bereit. Wir haben bis {time} geöffnet.',
      'Erinnerung: Ihr Termin ist am {day} um {time} Uhr.',
      'Ihr Code lautet {code}. Bitte geben Sie ihn nicht weiter.',
    ],
    inbound: [
      'Vielen Dank!',
      'Geht es auch am {day} um {time}?',
      'Ist die {thing} schon da?',
      'Grüße, bis {day}',
      'Was kostet das größere Modell?',
    ],
  },
  {
    share: 0.06,
    prefix: '+3369',
    digits: 7,
    given: ['Camille', 'Éloïse', 'François', 'Hélène', 'Théo', 'Noémie'],
    family: ['Moreau', 'Lefèvre', 'Garçon', 'Dubois', 'Châtelain'],
    things: ['commande', 'réparation', 'livraison', 'facture'],
    days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    places: ['la boutique', 'la gare', 'l’atelier'],
    outbound: [
      'Bonjour {name}, votre {thing} est prête à {place} jusqu’à {time}.',
      'Rappel : votre rendez-vous est {day} à {time}.',
      'Votre code est {code}.',
    ],
    inbound: ['Merci beaucoup !', 'Puis-je passer {day} à {time} ?', 'Où est ma {thing} ?', 'Parfait, à {day}'],
  },
  {
    share: 0.03,
    prefix: '+4850',
    digits: 7,
    given: ['Zofia', 'Łukasz', 'Agnieszka', 'Paweł', 'Małgorzata'],
    family: ['Nowak', 'Wiśniewska', 'Dąbrowski', 'Żak'],
    things: ['zamówienie', 'paczka', 'naprawa'],
    days: ['poniedziałek', 'wtorek', 'środę', 'czwartek', 'piątek'],
    places: ['sklepie', 'warsztacie'],
    outbound: ['Dzień dobry {name}, {thing} do odbioru w {place} do {time}.', 'Przypominamy o wizycie w {day} o {time}.'],
    inbound: ['Dziękuję!', 'Czy mogę przyjść w {day} o {time}?', 'Ile kosztuje {thing}?'],
  },
  {
    share: 0.02,
    prefix: '+97150',
    digits: 7,
    given: ['فاطمة', 'عمر', 'ليلى', 'يوسف'],
    family: ['حداد', 'النجار', 'المصري'],
    things: ['الطلب', 'الطرد', 'الفاتورة'],
    days: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء'],
    places: ['المتجر', 'المكتب'],
    outbound: ['مرحباً {name}، {thing} جاهز للاستلام من {place} حتى الساعة {time}.', 'تذكير: موعدك يوم {day} الساعة {time}.'],
    inbound: ['شكراً جزيلاً', 'هل {thing} جاهز؟', 'هل يمكنني الحضور يوم {day}؟'],
  },
  {
    share: 0.02,
    prefix: '+9198',
    digits: 8,
    given: ['राजेश', 'प्रिया', 'अमित', 'सुनीता'],
    family: ['पटेल', 'शर्मा', 'वर्मा'],
    things: ['ऑर्डर', 'पार्सल', 'चश्मा'],
    days: ['सोमवार', 'मंगलवार', 'बुधवार', 'शनिवार'],
    places: ['दुकान', 'कार्यालय'],
    outbound: ['नमस्ते {name}, आपका {thing} {place} में तैयार है। हम {time} बजे तक खुले हैं।', 'याद दिलाना: आपका समय {day} को {time} बजे है।'],
    inbound: ['धन्यवाद!', 'क्या {thing} तैयार है?', 'मैं {day} को आऊँगा'],
  },
  {
    share: 0.02,
    prefix: '+86139',
    digits: 8,
    given: ['小明', '丽', '伟', '芳'],
    family: ['王', '李', '张', '陈'],
    things: ['包裹', '订单', '眼镜', '发票'],
    days: ['星期一', '星期二', '星期三', '星期五'],
    places: ['前台', '商店', '火车站'],
    outbound: [
      '{name}您好，您的{thing}已到{place}，请在{time}前领取。',
      '提醒：您的预约时间是{day}{time}。',
      '您的验证码是{code}，十分钟内有效。',
    ],
    inbound: ['谢谢！', '{thing}到了吗？', '我可以{day}来吗？', '多少钱？'],
  },
  {
    share: 0.01,
    prefix: '+6681',
    digits: 7,
    given: ['สมชาย', 'มาลี', 'นภา'],
    family: ['ใจดี', 'ศรีสุข'],
    things: ['พัสดุ', 'คำสั่งซื้อ', 'แว่นตา'],
    days: ['วันจันทร์', 'วันอังคาร', 'วันศุกร์'],
    places: ['ร้าน', 'สำนักงาน'],
    outbound: ['สวัสดีคุณ{name} {thing}ของคุณพร้อมรับที่{place}ก่อน {time} น.', 'แจ้งเตือน: นัดหมายของคุณคือ{day} เวลา {time} น.'],
    inbound: ['ขอบคุณค่ะ', '{thing}พร้อมหรือยัง', 'ไป{day}ได้ไหม'],
  },
]
