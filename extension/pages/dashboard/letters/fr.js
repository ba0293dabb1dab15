/** Words of the letters in French, as letters/en.js. */
export const fr = {
  name: '[Votre nom]',
  address: '[Votre adresse postale ou électronique]',
  to: 'À : {company}, délégué à la protection des données',
  company: 'Société responsable : {company}',
  unknownCompany:
    '[nom et adresse de la société responsable de vos données, d’après la politique de ' +
    'confidentialité de {platform}]',
  toAuthority: 'À : {authority}',
  greeting: 'Madame, Monsieur,',
  closing: 'Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.',
  noAccount: '[le nom de votre compte]',
  eu: {
    object:
      'l’article 21, paragraphe 1, du Règlement général sur la protection des données ' +
      '(règlement (UE) 2016/679)',
    answer: 'article 12, paragraphe 3, du RGPD',
    refuse: 'article 12, paragraphe 4, du RGPD',
    complain: 'l’article 77 du RGPD',
    authority: '[l’autorité de protection des données de votre pays]',
  },
  uk: {
    object: 'l’article 21, paragraphe 1, du UK GDPR',
    answer: 'article 12, paragraphe 3, du UK GDPR',
    refuse: 'article 12, paragraphe 4, du UK GDPR',
    complain: 'l’article 77 du UK GDPR',
    authority: 'Information Commissioner’s Office (ou l’Information Commission qui lui succède)',
  },
  ch: {
    object:
      'l’article 30, alinéa 2, lettre b, et l’article 32 de la loi fédérale suisse sur la ' +
      'protection des données (LPD)',
    answer: '',
    refuse: '',
    complain: 'l’article 49 LPD',
    authority: 'Préposé fédéral à la protection des données et à la transparence (PFPDT)',
  },
  objection: {
    subject: 'Opposition à l’utilisation de mes données pour entraîner des IA',
    body:
      'En vertu de {object}, je m’oppose au traitement de mes données personnelles par ' +
      '{platform} pour développer, entraîner ou améliorer des modèles d’IA. Cela concerne mon ' +
      'compte {account}, ce que j’ai publié, et les données à mon sujet dans les publications ' +
      'd’autres personnes.\n\nMes raisons, tenant à ma situation particulière : [vos raisons]',
    asks: [
      'Je vous demande de cesser ce traitement de mes données et de ne pas le reprendre.',
      'Je vous demande de me le confirmer par écrit dans un délai d’un mois{answer}.',
      'En cas de refus, je vous demande de m’en indiquer les raisons et les voies de ' +
        'recours{refuse}.',
    ],
  },
  complaint: {
    subject: 'Réclamation concernant {platform} : utilisation de mes données pour entraîner des IA',
    body:
      'En vertu de {complain}, je m’adresse à vous au sujet de {platform}, qui traite, pour ' +
      'autant que je puisse le voir, mes données personnelles (compte {account}) pour ' +
      'développer ou entraîner des modèles d’IA. J’estime que ce traitement va à l’encontre de ' +
      'mon opposition ou de mon réglage.\n\nMes démarches auprès de l’entreprise et ses ' +
      'réponses : [courriers, dates, copies jointes]',
    asks: [
      'Je vous demande d’examiner si ce traitement est licite.',
      'Je vous demande d’enjoindre à l’entreprise de respecter mon opposition.',
      'Je vous demande de m’informer de l’issue.',
    ],
  },
  chronology: 'Ce que montre mon journal :',
  events: {
    denied: 'réglage « {control} » constaté : entraînement non autorisé',
    allowed: 'réglage « {control} » constaté : entraînement autorisé',
    returned:
      'réglage « {control} » constaté : entraînement de nouveau autorisé ; aucune action de ' +
      'ma part n’a été constatée',
    deniedByMe: 'j’ai changé le réglage « {control} » : entraînement non autorisé',
    allowedByMe: 'j’ai changé le réglage « {control} » : entraînement autorisé',
    unknown: 'le réglage « {control} » n’a pas pu être lu',
    said: 'selon ma déclaration, j’ai exprimé mon refus ({control})',
    reached: 'le formulaire d’opposition a été ouvert',
    submitted: 'l’envoi du formulaire d’opposition a été constaté',
    confirmed: 'une confirmation a été constatée',
    saidSubmitted: 'selon ma déclaration, j’ai envoyé une opposition',
    saidConfirmed: 'selon ma déclaration, la réception a été confirmée',
    yes: 'selon ma déclaration, l’opposition a été acceptée',
    no: 'selon ma déclaration, l’opposition a été refusée',
    answerMe: 'selon ma déclaration, le changement venait de moi',
    answerNotMe: 'selon ma déclaration, le changement ne venait pas de moi',
  },
  probably: 'probablement',
  left: '({count} entrées intermédiaires figurent dans le relevé joint.)',
  nothing: 'rien pour l’instant',
  attach:
    'Je joins le relevé tiré de mon journal ; il indique comment le vérifier, ce qu’il ' +
    'prouve et ce qu’il ne prouve pas.',
  addressFrom:
    'Adresse de {company} telle qu’indiquée dans {source}, version du {date}. Veuillez ' +
    'vérifier qu’elle est toujours valable.',
  addressBlank:
    'Aucune adresse de {platform}, d’après ses propres documents, n’est connue ici pour ce ' +
    'droit : veuillez l’indiquer ci-dessus.',
  foot:
    'Projet établi par Opt-Out Log à partir de mon propre journal. Ceci n’est pas un conseil ' +
    'juridique.',
};
