// The words of receipts: what pages say when they have what was sent. Data of receipt.js alone, for
// regular expressions over normalised text (text.js): ~ is any letters, a new line is nothing.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /** @param {TemplateStringsArray} parts */
  const r = parts => String.raw(parts);
  /** @type {Record<string, Tongue>} */
  const TONGUES = {
    en: {
      own: r`your (?:(?:data|privacy|support|objection|opt-out|contact|ai) )*(?:request|objection
  |form|report|message|submission|inquiry|enquiry|application|complaint|response|feedback|(?:case
  |ticket)(?! (?:number|id|no)))`,
      verb: r`received|submitted|sent|registered|recorded|filed|delivered|got|we have(?= your)`,
      also: r`has(?: now)? been|have(?: now)?|to us|by us|all set|at (?:meta|facebook|instagram
  |whatsapp|tiktok|openai|linkedin)|(?:to|by) (?:our|the) (?:(?:support|privacy
  |data protection) )?team|by e-?mail|as soon as possible|within (?:(?:working
  |business) )?(?:hours|days|weeks)|(?:under|with) (?:the )?(?:case|ticket|reference
  |request)(?: number| id| no)?|(?:thank you|thanks)(?: (?:so
  |very) much)?(?:,? (?:and )?(?:for )?(?:contacting us|writing(?: to us)?|reaching out
  |getting in touch))?|(?:we|(?:and )?it|(?:and )?our team|and)(?: will|'ll)(?: soon| shortly
  | now)?(?: be)? (?:review(?:ed)?|process(?:ed)?|handled?|answer(?:ed)?|examined?|look at|respond
  |reply|get back|contact you|email you|write)(?: to)?(?: it| you)?|(?:to object to|about
  |regarding|concerning|against)(?: (?:the|use|processing|of|your|personal|information|data
  |content|for|ai|at|meta|training|models?|and))+|we(?:'ve)?|was|successfully|safely|now|just|and
  |success|great|done|soon|shortly`,
    },
    de: {
      own: r`(?:ihre|deine|eure) (?:~anfrage|meldung|nachricht|mitteilung|eingabe|beschwerde
  |rückmeldung)|(?:ihr|dein|euer|eure|ihren|deinen|euren) (?:~antrag|widerspruch|einspruch
  |formular|anliegen|ticket|fall|anfrageformular)`,
      verb: r`erhalten|eingegangen|empfangen|übermittelt|gesendet|abgesendet|abgeschickt
  |verschickt|eingereicht|versandt|versendet|übersandt|angekommen|registriert|entgegengenommen
  |aufgenommen`,
      also: r`bei uns|an uns|wird(?: bald| nun)? (?:geprüft|bearbeitet)|(?:an|von) (?:unser
  |unserem) team|(?:vielen|besten|herzlichen) dank|danke(?: schön)?|für ihre nachricht
  |für deine nachricht|per e-?mail|in kürze|innerhalb von tagen|gegen die (?:verarbeitung|nutzung
  |verwendung)|(?:ihrer|deiner)(?: personenbezogenen)? (?:daten|informationen)
  |für ki(?: bei meta)?|bei meta|unter der (?:fall|ticket|vorgangs)?nummer|mit der (?:fall|ticket
  |vorgangs)?nummer|wir|haben|wurde|ist|hat|erfolgreich|uns|nun|jetzt|hiermit|gut|und`,
    },
    fr: {
      own: r`(?:votre|ta|ton) (?:demande|objection|opposition|formulaire|message|requête
  |signalement|réponse|dossier|envoi|réclamation)(?: d'opposition)?`,
      verb: r`reçue?s?|envoyée?|transmise?|soumise?|enregistrée?|déposée?|prise? en compte
  |parvenue?`,
      also: r`avec succès|merci(?: beaucoup)?(?: de (?:nous avoir contactés?|votre message))?
  |et(?: sera (?:traitée?|examinée?))?|par e-?mail|à notre équipe|par notre équipe
  |dans les (?:plus brefs|meilleurs) délais|sous jours|nous y répondrons|vous répondrons
  |au traitement|à l'utilisation|de (?:vos|tes) (?:données|informations)(?: personnelles)?
  |pour l'ia|chez meta|sous le numéro|nous|avons|a|été|est|bien|ont|correctement|bientôt
  |rapidement|d'opposition`,
    },
    es: {
      own: r`(?:su|tu|vuestra) (?:solicitud|objeción|oposición|formulario|mensaje|petición
  |consulta|reclamación|caso|respuesta|queja)(?: de (?:oposición|objeción))?`,
      verb: r`recibid[oa]|enviad[oa]|presentad[oa]|registrad[oa]|recibimos`,
      also: r`con éxito|por (?:contactarnos|escribirnos|ponerte en contacto|tu mensaje|su mensaje)
  |y(?: será (?:revisada|tramitada|examinada))?|a nuestro equipo|por nuestro equipo
  |por correo(?: electrónico)?|en breve|te responderemos|le responderemos|al (?:uso
  |tratamiento) de (?:tus|sus) (?:datos|información)|para la ia|en meta|con el número|hemos|se|ha
  |han|sido|fue|correctamente|exitosamente|satisfactoriamente|gracias|muchas|pronto|la`,
    },
    it: {
      own: r`(?:la |il |l')?(?:tua|tuo|sua|suo|vostra|vostro) (?:richiesta|obiezione|opposizione
  |modulo|messaggio|segnalazione|domanda|caso|risposta|reclamo)(?: di opposizione)?`,
      verb: r`ricevut[oa]|inviat[oa]|trasmess[oa]|presentat[oa]|registrat[oa]|inoltrat[oa]
  |pervenut[oa]|pres[oa] in carico`,
      also: r`con successo|grazie(?: mille)?(?: per (?:averci (?:contattato|scritto)
  |il tuo messaggio))?|e(?: (?:verrà|sarà) esaminat[oa])?|al nostro team|dal nostro team
  |via e-?mail|a breve|ti risponderemo|le risponderemo|al trattamento|de(?:i|lle) (?:tuoi|tue|suoi
  |sue) (?:dati|informazioni)|per l'ia|di meta|con il numero|abbiamo|è|stat[oa]|ci|correttamente
  |presto|all'uso`,
    },
    nl: {
      own: r`(?:je|jouw|uw|jullie) (?:verzoek|bezwaar|formulier|bericht|aanvraag|melding|zaak
  |vraag|inzending|klacht|bezwaarschrift)`,
      verb: r`ontvangen|verzonden|verstuurd|ingediend|geregistreerd|ingezonden|binnengekomen
  |opgestuurd`,
      also: r`met succes|bij ons|aan ons|en(?: wordt (?:beoordeeld|behandeld))?|dank (?:je
  |u)(?: wel)?|voor (?:je|uw) bericht|ons team|door ons team|naar ons team|per e-?mail
  |zo snel mogelijk|tegen (?:het|de) (?:gebruik|verwerking) van (?:je|uw) (?:gegevens|informatie)
  |voor ai|bij meta|onder nummer|we|wij|hebben|is|goed|succesvol|nu|bedankt|hartelijk|binnenkort`,
    },
    pt: {
      own: r`(?:o |a )?(?:seu|sua|teu|tua|vosso|vossa) (?:pedido|solicitação|objeção|oposição
  |formulário|mensagem|requisição|reclamação|caso|resposta)(?: de (?:oposição|objeção))?`,
      verb: r`recebid[oa]|enviad[oa]|recebemos|apresentad[oa]|registrad[oa]|registad[oa]
  |submetid[oa]|encaminhad[oa]`,
      also: r`com sucesso|por (?:nos contactar|entrar em contat?o)|(?:pelo|o) (?:seu )?contat?o
  |e(?: será (?:analisad[oa]|tratad[oa]))?|à nossa equipa|pela nossa equip[ae]|para a nossa equipe
  |por e-?mail|em breve|ao (?:uso|tratamento) d(?:e|os|as) (?:seus|suas|teus|tuas) (?:dados
  |informações)|para (?:a )?ia|na meta|com o número|foi|corretamente|obrigad[oa]|agradecemos
  |responderemos`,
    },
    pl: {
      own: r`(?:(?:twój|twoja|twoją|twoje|twojego|pan[ai]|państwa) )?(?:wniosek|sprzeciw|formularz
  |wiadomość|zgłoszenie|prośbę|prośba|żądanie|reklamacj[aę])`,
      verb: r`otrzymaliśmy|otrzymano|wysłan[yae]|przesłan[yae]|przyjęt[yae]|złożon[yae]
  |zarejestrowan[yae]|odebran[yae]|wysłano|przesłano|przyjęto|złożono|zarejestrowano|dotarł[ao]?`,
      also: r`do nas|za (?:kontakt|wiadomość)|i(?: zostanie rozpatrzon[yae])?|do naszego zespołu
  |przez nasz zespół|wobec przetwarzania|pod numerem|został[ao]?|pomyślnie|poprawnie|dziękujemy
  |dziękuję|e-?mailem|wkrótce|danych`,
    },
    sv: {
      own: r`(?:din|ditt|er|ert) (?:begäran|invändning|formulär|meddelande|ärende|förfrågan
  |anmälan|ansökan)`,
      verb: r`tagits emot|tagit emot|mottagits|mottagit|skickats|skickades|registrerats|lämnats in
  |kommit in|mottagen|skickat`,
      also: r`och(?: kommer att granskas)?|tack(?: så mycket)?(?: för (?:ditt meddelande
  |att du kontaktade oss))?|till oss|till vårt team|av vårt team|via e-?post|inom kort
  |mot behandlingen av (?:dina )?(?:uppgifter|personuppgifter)|med nummer|vi|har|nu|är`,
    },
    da: {
      own: r`(?:din|dit|jeres|deres) (?:anmodning|indsigelse|formular|besked|henvendelse|sag
  |meddelelse|klage|ansøgning)`,
      verb: r`modtaget|sendt|indsendt|registreret|afsendt`,
      also: r`og(?: vil blive gennemgået)?|(?:mange )?tak(?: for (?:din henvendelse|beskeden))?
  |til os|til vores team|af vores team|via e-?mail|mod behandlingen af (?:dine )?(?:oplysninger
  |data)|med nummer|vi|har|er|blevet|blev|nu|snarest`,
    },
    no: {
      own: r`(?:din|ditt|deres) (?:forespørsel|innsigelse|skjema|melding|henvendelse|sak|søknad
  |klage)|(?:forespørselen|innsigelsen|skjemaet|meldingen|henvendelsen|søknaden|klagen) (?:din|di
  |ditt)`,
      verb: r`mottatt|sendt|innsendt|registrert`,
      also: r`og(?: vil bli gjennomgått)?|(?:tusen )?takk(?: for (?:henvendelsen|meldingen))?
  |til oss|til teamet vårt|av teamet vårt|via e-?post|mot behandlingen av|opplysningene dine
  |med nummer|vi|har|er|blitt|ble|nå|snart`,
    },
    cs: {
      own: r`(?:vaš[ei]|vaši|váš|tvoj[ei]|tvoji|tvůj) (?:žádost|námitk[auy]|formulář|zpráv[au]
  |požadavek|podání|stížnost)`,
      verb: r`obdrželi|přijali|přijat[ao]?|odeslán[ao]?|podán[ao]?|zaregistrován[ao]?|doručen[ao]?`,
      also: r`v pořádku|děkujeme(?: za (?:zprávu|kontakt))?|a(?: bude posouzen[ao]?)?|našemu týmu
  |naším týmem|proti zpracování|pod číslem|jsme|byl[ao]?|úspěšně|e-?mailem|brzy|údajů`,
    },
    tr: {
      own: r`(?:(?:talebi|itirazı|formu|mesajı|isteği|bildirimi|şikayeti|yanıtı)n[iıuü]z
  |başvurunuz)(?:[iıuü])?`,
      verb: r`alındı|alınmıştır|aldık|gönderildi|gönderilmiştir|iletildi|iletilmiştir|kaydedildi
  |kaydedilmiştir|ulaştı|ulaşmıştır`,
      also: r`ve(?: incelenecektir)?|teşekkür(?:ler| ederiz)?|başarıyla|tarafımıza|tarafımızdan
  |ekibimize|bize|numarasıyla`,
    },
    ru: {
      own: r`(?:ваш|ваша|ваше|вашу|твой|твоя|твое|твоё|твою) (?:запрос|возражение|форм[ау]
  |сообщение|заявк[ау]|заявление|обращение|жалоб[ау])`,
      verb: r`получен[оаы]?|получили|отправлен[оаы]?|принят[оаы]?|зарегистрирован[оаы]?|приняли
  |доставлен[оа]?|передан[оа]?`,
      also: r`благодарим(?: вас)?|за (?:обращение|сообщение)|и(?: будет (?:рассмотрен[оа]?
  |обработан[оа]?))?|нашей команде|нашей командой|по электронной почте|в ближайшее время
  |против обработки|под номером|мы|нами|был[ао]?|успешно|спасибо|скоро|данных`,
    },
    ja: {
      own: r`(?:(?:お送り|ご送信|ご提出)いただいた|(?:お客|おきゃく)(?:様|さま)の|あなたの|ご)?(?:リクエスト|申請|申し立て|申立て
  |異議(?:申し?立て)?|お問い?合わせ|フォーム|メッセージ|ご依頼|ご請求|ご報告|報告)`,
      verb: r`受け付けました|受け付けいたしました|受け付けられました|受け取りました|受信しました|送信しました|送信されました|送信いたしました|受理しました|受理されました
  |受理いたしました|受付いたしました|受付しました|受付が完了しました|送信が完了しました|承りました|拝受しました|提出されました`,
      also: r`[をがはのに]|正常に|無事に?|確かに|への|する|(?:お送り|ご連絡|お問い?合わせ)(?:いただき)?(?:まして|、)?
  |(?:誠に)?ありがとうございま(?:す|した)|番号|受付番号|meta|個人情報|データ|利用|処理`,
    },
    ko: {
      own: r`(?:(?:귀하|고객님|회원님|사용자님)의 ?|(?:보내 ?주신|제출하신|제출해 ?주신) ?)?(?:요청|신청|이의 ?(?:제기|신청)?|문의|양식
  |메시지|신고)(?:서|하신 내용)?`,
      verb: r`접수되었습니다|접수했습니다|접수됐습니다|접수하였습니다|받았습니다|제출되었습니다|제출했습니다|제출됐습니다|전송되었습니다|전송했습니다|전송됐습니다
  |등록되었습니다`,
      also: r`(?:연락|문의)해 ?주셔서|[이가을를은는]|저희가|성공적으로|정상적으로|정상|잘|감사합니다|사항|번호`,
    },
    zh: {
      own: r`[您你](?:刚才|剛才)?(?:的|提交的|发送的|發送的|送出的)(?:请求|申请|异议|反对请求|表单|表格|反对|消息|反馈|信息|投诉|請求|申請|異議|表單
  |反對|訊息|投訴)`,
      verb: r`已收到|收到了|已提交|提交成功|成功提交|已发送|发送成功|已受理|已送出|已傳送|已接收|已發送|已登记|已登記|我们收到|我們收到|已成功提交|已成功发送
  |已成功發送|已成功送出|已经收到|已經收到`,
      also: r`我[们們]|我方|已|已经|成功|感谢|感謝|谢谢|謝謝|[您你](?:的)?(?:来信|来函|联系|聯絡)|[您你]|了|并|并会|会|尽快(?:处理|回复)|將|将
  |编号|編號|关于|个人信息|处理`,
    },
    ar: {
      own: r`طلبك|طلبكم|اعتراضك|اعتراضكم|رسالتك|رسالتكم|نموذجك|شكواك|استفسارك`,
      verb: r`تم استلام|تم تلقي|تلقينا|استلمنا|تم إرسال|تم ارسال|تم تقديم|تم تسجيل|وصلنا|وصلتنا`,
      also: r`من قبلنا|إلى فريقنا|على تواصلك(?: معنا)?|لتواصلك معنا|لقد|قد|بنجاح|إلينا|شكرا|شكرًا
  |جزيلا|لك|لكم|و?سنرد|و?سنراجعه|عليك|قريبا|قريبًا|برقم|رقم`,
    },
  };

  ns.receiptWords = Object.freeze(TONGUES);
})();
