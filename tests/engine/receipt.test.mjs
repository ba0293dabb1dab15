// What pages say after a form was sent, in many languages: what is a receipt, and what is none.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { namespace } from './lib/namespace.mjs';

const { receipt } = namespace(['text.js', 'receipt-words.js', 'receipt.js']);
const judge = (...blocks) => receipt.judge(blocks);

/** language -> sentences after which a careful person says: it was sent */
const TAKEN = {
  en: ['Your request was received', 'We have received your request.', 'Thank you! Your objection has been submitted.', 'Your form was sent',
    'Thanks for writing. We will get back to you by e-mail.', 'Case 991204. We will answer by e-mail.', 'Your case number: 4471123'],
  de: ['Ihre Anfrage ist eingegangen.', 'Wir haben deinen Widerspruch erhalten.', 'Vielen Dank. Ihr Antrag wurde übermittelt.', 'Ihre Vorgangsnummer: 55120'],
  fr: ['Votre demande a bien été reçue.', 'Nous avons reçu votre demande.', 'Merci. Votre formulaire a été envoyé.'],
  es: ['Hemos recibido tu solicitud.', 'Tu solicitud se ha enviado.', 'Gracias. Te responderemos por correo.'],
  it: ['La tua richiesta è stata ricevuta.', 'Abbiamo ricevuto la tua richiesta.', 'Grazie. Ti risponderemo via e-mail.'],
  nl: ['We hebben je verzoek ontvangen.', 'Je bezwaar is ingediend.'],
  pt: ['Recebemos a sua solicitação.', 'O seu pedido foi enviado.', 'Sua solicitação foi recebida.'],
  pl: ['Otrzymaliśmy Twój wniosek.', 'Twój sprzeciw został przyjęty.', 'Zgłoszenie zostało wysłane.'],
  sv: ['Vi har tagit emot din begäran.'], da: ['Vi har modtaget din anmodning.'], no: ['Vi har mottatt forespørselen din.'],
  cs: ['Obdrželi jsme vaši žádost.'], tr: ['Talebiniz alındı.'], ru: ['Ваш запрос получен.', 'Мы получили ваше сообщение.'],
  ja: ['リクエストを受け付けました。', 'フォームが送信されました。'], ko: ['요청이 접수되었습니다.'], zh: ['我们已收到您的请求。', '您的申请已提交。'],
  ar: ['تم استلام طلبك.', 'لقد تلقينا طلبك.'],
};

/** language -> sentences after which nobody may say so */
const NOT_TAKEN = {
  en: ['An error occurred while your message was being sent. Nothing was sent.', 'Your session has expired', 'Please log in again to continue with your request.',
    'We could not process your request. Please try again.', 'What you see may be less relevant. Do you still want to object?', 'Your request was not received.',
    'Your request has not been sent yet.', 'Before your request is submitted, confirm your address.', 'Your request will be submitted when you press Continue.',
    'We have already received a request from you.', 'Your form was received? Not quite.', 'Your draft request was saved.', 'Request received: something went wrong on our side.',
    'Thank you. We have sent you a code.', 'Error reference 18.2d8a1602', 'Request ID 9912045', 'Thank you for your patience.', 'Look into your mailbox to go on with this request.',
    'Your message could not be delivered.', 'Your request was received, but we could not save it.', 'Your request was cancelled.', 'Are you human? Your request was received from an unusual network.',
    'Once we have received your request, we will answer.', 'A message stands here in words that nobody knows.'],
  de: ['Beim Senden ist ein Fehler aufgetreten. Ihre Anfrage wurde nicht übermittelt.', 'Deine Sitzung ist abgelaufen. Melde dich erneut an.', 'Möchtest du wirklich widersprechen?',
    'Ihre Anfrage wird gesendet, sobald Sie die Adresse bestätigen.', 'Wir konnten deinen Widerspruch nicht erhalten.', 'Wir haben Ihren Antrag bereits erhalten.'],
  fr: ["Une erreur s'est produite. Votre demande n'a pas été envoyée.", 'Votre session a expiré. Reconnectez-vous.', 'Souhaitez-vous toujours vous opposer ?', "Votre demande sera envoyée dès que vous aurez confirmé."],
  es: ['Se ha producido un error. Tu solicitud no se ha enviado.', 'Tu sesión ha caducado. Inicia sesión de nuevo.', '¿Todavía quieres oponerte?'],
  it: ['Si è verificato un errore. La tua richiesta non è stata inviata.', 'La sessione è scaduta. Accedi di nuovo.', 'Vuoi ancora opporti?'],
  nl: ['Er is iets misgegaan. Je verzoek is niet verzonden.', 'Je sessie is verlopen. Log in.', 'Wil je nog steeds bezwaar maken?'],
  pt: ['Ocorreu um erro. Seu pedido não foi enviado.', 'Sua sessão expirou. Faça login novamente.', 'Você ainda quer se opor?'],
  pl: ['Wystąpił błąd. Wniosek nie został wysłany.', 'Sesja wygasła. Zaloguj się ponownie.', 'Czy na pewno chcesz złożyć sprzeciw?'],
  sv: ['Något gick fel. Din begäran har inte skickats.'], da: ['Der opstod en fejl. Din anmodning blev ikke sendt.'], cs: ['Došlo k chybě. Žádost nebyla odeslána.'],
  tr: ['Bir hata oluştu. Talebiniz gönderilemedi.'], ru: ['Произошла ошибка. Ваш запрос не отправлен.'],
  ja: ['エラーが発生しました。リクエストは送信されませんでした。', 'セッションの有効期限が切れました。ログインしてください。', '本当に異議を申し立てますか？'],
  ko: ['오류가 발생했습니다. 요청이 전송되지 않았습니다.'], zh: ['发生错误，您的请求未提交。', '会话已过期，请重新登录。'],
  ar: ['حدث خطأ. لم يتم إرسال طلبك.', 'انتهت الجلسة. سجل الدخول مرة أخرى.', 'هل ما زلت تريد الاعتراض؟'],
  fi: ['Pyyntösi on vastaanotettu.', 'Tapahtui virhe.'], hu: ['A kérés elküldése nem sikerült.'],
};

for (const [lang, list] of Object.entries(TAKEN)) {
  for (const words of list) test(`a receipt (${lang}): ${words}`, () => assert.equal(judge(words), 'taken'));
}
for (const [lang, list] of Object.entries(NOT_TAKEN)) {
  for (const words of list) test(`no receipt (${lang}): ${words}`, () => assert.notEqual(judge(words), 'taken'));
}

test('a receipt beside a refusal is none', () => {
  assert.equal(judge('Your request was received.', 'It could not be submitted.'), 'refused');
  assert.equal(judge('Wir haben deine Anfrage erhalten.', 'Sie konnte nicht gespeichert werden.'), 'refused');
});
test('a heading and what follows it are read together', () => {
  assert.equal(judge('Your request was received', 'Case 991204. We will answer by e-mail.'), 'taken');
  assert.equal(judge('Thank you', 'We will review what you wrote.'), 'taken');
});
test('nothing new says nothing', () => assert.equal(judge(), 'unclear'));
