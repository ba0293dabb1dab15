/** Words of the letters in German, as letters/en.js. */
export const de = {
  name: '[Ihr Name]',
  address: '[Ihre Post- oder E-Mail-Adresse]',
  to: 'An: {company}, Datenschutzbeauftragte',
  company: 'Verantwortliches Unternehmen: {company}',
  unknownCompany:
    '[Name und Anschrift des Unternehmens, das für Ihre Daten verantwortlich ist, aus der ' +
    'Datenschutzerklärung von {platform}]',
  toAuthority: 'An: {authority}',
  greeting: 'Sehr geehrte Damen und Herren,',
  closing: 'Mit freundlichen Grüßen',
  noAccount: '[Name Ihres Kontos]',
  eu: {
    object: 'Artikel 21 Absatz 1 der Datenschutz-Grundverordnung (Verordnung (EU) 2016/679)',
    answer: 'Artikel 12 Absatz 3 DSGVO',
    refuse: 'Artikel 12 Absatz 4 DSGVO',
    complain: 'Artikel 77 DSGVO',
    authority: '[die Datenschutzbehörde Ihres Landes]',
  },
  uk: {
    object: 'Artikel 21 Absatz 1 der UK GDPR',
    answer: 'Artikel 12 Absatz 3 der UK GDPR',
    refuse: 'Artikel 12 Absatz 4 der UK GDPR',
    complain: 'Artikel 77 der UK GDPR',
    authority:
      'Information Commissioner’s Office (oder die Information Commission, die an seine ' +
      'Stelle tritt)',
  },
  ch: {
    object:
      'Artikel 30 Absatz 2 Buchstabe b und Artikel 32 des Schweizer Datenschutzgesetzes (DSG)',
    answer: '',
    refuse: '',
    complain: 'Artikel 49 DSG',
    authority: 'Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB)',
  },
  objection: {
    subject: 'Widerspruch gegen die Verwendung meiner Daten für das Training von KI',
    body:
      'Nach {object} widerspreche ich der Verarbeitung meiner personenbezogenen Daten durch ' +
      '{platform}, soweit sie der Entwicklung, dem Training oder der Verbesserung von ' +
      'KI-Modellen dient. Das gilt für mein Konto {account}, für das, was ich veröffentlicht ' +
      'habe, und für Daten über mich in Beiträgen anderer.\n\nMeine Gründe, die sich aus ' +
      'meiner besonderen Situation ergeben: [Ihre Gründe]',
    asks: [
      'Bitte beenden Sie diese Verarbeitung meiner Daten, und beginnen Sie sie nicht von Neuem.',
      'Bitte bestätigen Sie das schriftlich innerhalb eines Monats{answer}.',
      'Falls Sie ablehnen, nennen Sie mir bitte die Gründe und meine ' +
        'Beschwerdemöglichkeiten{refuse}.',
    ],
  },
  complaint: {
    subject: 'Beschwerde über {platform}: Verwendung meiner Daten für das Training von KI',
    body:
      'Nach {complain} wende ich mich an Sie wegen {platform}. Das Unternehmen verarbeitet, ' +
      'soweit ich sehen kann, meine personenbezogenen Daten (Konto {account}) für die ' +
      'Entwicklung oder das Training von KI-Modellen. Ich bin der Ansicht, dass dies meinem ' +
      'Widerspruch oder meiner Einstellung zuwiderläuft.\n\nWas ich bisher beim Unternehmen ' +
      'unternommen habe, und seine Antworten: [Schreiben, Daten, Kopien als Anlage]',
    asks: [
      'Bitte prüfen Sie, ob diese Verarbeitung rechtmäßig ist.',
      'Bitte weisen Sie das Unternehmen an, meinen Widerspruch zu beachten.',
      'Bitte teilen Sie mir das Ergebnis mit.',
    ],
  },
  chronology: 'Was meine Aufzeichnung zeigt:',
  events: {
    denied: 'Einstellung „{control}“ gesehen: Training nicht erlaubt',
    allowed: 'Einstellung „{control}“ gesehen: Training erlaubt',
    returned:
      'Einstellung „{control}“ gesehen: Training wieder erlaubt; eine Handlung von mir wurde ' +
      'nicht gesehen',
    deniedByMe: 'ich habe die Einstellung „{control}“ umgestellt auf: Training nicht erlaubt',
    allowedByMe: 'ich habe die Einstellung „{control}“ umgestellt auf: Training erlaubt',
    unknown: 'Einstellung „{control}“ war nicht zu lesen',
    said: 'nach eigener Angabe habe ich widersprochen oder abgeschaltet ({control})',
    reached: 'das Widerspruchsformular wurde geöffnet',
    submitted: 'das Absenden des Widerspruchsformulars wurde gesehen',
    confirmed: 'eine Bestätigung wurde gesehen',
    saidSubmitted: 'nach eigener Angabe habe ich einen Widerspruch gesendet',
    saidConfirmed: 'nach eigener Angabe wurde der Eingang bestätigt',
    yes: 'nach eigener Angabe wurde dem Widerspruch stattgegeben',
    no: 'nach eigener Angabe wurde der Widerspruch abgelehnt',
    answerMe: 'nach eigener Angabe kam die Änderung von mir',
    answerNotMe: 'nach eigener Angabe kam die Änderung nicht von mir',
  },
  probably: 'wahrscheinlich',
  left: '({count} Einträge dazwischen stehen in der beigefügten Aufstellung.)',
  nothing: 'noch nichts',
  attach:
    'Ich füge die Aufstellung aus meiner Aufzeichnung bei; sie sagt, wie man sie prüft, und ' +
    'was sie beweist und was nicht.',
  addressFrom:
    'Anschrift von {company}, wie in {source} genannt, Fassung vom {date}. Bitte prüfen ' +
    'Sie, ob sie noch gilt.',
  addressBlank:
    'Von {platform} ist hier für dieses Recht keine Anschrift aus den eigenen Angaben des ' +
    'Unternehmens bekannt: bitte oben eintragen.',
  foot: 'Entwurf, von Opt-Out Log aus meiner eigenen Aufzeichnung erstellt. Keine Rechtsberatung.',
};
