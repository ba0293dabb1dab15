/** Words of the letters in Italian, as letters/en.js. */
export const it = {
  name: '[Il suo nome]',
  address: '[Il suo indirizzo postale o e-mail]',
  to: 'A: {company}, responsabile della protezione dei dati',
  company: 'Società titolare: {company}',
  unknownCompany:
    '[nome e indirizzo della società titolare dei suoi dati, dall’informativa sulla ' +
    'privacy di {platform}]',
  toAuthority: 'A: {authority}',
  greeting: 'Spett.le Ufficio,',
  closing: 'Distinti saluti',
  noAccount: '[il nome del suo account]',
  eu: {
    object:
      'dell’articolo 21, paragrafo 1, del Regolamento generale sulla protezione dei dati ' +
      '(regolamento (UE) 2016/679)',
    answer: 'articolo 12, paragrafo 3, del GDPR',
    refuse: 'articolo 12, paragrafo 4, del GDPR',
    complain: 'dell’articolo 77 del GDPR',
    authority: '[l’autorità per la protezione dei dati del suo Paese]',
  },
  uk: {
    object: 'dell’articolo 21, paragrafo 1, dello UK GDPR',
    answer: 'articolo 12, paragrafo 3, dello UK GDPR',
    refuse: 'articolo 12, paragrafo 4, dello UK GDPR',
    complain: 'dell’articolo 77 dello UK GDPR',
    authority: 'Information Commissioner’s Office (o la Information Commission che gli subentra)',
  },
  ch: {
    object:
      'dell’articolo 30, capoverso 2, lettera b, e dell’articolo 32 della legge federale ' +
      'svizzera sulla protezione dei dati (LPD)',
    answer: '',
    refuse: '',
    complain: 'dell’articolo 49 LPD',
    authority: 'Incaricato federale della protezione dei dati e della trasparenza (IFPDT)',
  },
  objection: {
    subject: 'Opposizione all’uso dei miei dati per addestrare IA',
    body:
      'Ai sensi {object}, mi oppongo al trattamento dei miei dati personali da parte di ' +
      '{platform} per sviluppare, addestrare o migliorare modelli di IA. Ciò riguarda il mio ' +
      'account {account}, quanto ho pubblicato e i dati su di me nelle pubblicazioni di ' +
      'altri.\n\nI miei motivi, connessi alla mia situazione particolare: [i suoi motivi]',
    asks: [
      'Chiedo di cessare questo trattamento dei miei dati e di non riprenderlo.',
      'Chiedo conferma scritta entro un mese{answer}.',
      'In caso di rifiuto, chiedo di indicarmi i motivi e le vie di reclamo{refuse}.',
    ],
  },
  complaint: {
    subject: 'Reclamo su {platform}: uso dei miei dati per addestrare IA',
    body:
      'Ai sensi {complain}, mi rivolgo a voi riguardo a {platform}, che, per quanto posso ' +
      'vedere, tratta i miei dati personali (account {account}) per sviluppare o addestrare ' +
      'modelli di IA. Ritengo che ciò sia contrario alla mia opposizione o alla mia ' +
      'impostazione.\n\nQuanto ho fatto finora presso l’azienda e le sue risposte: [lettere, ' +
      'date, copie allegate]',
    asks: [
      'Chiedo di esaminare se questo trattamento è lecito.',
      'Chiedo di ordinare all’azienda di rispettare la mia opposizione.',
      'Chiedo di comunicarmi l’esito.',
    ],
  },
  chronology: 'Che cosa mostra il mio registro:',
  events: {
    denied: 'impostazione «{control}» vista: addestramento non consentito',
    allowed: 'impostazione «{control}» vista: addestramento consentito',
    returned:
      'impostazione «{control}» vista: addestramento di nuovo consentito; non è stata vista ' +
      'alcuna mia azione',
    deniedByMe: 'ho cambiato l’impostazione «{control}» in: addestramento non consentito',
    allowedByMe: 'ho cambiato l’impostazione «{control}» in: addestramento consentito',
    unknown: 'non è stato possibile leggere l’impostazione «{control}»',
    said: 'secondo la mia dichiarazione, ho espresso il mio rifiuto ({control})',
    reached: 'è stato aperto il modulo di opposizione',
    submitted: 'è stato visto l’invio del modulo di opposizione',
    confirmed: 'è stata vista una conferma',
    saidSubmitted: 'secondo la mia dichiarazione, ho inviato un’opposizione',
    saidConfirmed: 'secondo la mia dichiarazione, la ricezione è stata confermata',
    yes: 'secondo la mia dichiarazione, l’opposizione è stata accolta',
    no: 'secondo la mia dichiarazione, l’opposizione è stata respinta',
    answerMe: 'secondo la mia dichiarazione, la modifica è stata mia',
    answerNotMe: 'secondo la mia dichiarazione, la modifica non è stata mia',
  },
  probably: 'probabilmente',
  left: '({count} voci intermedie sono nel prospetto allegato.)',
  nothing: 'ancora nulla',
  attach:
    'Allego il prospetto tratto dal mio registro; indica come verificarlo, che cosa prova e ' +
    'che cosa no.',
  addressFrom:
    'Indirizzo di {company} come indicato in {source}, versione del {date}. Verificare che ' +
    'sia ancora valido.',
  addressBlank:
    'Per questa legge non è noto qui, dai suoi stessi documenti, alcun indirizzo di ' +
    '{platform}: indicarlo sopra.',
  foot: 'Bozza redatta da Opt-Out Log dal mio registro. Non è una consulenza legale.',
};
