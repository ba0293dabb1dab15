/** Words of the letters in Spanish, as letters/en.js. */
export const es = {
  name: '[Su nombre]',
  address: '[Su dirección postal o de correo electrónico]',
  to: 'A: {company}, delegado de protección de datos',
  company: 'Empresa responsable: {company}',
  unknownCompany:
    '[nombre y dirección de la empresa responsable de sus datos, según la política de ' +
    'privacidad de {platform}]',
  toAuthority: 'A: {authority}',
  greeting: 'A quien corresponda:',
  closing: 'Atentamente,',
  noAccount: '[el nombre de su cuenta]',
  eu: {
    object:
      'al artículo 21, apartado 1, del Reglamento general de protección de datos (Reglamento ' +
      '(UE) 2016/679)',
    answer: 'artículo 12, apartado 3, del RGPD',
    refuse: 'artículo 12, apartado 4, del RGPD',
    complain: 'al artículo 77 del RGPD',
    authority: '[la autoridad de protección de datos de su país]',
  },
  uk: {
    object: 'al artículo 21, apartado 1, del UK GDPR',
    answer: 'artículo 12, apartado 3, del UK GDPR',
    refuse: 'artículo 12, apartado 4, del UK GDPR',
    complain: 'al artículo 77 del UK GDPR',
    authority: 'Information Commissioner’s Office (o la Information Commission que lo sustituye)',
  },
  ch: {
    object:
      'al artículo 30, apartado 2, letra b, y al artículo 32 de la Ley federal suiza de ' +
      'protección de datos (LPD)',
    answer: '',
    refuse: '',
    complain: 'al artículo 49 de la LPD',
    authority: 'Encargado Federal de Protección de Datos y Transparencia (EFPDT/EDÖB)',
  },
  objection: {
    subject: 'Oposición al uso de mis datos para entrenar IA',
    body:
      'Conforme {object}, me opongo al tratamiento de mis datos personales por {platform} para ' +
      'desarrollar, entrenar o mejorar modelos de IA. Esto comprende mi cuenta {account}, lo ' +
      'que he publicado y los datos sobre mí en publicaciones de otras personas.\n\nMis ' +
      'motivos, relacionados con mi situación particular: [sus motivos]',
    asks: [
      'Les pido que cesen este tratamiento de mis datos y que no lo reanuden.',
      'Les pido que me lo confirmen por escrito en el plazo de un mes{answer}.',
      'Si se niegan, les pido que me indiquen los motivos y las vías de reclamación{refuse}.',
    ],
  },
  complaint: {
    subject: 'Reclamación sobre {platform}: uso de mis datos para entrenar IA',
    body:
      'Conforme {complain}, me dirijo a ustedes en relación con {platform}, que, hasta donde ' +
      'puedo ver, trata mis datos personales (cuenta {account}) para desarrollar o entrenar ' +
      'modelos de IA. Considero que ello es contrario a mi oposición o a mi ajuste.\n\nLo que ' +
      'he hecho hasta ahora ante la empresa y sus respuestas: [escritos, fechas, copias ' +
      'adjuntas]',
    asks: [
      'Les pido que examinen si este tratamiento es lícito.',
      'Les pido que ordenen a la empresa respetar mi oposición.',
      'Les pido que me comuniquen el resultado.',
    ],
  },
  chronology: 'Lo que muestra mi registro:',
  events: {
    denied: 'se vio el ajuste «{control}»: entrenamiento no permitido',
    allowed: 'se vio el ajuste «{control}»: entrenamiento permitido',
    returned:
      'se vio el ajuste «{control}»: entrenamiento permitido de nuevo; no se vio ninguna ' +
      'acción mía',
    deniedByMe: 'cambié el ajuste «{control}» a: entrenamiento no permitido',
    allowedByMe: 'cambié el ajuste «{control}» a: entrenamiento permitido',
    unknown: 'no se pudo leer el ajuste «{control}»',
    said: 'según mi declaración, expresé mi negativa ({control})',
    reached: 'se abrió el formulario de oposición',
    submitted: 'se vio el envío del formulario de oposición',
    confirmed: 'se vio una confirmación',
    saidSubmitted: 'según mi declaración, envié una oposición',
    saidConfirmed: 'según mi declaración, se confirmó la recepción',
    yes: 'según mi declaración, la oposición fue aceptada',
    no: 'según mi declaración, la oposición fue rechazada',
    answerMe: 'según mi declaración, el cambio fue mío',
    answerNotMe: 'según mi declaración, el cambio no fue mío',
  },
  probably: 'probablemente',
  left: '({count} entradas intermedias figuran en el extracto adjunto.)',
  nothing: 'nada todavía',
  attach: 'Adjunto el extracto de mi registro; indica cómo se verifica, qué prueba y qué no.',
  addressFrom:
    'Dirección de {company} según {source}, versión del {date}. Compruebe que sigue siendo ' +
    'válida.',
  addressBlank:
    'Aquí no se conoce, por sus propios documentos, ninguna dirección de {platform} para ' +
    'esta ley: indíquela arriba.',
  foot:
    'Borrador elaborado por Opt-Out Log a partir de mi propio registro. No es asesoramiento ' +
    'jurídico.',
};
