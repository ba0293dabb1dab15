// What pages say after a form was sent, in many languages: what is a receipt, and what is none.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { namespace } from './lib/namespace.mjs';

const { receipt } = namespace(['text.js', 'receipt-words.js', 'receipt-doubts.js', 'receipt.js']);
const judge = (...blocks) => receipt.judge(blocks);

/** language -> sentences after which a careful person says: it was sent */
const TAKEN = {
  en: [
    'Your request was received',
    'We have received your request.',
    'Thank you! Your objection has been submitted.',
    'Your form was sent',
  ],
  de: [
    'Ihre Anfrage ist eingegangen.',
    'Wir haben deinen Widerspruch erhalten.',
    'Vielen Dank. Ihr Antrag wurde übermittelt.',
  ],
  fr: [
    'Votre demande a bien été reçue.',
    'Nous avons reçu votre demande.',
    'Merci. Votre formulaire a été envoyé.',
  ],
  es: ['Hemos recibido tu solicitud.', 'Tu solicitud se ha enviado.'],
  it: ['La tua richiesta è stata ricevuta.', 'Abbiamo ricevuto la tua richiesta.'],
  nl: ['We hebben je verzoek ontvangen.', 'Je bezwaar is ingediend.'],
  pt: [
    'Recebemos a sua solicitação.',
    'O seu pedido foi enviado.',
    'Sua solicitação foi recebida.',
  ],
  pl: [
    'Otrzymaliśmy Twój wniosek.',
    'Twój sprzeciw został przyjęty.',
    'Zgłoszenie zostało wysłane.',
  ],
  sv: ['Vi har tagit emot din begäran.'],
  da: ['Vi har modtaget din anmodning.'],
  no: ['Vi har mottatt forespørselen din.'],
  cs: ['Obdrželi jsme vaši žádost.'],
  tr: ['Talebiniz alındı.'],
  ru: ['Ваш запрос получен.', 'Мы получили ваше сообщение.'],
  ja: ['リクエストを受け付けました。', 'フォームが送信されました。'],
  ko: ['요청이 접수되었습니다.'],
  zh: ['我们已收到您的请求。', '您的申请已提交。'],
  ar: ['تم استلام طلبك.', 'لقد تلقينا طلبك.'],
};

/** What pages of help and of privacy desks really say, as wholes: one list for each page. */
const RECEIPTS = {
  en: [
    [
      'Thank you for contacting us.',
      'Your request has been submitted successfully. We will get back to you within 30 days.',
    ],
    ['We’ve received your objection and will review it.', 'You don’t need to do anything else.'],
    [
      'Your request 4711 has been received.',
      'If you do not hear from us within a month, write to our data protection officer.',
    ],
    ['Thanks, your report was sent to our privacy team.', 'You will get a confirmation by e-mail.'],
    ['Your response has been recorded.'],
    ['We have your request.', 'Reference: AB-99120'],
    ['We have received your request to object to the use of your information for AI at Meta.'],
    [
      'You’ll hear from us no later than 14 June.',
      'Your message was delivered to our support team.',
    ],
  ],
  de: [
    [
      'Vielen Dank!',
      'Ihre Anfrage wurde erfolgreich übermittelt.',
      'Wir melden uns innerhalb von 30 Tagen bei Ihnen.',
    ],
    [
      'Wir haben Ihren Widerspruch erhalten.',
      'Sie müssen nichts weiter tun. Vorgangsnummer: 55120',
    ],
    ['Deine Nachricht wurde an unser Team gesendet.'],
    ['Ihr Antrag ist bei uns eingegangen und wird geprüft.'],
    ['Ihre Supportanfrage wurde vollständig bearbeitet.', 'Deine Meldung ist eingegangen.'],
  ],
  fr: [
    [
      'Merci de nous avoir contactés.',
      'Votre demande nous est bien parvenue.',
      'Nous vous répondrons au plus tard dans un mois.',
    ],
    ['Votre opposition a été enregistrée avec succès.'],
    ['Nous avons bien reçu votre message et vous répondrons dans les meilleurs délais.'],
  ],
  es: [
    [
      'Gracias por contactarnos.',
      'Hemos recibido tu solicitud de oposición.',
      'Te responderemos por correo a más tardar en 30 días.',
    ],
    ['Su formulario se ha enviado correctamente.'],
    ['Tu mensaje fue enviado con éxito a nuestro equipo.', 'No necesitas hacer nada más.'],
  ],
  it: [
    [
      'Grazie per averci contattato.',
      'La tua richiesta è stata inviata correttamente.',
      'Riceverai un’e-mail di conferma.',
    ],
    ['La Sua richiesta è stata presa in carico.'],
    ['Abbiamo ricevuto la tua opposizione.', 'Il nostro team la esaminerà.'],
  ],
  nl: [
    [
      'Bedankt voor je bericht.',
      'Je verzoek is goed bij ons binnengekomen.',
      'Wij reageren binnen 30 dagen.',
    ],
    ['Uw bezwaar is succesvol ingediend.'],
    ['We hebben je aanvraag ontvangen.', 'Je hoeft niets te doen.'],
  ],
  pt: [
    [
      'Obrigado pelo seu contato.',
      'A sua solicitação foi enviada com sucesso.',
      'Vamos entrar em contato em breve.',
    ],
    ['Recebemos o seu pedido de oposição.', 'Não precisa de fazer nada.'],
    ['O seu formulário foi submetido.'],
  ],
  pl: [
    [
      'Dziękujemy za kontakt.',
      'Twój wniosek został pomyślnie wysłany.',
      'Odpowiemy w ciągu 30 dni.',
    ],
    ['Otrzymaliśmy Państwa sprzeciw.'],
    ['Twoje zgłoszenie zostało przyjęte pod numerem 5512.'],
  ],
  sv: [
    ['Tack!', 'Din begäran har skickats.', 'Vi svarar inom 30 dagar.'],
    ['Din invändning har registrerats.'],
    ['Ditt meddelande har skickats till oss.'],
  ],
  da: [
    ['Tak for din henvendelse.', 'Din anmodning er blevet sendt.', 'Vi svarer inden for 30 dage.'],
    ['Din indsigelse er modtaget.'],
    ['Vi har registreret din besked.'],
  ],
  no: [
    ['Takk for henvendelsen.', 'Din forespørsel er sendt.', 'Vi svarer innen 30 dager.'],
    ['Innsigelsen din er registrert.'],
    ['Vi har mottatt meldingen din.'],
  ],
  cs: [
    ['Děkujeme za zprávu.', 'Vaše žádost byla úspěšně odeslána.', 'Odpovíme do 30 dnů.'],
    ['Přijali jsme vaši námitku.'],
    ['Váš formulář byl přijat.'],
  ],
  tr: [
    ['Teşekkür ederiz.', 'Talebiniz başarıyla gönderildi.', '30 gün içinde yanıtlayacağız.'],
    ['İtirazınız kaydedildi.'],
    ['Mesajınızı aldık.'],
    ['Başvurunuz ekibimize iletildi.'],
  ],
  ru: [
    ['Спасибо за обращение.', 'Ваша заявка успешно отправлена.', 'Мы ответим в течение 30 дней.'],
    ['Ваше возражение зарегистрировано.'],
    ['Мы получили ваш запрос.'],
  ],
  ja: [
    [
      'お問い合わせいただきありがとうございます。',
      'お客様のリクエストを受け付けました。',
      '内容を確認のうえ、30日以内に回答いたします。',
    ],
    ['お送りいただいたフォームを受け取りました。'],
    ['異議申し立てを承りました。', '受付番号：5512'],
    ['メッセージは正常に送信されました。'],
  ],
  ko: [
    [
      '문의해 주셔서 감사합니다.',
      '귀하의 요청이 성공적으로 제출되었습니다.',
      '30일 이내에 답변해 드리겠습니다.',
    ],
    ['보내주신 문의를 받았습니다.'],
    ['이의 제기가 접수되었습니다.', '접수 번호: 5512'],
  ],
  zh: [
    ['感谢您的来信。', '我们已经收到您的申请，并会尽快处理。'],
    ['您的表单已成功提交。', '编号：5512'],
    ['我們已收到您的異議。'],
    ['你的请求已发送。'],
  ],
  ar: [
    ['شكرًا لتواصلك معنا.', 'لقد تم استلام طلبك بنجاح.', 'سنرد خلال 30 يومًا.'],
    ['تم تسجيل اعتراضك برقم 5512.'],
    ['تم إرسال رسالتك.'],
  ],
};

/** What takes the form's place when nothing was taken. */
const ERRORS = {
  en: [
    ['We received an unexpected response from the server.'],
    ['Unexpected response received'],
    ['The server sent an empty response.'],
    ['We have received more requests than usual. Come back in a few minutes.'],
    ['We received an unusually high number of requests from your network.'],
    ['This form is closed. Requests received by mail are handled within 30 days.'],
    ['Your request got lost on the way.'],
    ['Your message got stuck.'],
    ['Session timed out. Messages sent from this page are lost.'],
    ['Your report is received half…'],
    ['Your request was received only in part'],
    ['Ticket 4711: internal server fault'],
    ['Case ID: 5003. Service degraded'],
    ['Confirmation number 12345 is what you enter at the desk.'],
    ['Thank you for your patience. We will review the traffic of your network.'],
    ['Duplicate: an objection was filed from this address.'],
    ['Privacy requests we received in 2025: 12,400'],
    ['Thanks for writing. We will get back to you by e-mail.'],
    ['Case 991204. We will answer by e-mail.'],
    ['Your case number: 4471123'],
    ['Thank you', 'We will review what you wrote.'],
    ['Request received', 'In review', 'Done'],
    ['Message received'],
    ['Your request was received.', 'It will not be processed.'],
    ['Your request was received.', 'The mailbox is full.'],
    ['Your request was received too late.'],
    ['Unless you object… your request was sent to the archive'],
    ['Your request was sent to the sender.'],
    ['Your request is received once the mail is opened'],
    ['Your requests received in May are listed below.'],
    ['We got a response.'],
    ['Your code was sent to your inbox.'],
    ['Your request was sent to Undeliverable Mail.'],
    ['Your message was delivered as spam.'],
    ['Your request was received.', 'Click on what we mailed to activate it.'],
    ['Your request was received in 2019.'],
  ],
  de: [
    ['Wir haben eine unerwartete Antwort vom Server erhalten.'],
    ['Unerwartete Nachricht empfangen'],
    ['Der Server hat eine leere Nachricht gesendet.'],
    ['Dieses Formular ist geschlossen. Per Post eingegangene Anfragen prüfen wir in 30 Tagen.'],
    ['Ihre Nachricht wurde an den Absender gesendet. Postfach voll.'],
    ['Ihre Anfrage ist unterwegs verloren gegangen.'],
    ['Wir haben mehr Anfragen als üblich erhalten.'],
    ['Vorgang 4711: Dienst gestört'],
    ['Ihre Vorgangsnummer: 55120'],
    ['Danke für Ihre Geduld. Wir prüfen den Datenverkehr.'],
    ['Ihr Antrag ist zu spät eingegangen.'],
    ['Ihre Anfrage wurde zur Hälfte übermittelt.'],
    ['Ihr Widerspruch ist eingegangen.', 'Er wird nicht bearbeitet.'],
  ],
  fr: [
    ['Nous avons reçu une réponse inattendue du serveur.'],
    ['Réponse vide reçue'],
    ['Votre demande a été envoyée hors délai.'],
    ['Nous avons reçu plus de demandes que d’habitude. Revenez dans quelques minutes.'],
    ['Ce formulaire est fermé. Les demandes reçues par courrier sont traitées sous 30 jours.'],
    ['Merci de votre patience. Nous examinerons le trafic de votre réseau.'],
    ['Votre message s’est perdu en route.'],
    ['Dossier 4711 : panne interne'],
    ['Votre demande a été reçue à moitié.'],
    ['Votre demande a été reçue.', 'Elle ne sera pas traitée.'],
  ],
  es: [
    ['Hemos recibido una respuesta inesperada del servidor.'],
    ['Respuesta vacía recibida'],
    ['Hemos recibido más solicitudes de lo habitual. Vuelve en unos minutos.'],
    ['Este formulario está cerrado. Las solicitudes recibidas por correo se tramitan en 30 días.'],
    ['Tu solicitud se ha enviado fuera de plazo.'],
    ['Tu mensaje se perdió por el camino.'],
    ['Caso 4711: avería interna'],
    ['Gracias. Te responderemos por correo.'],
    ['Tu solicitud fue recibida a medias.'],
    ['Tu solicitud fue recibida.', 'No será tramitada.'],
  ],
  it: [
    ['Abbiamo ricevuto una risposta inattesa dal server.'],
    ['Risposta vuota ricevuta'],
    ['Abbiamo ricevuto più richieste del solito. Torna tra qualche minuto.'],
    ['Questo modulo è chiuso. Le richieste ricevute per posta sono trattate in 30 giorni.'],
    ['La tua richiesta è stata inviata fuori tempo.'],
    ['Il tuo messaggio è andato perso.'],
    ['Caso 4711: guasto interno'],
    ['Grazie. Ti risponderemo via e-mail.'],
    ['La tua richiesta è stata ricevuta a metà.'],
    ['La tua richiesta è stata ricevuta.', 'Non sarà esaminata.'],
  ],
  nl: [
    ['We hebben een onverwacht bericht van de server ontvangen.'],
    ['Leeg bericht ontvangen'],
    ['We hebben meer verzoeken ontvangen dan normaal. Kom over enkele minuten terug.'],
    ['Dit formulier is gesloten. Per post ontvangen verzoeken worden binnen 30 dagen behandeld.'],
    ['Je verzoek is te laat ingediend.'],
    ['Je bericht is onderweg verloren gegaan.'],
    ['Zaak 4711: interne storing'],
    ['Je verzoek is half verzonden.'],
    ['Je verzoek is ontvangen.', 'Het wordt niet behandeld.'],
  ],
  pt: [
    ['Recebemos uma resposta inesperada do servidor.'],
    ['Resposta vazia recebida'],
    ['Recebemos mais pedidos do que o normal. Volte em alguns minutos.'],
    ['Este formulário está encerrado. Os pedidos recebidos por correio são tratados em 30 dias.'],
    ['O seu pedido foi enviado fora do prazo.'],
    ['A sua mensagem perdeu-se no caminho.'],
    ['Caso 4711: avaria interna'],
    ['O seu pedido foi recebido pela metade.'],
    ['O seu pedido foi recebido.', 'Não será tratado.'],
  ],
  pl: [
    ['Otrzymaliśmy nieoczekiwaną odpowiedź z serwera.'],
    ['Otrzymano pustą wiadomość'],
    ['Otrzymaliśmy więcej zgłoszeń niż zwykle. Wróć za kilka minut.'],
    ['Formularz jest zamknięty. Wnioski przesłane pocztą rozpatrujemy w 30 dni.'],
    ['Twój wniosek został złożony po terminie.'],
    ['Twoja wiadomość zaginęła po drodze.'],
    ['Zgłoszenie 4711: awaria wewnętrzna'],
    ['Twoje zgłoszenie zostało przyjęte w połowie.'],
    ['Twój wniosek został przyjęty.', 'Nie zostanie rozpatrzony.'],
  ],
  sv: [
    ['Vi har tagit emot ett oväntat meddelande från servern.'],
    ['Tomt meddelande mottaget'],
    ['Vi har tagit emot fler förfrågningar än vanligt.'],
    ['Din begäran har skickats för sent.'],
    ['Ditt meddelande har kommit bort.'],
    ['Ärende 4711: internt avbrott'],
    ['Din begäran har mottagits.', 'Den behandlas inte.'],
  ],
  da: [
    ['Vi har modtaget en uventet besked fra serveren.'],
    ['Tom besked modtaget'],
    ['Vi har modtaget flere anmodninger end normalt.'],
    ['Din anmodning er sendt for sent.'],
    ['Din besked er gået tabt.'],
    ['Sag 4711: internt nedbrud'],
    ['Din anmodning er modtaget.', 'Den bliver ikke behandlet.'],
  ],
  no: [
    ['Vi har mottatt en uventet melding fra serveren.'],
    ['Tom melding mottatt'],
    ['Vi har mottatt flere forespørsler enn vanlig.'],
    ['Din forespørsel er sendt for sent.'],
    ['Din melding er gått tapt.'],
    ['Sak 4711: internt avbrudd'],
    ['Din forespørsel er mottatt.', 'Den blir ikke behandlet.'],
  ],
  cs: [
    ['Obdrželi jsme neočekávanou zprávu ze serveru.'],
    ['Byla přijata prázdná zpráva'],
    ['Obdrželi jsme více žádostí než obvykle.'],
    ['Vaše žádost byla podána pozdě.'],
    ['Vaše zpráva se cestou ztratila.'],
    ['Vaše žádost byla přijata zčásti.'],
    ['Vaše žádost byla přijata.', 'Nebude posouzena.'],
  ],
  tr: [
    ['Sunucudan beklenmeyen bir mesaj alındı.'],
    ['Boş mesaj alındı'],
    ['Normalden fazla talep aldık. Birkaç dakika sonra geri gelin.'],
    ['Talebiniz geç gönderildi.'],
    ['Mesajınız yolda kayboldu.'],
    ['Talebinizin yarısı alındı.'],
    ['Talebiniz alındı.', 'İşleme alınmayacak.'],
  ],
  ru: [
    ['Мы получили неожиданное сообщение от сервера.'],
    ['Получено пустое сообщение'],
    ['Мы получили больше запросов, чем обычно.'],
    ['Ваш запрос отправлен с опозданием.'],
    ['Ваше сообщение потерялось в пути.'],
    ['Ваш запрос получен наполовину.'],
    ['Ваш запрос получен.', 'Он не будет рассмотрен.'],
  ],
  ja: [
    ['サーバーから予期しない応答を受信しました。'],
    ['サーバーが空のメッセージを送信しました。'],
    ['通常より多くのリクエストを受け付けました。数分後にお越しください。'],
    ['このフォームは終了しました。郵送のご依頼は30日以内に回答いたします。'],
    ['リクエストは期限後に送信されました。'],
    ['メッセージが途中で失われました。'],
    ['お待ちいただきありがとうございます。通信を確認いたします。'],
    ['リクエストの半分を受け取りました。'],
    ['リクエストを受け付けました。', '対応はいたしません。'],
    ['2025年に受け付けましたご請求：12,400件'],
  ],
  ko: [
    ['서버에서 예기치 않은 메시지를 받았습니다.'],
    ['빈 메시지를 받았습니다.'],
    ['평소보다 많은 요청을 받았습니다. 몇 분 후에 오세요.'],
    ['요청이 기한 후에 제출되었습니다.'],
    ['메시지가 사라졌습니다.'],
    ['요청의 절반을 받았습니다.'],
    ['요청이 접수되었습니다.', '처리되지 않습니다.'],
  ],
  zh: [
    ['我们收到了服务器的意外消息。'],
    ['我们收到了空消息。'],
    ['我们收到的请求比平时多。请几分钟后回来。'],
    ['您的申请已逾期提交。'],
    ['您的消息丢失了。'],
    ['您的请求已收到一半。'],
    ['2025年我们收到的请求：12,400'],
    ['您的请求已收到。', '但不予处理。'],
    ['伺服器傳回空的訊息，我們收到了。'],
  ],
  ar: [
    ['تلقينا رسالة غير متوقعة من الخادم.'],
    ['تم استلام رسالة فارغة.'],
    ['تلقينا طلبات أكثر من المعتاد.'],
    ['تم تقديم طلبك متأخرا.'],
    ['ضاعت رسالتك في الطريق.'],
    ['تم استلام نصف طلبك.'],
    ['تم استلام طلبك.', 'لن تتم معالجته.'],
  ],
};

/** language -> sentences after which nobody may say so */
const NOT_TAKEN = {
  en: [
    'An error occurred while your message was being sent. Nothing was sent.',
    'Your session has expired',
    'Please log in again to continue with your request.',
    'We could not process your request. Please try again.',
    'What you see may be less relevant. Do you still want to object?',
    'Your request was not received.',
    'Your request has not been sent yet.',
    'Before your request is submitted, confirm your address.',
    'Your request will be submitted when you press Continue.',
    'We have already received a request from you.',
    'Your form was received? Not quite.',
    'Your draft request was saved.',
    'Request received: something went wrong on our side.',
    'Thank you. We have sent you a code.',
    'Error reference 18.2d8a1602',
    'Request ID 9912045',
    'Thank you for your patience.',
    'Look into your mailbox to go on with this request.',
    'Your message could not be delivered.',
    'Your request was received, but we could not save it.',
    'Your request was cancelled.',
    'Are you human? Your request was received from an unusual network.',
    'Once we have received your request, we will answer.',
    'A message stands here in words that nobody knows.',
  ],
  de: [
    'Beim Senden ist ein Fehler aufgetreten. Ihre Anfrage wurde nicht übermittelt.',
    'Deine Sitzung ist abgelaufen. Melde dich erneut an.',
    'Möchtest du wirklich widersprechen?',
    'Ihre Anfrage wird gesendet, sobald Sie die Adresse bestätigen.',
    'Wir konnten deinen Widerspruch nicht erhalten.',
    'Wir haben Ihren Antrag bereits erhalten.',
  ],
  fr: [
    "Une erreur s'est produite. Votre demande n'a pas été envoyée.",
    'Votre session a expiré. Reconnectez-vous.',
    'Souhaitez-vous toujours vous opposer ?',
    'Votre demande sera envoyée dès que vous aurez confirmé.',
  ],
  es: [
    'Se ha producido un error. Tu solicitud no se ha enviado.',
    'Tu sesión ha caducado. Inicia sesión de nuevo.',
    '¿Todavía quieres oponerte?',
  ],
  it: [
    'Si è verificato un errore. La tua richiesta non è stata inviata.',
    'La sessione è scaduta. Accedi di nuovo.',
    'Vuoi ancora opporti?',
  ],
  nl: [
    'Er is iets misgegaan. Je verzoek is niet verzonden.',
    'Je sessie is verlopen. Log in.',
    'Wil je nog steeds bezwaar maken?',
  ],
  pt: [
    'Ocorreu um erro. Seu pedido não foi enviado.',
    'Sua sessão expirou. Faça login novamente.',
    'Você ainda quer se opor?',
  ],
  pl: [
    'Wystąpił błąd. Wniosek nie został wysłany.',
    'Sesja wygasła. Zaloguj się ponownie.',
    'Czy na pewno chcesz złożyć sprzeciw?',
  ],
  sv: ['Något gick fel. Din begäran har inte skickats.'],
  da: ['Der opstod en fejl. Din anmodning blev ikke sendt.'],
  cs: ['Došlo k chybě. Žádost nebyla odeslána.'],
  tr: ['Bir hata oluştu. Talebiniz gönderilemedi.'],
  ru: ['Произошла ошибка. Ваш запрос не отправлен.'],
  ja: [
    'エラーが発生しました。リクエストは送信されませんでした。',
    'セッションの有効期限が切れました。ログインしてください。',
    '本当に異議を申し立てますか？',
  ],
  ko: ['오류가 발생했습니다. 요청이 전송되지 않았습니다.'],
  zh: ['发生错误，您的请求未提交。', '会话已过期，请重新登录。'],
  ar: [
    'حدث خطأ. لم يتم إرسال طلبك.',
    'انتهت الجلسة. سجل الدخول مرة أخرى.',
    'هل ما زلت تريد الاعتراض؟',
  ],
  fi: ['Pyyntösi on vastaanotettu.', 'Tapahtui virhe.'],
  hu: ['A kérés elküldése nem sikerült.'],
};

for (const [lang, list] of Object.entries(TAKEN)) {
  for (const words of list)
    test(`a receipt (${lang}): ${words}`, () => assert.equal(judge(words), 'taken'));
}
for (const [lang, list] of Object.entries(NOT_TAKEN)) {
  for (const words of list)
    test(`no receipt (${lang}): ${words}`, () => assert.notEqual(judge(words), 'taken'));
}

for (const [lang, list] of Object.entries(RECEIPTS)) {
  for (const page of list) {
    test(`a page's receipt (${lang}): ${page.join(' / ')}`, () => {
      assert.equal(judge(...page), 'taken');
    });
  }
}
for (const [lang, list] of Object.entries(ERRORS)) {
  for (const page of list) {
    test(`a page's error (${lang}): ${page.join(' / ')}`, () => {
      assert.notEqual(judge(...page), 'taken');
    });
  }
}
test('a word of trouble in one language voids a receipt in another', () => {
  assert.equal(judge('Your request was received.', 'Serverfehler'), 'refused');
  assert.equal(judge('Votre demande a été reçue.', 'Le formulaire', 'Error 31'), 'refused');
});
test('a receipt beside what a gateway or a mailer says is none', () => {
  const pages = [
    'Your request was sent. HTTP 502 Bad Gateway',
    'Your request was sent. Unknown recipient.',
    'Votre demande a été envoyée. Le destinataire est inconnu.',
    '您的请求已收到。系统繁忙。',
  ];
  for (const words of pages) assert.equal(judge(words), 'refused', words);
});
test('every language has both kinds of words', () => {
  for (const lang of receipt.languages) assert.ok(RECEIPTS[lang] && ERRORS[lang], lang);
});

test('a receipt beside a refusal is none', () => {
  assert.equal(judge('Your request was received.', 'It could not be submitted.'), 'refused');
  assert.equal(
    judge('Wir haben deine Anfrage erhalten.', 'Sie konnte nicht gespeichert werden.'),
    'refused',
  );
});
test('a heading and what follows it are read together', () => {
  assert.equal(
    judge('Your request was received', 'Case 991204. We will answer by e-mail.'),
    'taken',
  );
});
test('nothing new says nothing', () => assert.equal(judge(), 'unclear'));
