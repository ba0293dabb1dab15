// The words of receipts: what pages say after something was sent. Data of receipt.js alone; each entry is alternatives of
// a regular expression over normalised text (text.js).
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /** @type {Record<string, Tongue>} */
  const TONGUES = {
    en: {
      noun: 'requests?|objections?|forms?|reports?|messages?|submissions?|inquir(?:y|ies)'
        + '|enquir(?:y|ies)|cases?|responses?|tickets?',
      verb: 'received|submitted|sent|registered|recorded|filed|got',
      not: "not|\\p{L}+n't|cannot|never|no|nothing|unless|until|till|before|once|when|if"
        + '|after|will|to|must|needs?|please|again|error|failed|failure|already|yet'
        + '|drafts?|saved|code|link|being|would|could|should|may|might|can|how|except|but'
        + '|without|unable|incomplete|withdrawn|cancel\\p{L}*|expired?|why|what|only'
        + '|pending|unfinished|almost|nearly|trying|earlier|last|previous(?:ly)?',
      refused: "errors?|failed|failure|went wrong|go(?:es)? wrong|wrong|could ?n[o']t|couldn't"
        + '|unable|nothing was|try (?:it )?again|again later|expired?|log (?:back )?in'
        + '|sign (?:back )?in|login|captcha|robots?|human|verify|verification|codes?'
        + '|invalid|missing|required|too many|temporarily|unavailable|before you go'
        + '|are you sure|still want|want to (?:continue|go on|object)|more step|next step'
        + '|last step|continue|confirm|to complete|to finish'
        + "|can(?:no|')t (?:be|process|complete|send|submit|accept|handle|find)"
        + "|(?:not|n't|never) (?:been )?(?:sent|received|submitted|processed|saved|delivered|accepted|completed?)"
        + '|problem|sorry|unfortunately|denied|blocked|rejected|declined|limit'
        + '|cancel(?:led|ed)?|withdrawn|incomplete|instead|undo',
      numbered: 'case|ticket|confirmation', thanks: 'thank you|thanks',
      answer: "(?:we|our team|someone)(?: will|'ll) (?:soon |shortly )?(?:answer|reply|respond|review|get back|contact you|be in touch|email you|write)",
    },
    de: {
      noun: '(?:kontakt|support)?anfrage|antrag|widerspruch|einspruch|anliegen|formular'
        + '|nachricht|meldung|mitteilung|eingabe|fall|ticket',
      verb: 'erhalten|eingegangen|empfangen|übermittelt|gesendet|abgesendet|abgeschickt'
        + '|verschickt|eingereicht|versandt|versendet|übersandt|angekommen|registriert'
        + '|entgegengenommen',
      not: 'nicht|nichts|kein\\p{L}*|nie|noch|ohne|wenn|falls|sobald|bevor|nachdem|bis'
        + '|erst|um|zu|werden|wird|muss|müssen|kann|können|konnte\\p{L}*|könnte\\p{L}*'
        + '|bitte|bereits|schon|fehler|leider|entwurf|code|link|soll\\p{L}*|würde\\p{L}*'
        + '|nur|fast|ob|wie|warum|zuvor|früher\\p{L}*|letzte\\p{L}*',
      refused: 'fehler|fehlgeschlagen|schiefgelaufen|schiefgegangen|schief|konnte\\p{L}* nicht'
        + '|kann nicht|nichts gesendet'
        + '|nicht (?:gesendet|übermittelt|erhalten|eingegangen|abgeschickt)|erneut'
        + '|noch ?einmal|nochmals?|abgelaufen|anmelden|einloggen|melde dich'
        + '|melden sie sich|captcha|roboter|bestätigen|bestätige|bestätigungscode|code'
        + '|ungültig|fehlt|fehlen|erforderlich|später|vorübergehend|nicht verfügbar'
        + '|möchtest du|möchten sie|wirklich|weiter|fortfahren|nächster schritt'
        + '|abschließen|problem|leider|entschuldig\\p{L}*|abgelehnt|gesperrt|stattdessen'
        + '|abgebrochen',
      numbered: 'fall|fallnummer|ticket|ticketnummer|vorgang|vorgangsnummer|aktenzeichen',
      thanks: 'danke|vielen dank|besten dank|herzlichen dank',
      answer: 'wir (?:antworten|melden uns|prüfen|bearbeiten|werden (?:uns|ihnen|dir|ihre|deine)\\P{N}*(?:melden|antworten|prüfen|bearbeiten))',
    },
    fr: {
      noun: 'demande|objection|opposition|formulaire|message|requête|signalement|réponse'
        + '|dossier|envoi',
      verb: 'reçue?s?|envoyée?s?|transmise?s?|soumise?s?|enregistrée?s?|déposée?s?'
        + '|bien reçu|prise? en compte',
      not: "ne|n'\\p{L}+|pas|jamais|rien|aucune?|si|lorsque|quand|avant|après|dès|sera"
        + '|seront|doit|devez|veuillez|peut|pouvez|pourra|pour|déjà|encore|erreur'
        + '|brouillon|code|lien|sans|sauf|impossible|presque|seulement|échoué|comment'
        + '|pourquoi|précédente?|dernière?',
      refused: "erreur|échoué|échec|impossible|n'a pas|n'ont pas|n'avons pas|pas pu"
        + '|réessaye[rz]|réessayer|nouveau|expirée?|connecter|connectez|reconnecter'
        + '|identifier|identifiez|captcha|robot|confirmer|confirmez|code|invalide'
        + '|manquante?|obligatoire|plus tard|temporairement|indisponible|souhaitez-vous'
        + '|voulez-vous|êtes-vous sûre?|toujours|continuer|étape|finaliser|terminer'
        + '|problème|désolée?s?|malheureusement|refusée?|bloquée?|annulée?|rien n',
      numbered: 'dossier|ticket|cas', thanks: 'merci',
      answer: 'nous (?:vous )?(?:répondrons|contacterons|recontacterons|reviendrons|examinerons|traiterons|allons (?:vous répondre|examiner|traiter))',
    },
    es: {
      noun: 'solicitud|objeción|oposición|formulario|mensaje|petición|consulta|reclamación'
        + '|caso|respuesta',
      verb: 'recibid[oa]s?|enviad[oa]s?|presentad[oa]s?|registrad[oa]s?|recibimos'
        + '|tramitad[oa]s?',
      not: 'no|nunca|nada|ningun[oa]?|si|cuando|antes|después|hasta|será|serán|debe|debes'
        + '|deberá|puede|puedes|podrá|por favor|para|ya|aún|todavía|error|borrador|código'
        + '|enlace|sin|salvo|imposible|casi|solo|falló|cómo|anterior|última',
      refused: 'error(?:es)?|falló|fallo|fallido|salió mal|ha ido mal'
        + '|no se (?:pudo|ha podido|ha enviado|envió|ha recibido)'
        + '|no (?:hemos|pudimos|podemos)|inténtalo|inténtelo|intentar|de nuevo|otra vez'
        + '|caducad[oa]|expirad[oa]|expiró|caducó|iniciar sesión|inicia sesión'
        + '|inicie sesión|captcha|robot|confirma|confirme|confirmar|código|no válid[oa]'
        + '|falta|obligatori[oa]|más tarde|temporalmente|no disponible|quieres|quiere'
        + '|deseas|desea|seguro|continuar|paso|completar|finalizar|problema|lo sentimos'
        + '|lamentablemente|rechazad[oa]|bloquead[oa]|cancelad[oa]|nada se',
      numbered: 'caso|ticket|expediente', thanks: 'gracias',
      answer: '(?:te|le) (?:responderemos|contestaremos|contactaremos|escribiremos)'
        + '|(?:revisaremos|responderemos|estudiaremos|examinaremos)',
    },
    it: {
      noun: 'richiesta|obiezione|opposizione|modulo|messaggio|segnalazione|domanda|caso'
        + '|risposta',
      verb: 'ricevut[oaie]|inviat[oaie]|trasmess[oaie]|presentat[oaie]|registrat[oaie]'
        + '|inoltrat[oaie]',
      not: 'non|mai|nulla|niente|nessun[oa]?|se|quando|prima|dopo|finché|sarà|saranno|deve'
        + '|devi|può|puoi|potrà|per favore|per|già|ancora|errore|bozza|codice|link|senza'
        + '|salvo|impossibile|quasi|solo|come|precedente|ultima',
      refused: 'errore|errori|fallit[oa]|andato storto'
        + '|non (?:è stat[oa]|siamo|abbiamo|possiamo|riusciamo)|impossibile|riprova'
        + '|riprovare|di nuovo|nuovamente|scadut[oa]|accedi|accedere|accesso|captcha'
        + '|robot|conferma|confermare|codice|non valid[oa]|mancante|obbligatori[oa]'
        + '|più tardi|temporaneamente|non disponibile|vuoi|desideri|ancora|sicur[oa]'
        + '|continua|continuare|passaggio|completare|problema|spiacenti|purtroppo'
        + '|rifiutat[oa]|bloccat[oa]|annullat[oa]|nulla è',
      numbered: 'caso|ticket|pratica', thanks: 'grazie',
      answer: '(?:ti|le) (?:risponderemo|contatteremo|scriveremo)'
        + '|(?:esamineremo|risponderemo|valuteremo)',
    },
    nl: {
      noun: 'verzoek|bezwaar|formulier|bericht|aanvraag|melding|zaak|vraag|inzending',
      verb: 'ontvangen|verzonden|verstuurd|ingediend|geregistreerd|ingezonden|binnengekomen'
        + '|opgestuurd',
      not: 'niet|niets|nooit|geen|als|indien|wanneer|voordat|nadat|tot|zodra|wordt|worden'
        + '|moet|moeten|kan|kunnen|kon|konden|alstublieft|alsjeblieft|om|te|al|nog|fout'
        + '|concept|code|link|zonder|bijna|alleen|zullen|zal|hoe|eerder\\p{L}*|vorige'
        + '|laatste',
      refused: 'fout|mislukt|misgegaan|mis'
        + '|niet (?:verzonden|verstuurd|ontvangen|verwerkt|ingediend|worden)'
        + '|(?:kon|kan|konden|kunnen) (?:\\p{L}+ )*niet|opnieuw|nog een keer|verlopen'
        + '|inloggen|log in|aanmelden|meld je aan|captcha|robot|bevestig|bevestigen|code'
        + '|ongeldig|ontbreekt|verplicht|later|tijdelijk|niet beschikbaar|wil je|wilt u'
        + '|zeker|doorgaan|volgende stap|stap|voltooien|probleem|sorry|helaas|geweigerd'
        + '|geblokkeerd|geannuleerd|niets is',
      numbered: 'zaak|zaaknummer|ticket|ticketnummer|dossier|dossiernummer',
      thanks: 'bedankt|dank je|dank u|hartelijk dank',
      answer: 'we (?:zullen|gaan|nemen contact|beantwoorden|beoordelen|reageren|antwoorden)'
        + '|wij (?:zullen|nemen contact|beantwoorden|beoordelen|reageren|antwoorden)',
    },
    pt: {
      noun: 'pedido|solicitação|objeção|oposição|formulário|mensagem|requisição|reclamação'
        + '|caso|resposta',
      verb: 'recebid[oa]s?|enviad[oa]s?|recebemos|apresentad[oa]s?|registrad[oa]s?'
        + '|registad[oa]s?|submetid[oa]s?|encaminhad[oa]s?',
      not: 'não|nunca|nada|nenhuma?|se|quando|antes|depois|após|até|será|serão|deve|deverá'
        + '|pode|poderá|por favor|para|já|ainda|erro|rascunho|código|link|sem|impossível'
        + '|quase|só|apenas|como|anterior|última',
      refused: 'erro|erros|falhou|falha|deu errado|correu mal'
        + '|não (?:foi|foram|pôde|conseguimos|recebemos|podemos|pudemos)|tente|tentar'
        + '|novamente|de novo|expirou|expirad[oa]|iniciar sessão|inicie sessão|entrar'
        + '|faça login|login|captcha|robô|confirme|confirmar|código|inválid[oa]|falta'
        + '|obrigatóri[oa]|mais tarde|temporariamente|indisponível|deseja|quer|queres'
        + '|certeza|continuar|etapa|passo|concluir|problema|desculpe|infelizmente'
        + '|recusad[oa]|bloquead[oa]|cancelad[oa]|nada foi',
      numbered: 'caso|ticket|processo|protocolo', thanks: 'obrigad[oa]|agradecemos',
      answer: '(?:responderemos|entraremos em contat?o|contactaremos|analisaremos|iremos (?:responder|analisar)|vamos (?:responder|analisar))',
    },
    pl: {
      noun: 'wniosek|wniosku|sprzeciw|sprzeciwu|formularz|formularza|wiadomość|zgłoszenie'
        + '|zgłoszenia|prośbę|prośba|żądanie',
      verb: 'otrzymaliśmy|otrzymano'
        + '|został[ao]? (?:wysłan[ya]|wysłane|przesłan[ya]|przesłane|przyjęt[ya]|przyjęte|złożon[ya]|złożone|zarejestrowan[ya]|zarejestrowane|odebran[ya]|odebrane)'
        + '|wysłano|przesłano|przyjęto|złożono|zarejestrowano',
      not: 'nie|nigdy|nic|żaden|żadn\\p{L}*|jeśli|jeżeli|gdy|kiedy|zanim|po|aż|dopóki'
        + '|zostanie|musi|musisz|może|możesz|proszę|aby|żeby|już|jeszcze|błąd|szkic|kod'
        + '|link|bez|prawie|tylko|jak|poprzedni\\p{L}*|ostatni\\p{L}*',
      refused: 'błąd|błędu|błędy|niepowodzenie'
        + '|nie (?:powiodł\\p{L}*|udał\\p{L}*|został\\p{L}*|wysłano|otrzymaliśmy|można|możemy|mogliśmy)'
        + '|poszło nie tak|spróbuj|ponownie|jeszcze raz|wygasł\\p{L}*|zaloguj|logowania'
        + '|captcha|robotem|potwierdź|kod|kodu|nieprawidłow\\p{L}*|brakuje|wymagane'
        + '|później|tymczasowo|niedostępn\\p{L}*|czy chcesz|czy na pewno|nadal|kontynuuj'
        + '|krok|dokończ|problem|przepraszamy|niestety|odrzucon\\p{L}*|zablokowan\\p{L}*'
        + '|anulowan\\p{L}*',
      numbered: 'sprawa|sprawy|zgłoszenie|zgłoszenia', thanks: 'dziękujemy|dziękuję',
      answer: '(?:odpowiemy|skontaktujemy się|rozpatrzymy|odezwiemy się|sprawdzimy)',
    },
    sv: {
      noun: 'begäran|invändning|formulär|formuläret|meddelande|ärende|förfrågan|anmälan',
      verb: 'tagits emot|mottagits|har mottagit|har tagit emot|skickats|skickat|skickades'
        + '|registrerats|lämnats in|kommit in',
      not: 'inte|inget|inga|aldrig|om|när|innan|efter|tills|ska|måste|kan|kunde|vänligen'
        + '|redan|ännu|fel|utkast|kod|länk|utan|nästan|bara|att|hur|tidigare|senaste',
      refused: 'fel|misslyckades|gick snett|(?:kunde|kan|har|är) (?:\\p{L}+ )*inte|inget'
        + '|försök|igen|gått ut|logga in|captcha|robot|bekräfta|kod|ogiltig\\p{L}*|saknas'
        + '|obligatorisk\\p{L}*|senare|tillfälligt|otillgänglig|vill du|säker|fortsätt'
        + '|steg|slutför|problem|tyvärr|nekad\\p{L}*|blockerad\\p{L}*|avbruten',
      numbered: 'ärende|ärendenummer', thanks: 'tack',
      answer: 'vi (?:svarar|återkommer|kontaktar|granskar|kommer att (?:svara|granska|kontakta|återkomma))',
    },
    da: {
      noun: 'anmodning|indsigelse|formular|formularen|besked|henvendelse|sag|meddelelse',
      verb: 'modtaget|sendt|indsendt|registreret|afsendt',
      not: 'ikke|intet|ingen|aldrig|hvis|når|før|efter|indtil|vil|skal|kan|kunne|venligst'
        + '|allerede|endnu|fejl|kladde|kode|link|uden|næsten|kun|at|bliver|hvordan'
        + '|tidligere|seneste',
      refused: 'fejl|mislykkedes|gik galt|(?:kunne|kan|blev|er|har) (?:\\p{L}+ )*ikke|intet'
        + '|prøv|igen|udløbet|log ind|captcha|robot|bekræft|kode|ugyldig\\p{L}*|mangler'
        + '|påkrævet|senere|midlertidigt|utilgængelig|vil du|sikker|fortsæt|trin|fuldfør'
        + '|problem|desværre|beklager|afvist|blokeret|annulleret',
      numbered: 'sag|sagsnummer', thanks: 'tak',
      answer: 'vi (?:svarer|vender tilbage|kontakter|gennemgår|vil (?:svare|gennemgå|kontakte|vende tilbage))',
    },
    no: {
      noun: 'forespørsel|forespørselen|innsigelse|innsigelsen|skjema|skjemaet|melding'
        + '|meldingen|henvendelse|henvendelsen|sak',
      verb: 'mottatt|sendt|innsendt|registrert',
      not: 'ikke|ingenting|ingen|aldri|hvis|når|før|etter|inntil|vil|skal|må|kan|kunne'
        + '|vennligst|allerede|ennå|feil|kladd|kode|lenke|uten|nesten|bare|at|blir'
        + '|hvordan|tidligere|siste',
      refused: 'feil|mislyktes|gikk galt|(?:kunne|kan|ble|er|har) (?:\\p{L}+ )*ikke|ingenting'
        + '|prøv|igjen|utløpt|logg inn|logg på|captcha|robot|bekreft|kode|ugyldig\\p{L}*'
        + '|mangler|påkrevd|senere|midlertidig|utilgjengelig|vil du|ønsker du|sikker'
        + '|fortsett|trinn|fullfør|problem|dessverre|beklager|avvist|blokkert|avbrutt',
      numbered: 'sak|saksnummer', thanks: 'takk',
      answer: 'vi (?:svarer|kommer tilbake|kontakter|gjennomgår|vil (?:svare|gjennomgå|kontakte))',
    },
    cs: {
      noun: 'žádost|námitk[auy]|formulář|zpráv[au]|požadavek|podání',
      verb: 'obdrželi jsme|přijali jsme|jsme obdrželi|jsme přijali'
        + '|byl[ao]? (?:přijat[ao]?|odeslán[ao]?|podán[ao]?|zaregistrován[ao]?)',
      not: 'ne\\p{L}*|nic|nikdy|pokud|když|jakmile|než|po|až|bude|musí|musíte|může|můžete'
        + '|prosím|aby|již|už|ještě|chyb\\p{L}*|koncept|kód|odkaz|bez|téměř|jen|jak'
        + '|předchozí|poslední',
      refused: 'chyb\\p{L}*|selhal\\p{L}*|nepodařilo|nebyl\\p{L}*|nelze|nemůže\\p{L}*|zkuste'
        + '|znovu|vypršel\\p{L}*|přihlaste|přihlásit|captcha|robot|potvrďte|kód'
        + '|neplatn\\p{L}*|chybí|povinn\\p{L}*|později|dočasně|nedostupn\\p{L}*|chcete'
        + '|opravdu|pokračovat|krok|dokončete|problém|omlouváme|bohužel|zamítnut\\p{L}*'
        + '|zablokován\\p{L}*|zrušen\\p{L}*',
      thanks: 'děkujeme', answer: '(?:odpovíme|ozveme se|budeme vás kontaktovat|posoudíme)',
    },
    tr: {
      noun: 'talebiniz|talebinizi|itirazınız|itirazınızı|formunuz|formunuzu|mesajınız'
        + '|mesajınızı|başvurunuz|başvurunuzu|isteğiniz|isteğinizi',
      verb: 'alındı|alınmıştır|aldık|gönderildi|gönderilmiştir|iletildi|iletilmiştir'
        + '|kaydedildi|ulaştı',
      not: 'değil|hiçbir|eğer|önce|sonra|zaten|henüz|hata|taslak|kod|bağlantı|lütfen|için'
        + '|neredeyse|sadece|\\p{L}*(?:amadı|emedi|ılmadı|ilmedi|madık|medik)|ise|nasıl'
        + '|önceki|son',
      refused: 'hata|başarısız|ters gitti'
        + '|\\p{L}*(?:amadı|emedi|ılmadı|ilmedi|madık|medik|amıyor|emiyor)|tekrar|yeniden'
        + '|süresi doldu|giriş|oturum|captcha|robot|onayla\\p{L}*|doğrula\\p{L}*|kod'
        + '|geçersiz|eksik|zorunlu|daha sonra|geçici|kullanılamıyor|istiyor musun\\p{L}*'
        + '|emin|devam|adım|tamamla\\p{L}*|sorun|üzgünüz|maalesef|reddedildi|engellendi'
        + '|iptal',
      thanks: 'teşekkür\\p{L}*',
      answer: '(?:yanıtlayacağız|dönüş yapacağız|iletişime geçeceğiz|inceleyeceğiz)',
    },
    ru: {
      noun: 'запрос|возражение|форма|сообщение|заявка|заявление|обращение|заявку',
      verb: 'получен[оаы]?|получили|отправлен[оаы]?|принят[оаы]?|зарегистрирован[оаы]?'
        + '|приняли',
      not: 'не|нет|ничего|никогда|если|когда|прежде|до|после|пока|будет|должн\\p{L}*'
        + '|может\\p{L}*|пожалуйста|чтобы|уже|ещё|еще|ошибк\\p{L}*|черновик|код'
        + '|ссылк\\p{L}*|без|почти|только|как|ранее|последн\\p{L}*|предыдущ\\p{L}*',
      refused: 'ошибк\\p{L}*|сбой'
        + '|не (?:удалось|был\\p{L}*|получ\\p{L}*|отправл\\p{L}*|смогли|может\\p{L}*)'
        + '|пошло не так|попробуйте|повторите|снова|ещё раз|еще раз|истек\\p{L}*|истёк'
        + '|войдите|войти|captcha|робот|подтвердите|код|неверн\\p{L}*|отсутствует'
        + '|обязательн\\p{L}*|позже|временно|недоступ\\p{L}*|хотите|уверены|продолжить'
        + '|шаг|завершите|проблем\\p{L}*|извините|сожалению|отклонен\\p{L}*'
        + '|заблокирован\\p{L}*|отменен\\p{L}*',
      thanks: 'спасибо|благодарим', answer: 'мы (?:ответим|свяжемся|рассмотрим)',
    },
    ja: {
      noun: 'リクエスト|申請|申し立て|申立て|異議|お問い合わせ|フォーム|メッセージ|ご依頼|ご請求',
      verb: '受け付けました|受け取りました|受信しました|送信しました|送信されました|送信いたしました|受理しました|受理されました|受理いたしました'
        + '|受付いたしました|受付しました|受付が完了しました|送信が完了しました|承りました',
      not: 'ません|なかった|ない|まだ|場合|前に|再度|もう一度|エラー|失敗|コード|リンク|ください|すると|既に|すでに|以前|前回',
      refused: 'エラー|失敗|できません|できなかった|ませんでした|問題が|もう一度|再度|やり直|ログイン|サインイン|期限切れ|有効期限|確認コード|コードを|認証'
        + '|無効|必須|後ほど|一時的|利用でき|よろしいですか|しますか|続行|続ける|手順|ステップ|申し訳|拒否|キャンセル|ロボット',
      thanks: 'ありがとうございます|ありがとうございました', answer: '(?:回答|返信|連絡|確認|対応)(?:いたします|します)',
    },
    ko: {
      noun: '요청|신청|이의|문의|양식|메시지|반대',
      verb: '접수되었습니다|접수했습니다|접수됐습니다|받았습니다|제출되었습니다|제출했습니다|제출됐습니다|전송되었습니다|전송했습니다|전송됐습니다',
      not: '않|못|없|아직|다시|오류|실패|하면|경우|전에|코드|링크|이미|이전',
      refused: '오류|실패|않았|못했|없습니다|다시|만료|로그인|캡차|로봇|확인 코드|코드를|인증|잘못|필수|나중에|일시적|하시겠습니까|계속|단계|완료하'
        + '|문제|죄송|거부|차단|취소',
      thanks: '감사합니다', answer: '(?:답변|회신|연락|검토)(?:해 드리겠습니다|드리겠습니다|하겠습니다)',
    },
    zh: {
      noun: '请求|申请|异议|表单|表格|反对|消息|反馈|請求|申請|異議|表單|反對|訊息',
      verb: '已收到|收到了|已提交|提交成功|成功提交|已发送|发送成功|已受理|已送出|已傳送|已接收|已發送|已登记|已登記|我们收到|我們收到',
      not: '未|没|沒|无法|無法|不能|不|如果|之前|之后|之後|请先|請先|尚|失败|失敗|错误|錯誤|再次|重新|已过期|已過期|草稿|代码|代碼|链接|連結'
        + '|曾|即将|即將|上次',
      refused: '错误|錯誤|失败|失敗|出错|出錯|未能|未收到|未提交|未发送|无法|無法|重试|重試|再试|再試|重新|登录|登入|登錄|过期|過期|验证|驗證|验证码'
        + '|机器人|機器人|无效|無效|缺少|必填|稍后|稍後|暂时|暫時|不可用|是否|确定|確定|确认|確認|继续|繼續|步骤|步驟|完成|问题|問題|抱歉|拒绝'
        + '|拒絕|取消',
      thanks: '感谢|感謝|谢谢|謝謝', answer: '我[们們]会?會?(?:尽快|盡快)?(?:回复|回覆|联系|聯絡|审核|審核|处理|處理)',
    },
    ar: {
      noun: 'طلبك|طلبكم|الطلب|اعتراضك|اعتراضكم|الاعتراض|رسالتك|رسالتكم|النموذج',
      verb: 'تم استلام|تم تلقي|تلقينا|استلمنا|تم إرسال|تم ارسال|تم تقديم|تم تسجيل|وصلنا'
        + '|وصلتنا',
      not: 'لم|لا|لن|ليس|تعذر|يتعذر|خطأ|فشل|إذا|قبل|بعد|عند|حتى|أخرى|يرجى|الرجاء|رمز|رابط'
        + '|سيتم|سبق|مسبقا|بالفعل',
      refused: 'خطأ|فشل|تعذر|يتعذر|لم|لا يمكن|حاول|المحاولة|مرة أخرى|انتهت|تسجيل الدخول'
        + '|سجل الدخول|روبوت|رمز|تأكيد|أكد|غير صالح|مفقود|مطلوب|لاحقا|لاحقًا|مؤقتا'
        + '|غير متاح|هل|متأكد|متابعة|الخطوة|إكمال|مشكلة|عذرا|عذرًا|للأسف|مرفوض|محظور'
        + '|إلغاء',
      thanks: 'شكرا|شكرًا', answer: '(?:سنرد|سنتواصل|سنراجع|سوف نرد|سوف نتواصل|سوف نراجع)',
    },
  };

  ns.receiptWords = Object.freeze(TONGUES);
})();
