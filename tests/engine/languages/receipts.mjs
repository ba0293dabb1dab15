// Pages that say that a form was taken, as wholes, in many languages.

/** What pages of help and of privacy desks really say, as wholes: one list for each page. */
export const RECEIPTS = {
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
