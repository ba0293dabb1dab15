// The words that make a receipt none, written as in receipt-words.js. `refused` is asked of every
// text, whatever its language: a word that a language above has is not written again.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /** @param {TemplateStringsArray} parts */
  const r = parts => String.raw(parts);
  /** @type {Record<string, Doubts>} */
  const TONGUES = {
    en: {
      refused: r`(?<!un)errors?|fail~|fault~|network~|unexpected~|server~|late|offline|abort~
  |parti(?:al|t?ly)~|(?:come|check|log|sign) back|(?:log|sign) in|login|verif~|~valid|~available
  |outage|trouble|issue|still|steps?|to (?:complete|finish)|unusual~|empty|lost|stuck|closed
  |(?<!no )(?<!not )later|expir~|time-?out|duplicat~|already|degraded|(?<!in )full|overload~
  |maintenance|undeliver~|returned|bounced|try|again|patience|wait|traffic|however|but|only|half
  |draft~|discarded|deleted|dropped|ignored|interrupt~|timed|spam filter|as spam|wrong|crash~
  |broken|connection|cannot|can't|could ?n[o']t|unable|nothing was|captcha|robots?|human|~codes?
  |click|activat~|missing|required|too many|temp[oe]ra~|before you go|are you sure
  |want to (?:continue|go on|object)|continu(?:er?|ar?|are)|confirm(?:e[rz]?|ar?)?|problem~|sorry
  |unfortunately|denied|blocked|rejected|declined|refused|limit|cancel~|withdrawn|void|incomplete
  |instead|undo|https?|gateway|forbidden|unknown|nobody|exceed~|busy|sadly|regret~|recipient`,
      no: r`not|~n't|never|no|nothing|none|without`,
      calm: r`^if |^no (?:further|more|other) action|(?:not|n't) (?:need|have) to|no need to
  |no later than|not reply to this|not (?:share|forward)`,
    },
    de: {
      refused: r`~fehler~|fehl(?:ge)?schl~|schief~|~server~|~netzwerk~|unerwartet~|ungewöhnlich~
  |leere[nrs]?|verloren~|hängen|hängt|stecken|geschlossen|verspätet~|zu spät|abgelaufen~
  |zeitüberschreitung|zeitlimit|doppelt~|bereits|schon|überlast~|überfüllt|voll|wartung~|gestört
  |störung~|unzustellbar~|zurückgesendet|an den absender|verbindung~|unterbroch~|abgebrochen|aber
  |jedoch|nur|teilweise|halb|entwurf|gelöscht|verworfen|geduld|warten|~konnte~|erneut
  |noch ?(?:einmal|mals?)|wieder|anmelden|einloggen|melde dich|melden sie sich|roboter|bestätigen?
  |klicke~|aktivier~|ungültig|fehlt|fehlen|erforderlich|später|vorübergehend|möchtest du
  |möchten sie|wirklich|(?<!nichts )weiter|fortfahren|nächster schritt|abschließen|leider
  |entschuldig~|abgelehnt|gesperrt|stattdessen|unbekannt~|überschritten|empfänger~`,
      no: r`nicht|nichts|kein~|nie|niemals|ohne`,
      calm: r`^(?:falls|wenn|sollten) |(?:müssen|musst|brauchen|brauchst) (?:sie |du )?nichts?
  |antworten sie (?:bitte )?nicht auf diese|nichts weiter`,
    },
    fr: {
      refused: r`erreur~|échou~|échec~|impossible|panne|défaillan~|serveur~|réseau~|inattendue?s?
  |inhabituel~|vides?|perdue?s?|bloqu~|coincée?|fermée?s?|en retard|tardi~|trop tard|hors
  |délai (?:dépassé|expiré|d'attente)|doublon|déjà|dégradée?|plein~|saturé~|surcharg~
  |non distribu~|retournée?|connexion|interromp~|cependant|toutefois|seulement|partiel~|moitié
  |brouillon|supprim~|patient~|attente|attend~|revenez|trafic|réessaye~|nouveau|~connect~
  |identifi~|robot|cliquez|activ(?:er|ez)|~valide|manquante?|obligator~|obrigatór~|obligatoir~
  |(?<!au )plus tard|indisponible|souhaitez-vous|voulez-vous|êtes-vous sûre?|toujours|étape
  |finaliser|terminer|problème~|incident|désolée?s?|malheureusement|refus~|rejet~|annul~|inconnue?
  |destinataire`,
      no: r`ne|n'~|non|pas|jamais|rien|aucune?|sans|mais`,
      calm: r`^(?:si|en cas) |n'avez (?:rien|pas besoin)|aucune (?:autre )?action|ne (?:répondez
  |pas répondre)`,
    },
    es: {
      refused: r`error~|fall[óoaeid]~|salió mal|ha ido mal|servidor~|inesperad~|inusual~|de red
  |la red|vací[oa]s?|perdi~|pierd~|atascad~|cerrad~|tarde|con retraso|fuera de plazo|caduc~
  |tiempo de espera|agotad~|duplicad~|ya|degradad~|llen[oa]|saturad~|sobrecarg~|mantenimiento
  |devuelt[oa]|conexión|interrump~|pero|sin embargo|sólo|parcial~|mitad|borrador|eliminad~
  |paciencia|esper[ae]|vuelv[ae]~|tráfico|int[eé]nt~|de nuevo|otra vez|sesión|código|haz clic
  |haga clic|activa~|falta|quieres?|deseas?|seguro|paso|completar|finalizar|lo sentimos
  |lamentablemente|rechazad[oa]|bloquead[oa]|desconocid~|destinatari~|prohibid~`,
      no: r`no|nunca|nada|ningun[oa]?|sin|solo`,
      calm: r`^si |no (?:tienes|tiene|necesitas|necesita|hace falta|es necesario) |no respond`,
    },
    it: {
      refused: r`error[ei]|fallit[oa]|fallimento|andato storto|guasto|rete|inattes[oaie]
  |imprevist~|insolit~|vuot[oa]|pers[oa]|smarrit[oa]|bloccat[oa]|chius[oa]|in ritardo|fuori tempo
  |scadut[oa]|scadenza|già|degradat~|pien[oa]|sovraccaric~|manutenzione|restituit[oa]|connessione
  |interrott[oa]|tuttavia|però|parzial~|metà|bozza|eliminat[oa]|pazienza|torna|torni|traffico
  |impossibile|riprov~|di nuovo|nuovamente|acce[ds]~|(?<!di )conferma|confermare|codice|clicca
  |fai clic|attiva(?:re)?|mancant~|obbligator~|(?<!al )più tardi|vuoi|desideri|ancora|sicur[oa]
  |passaggio|completare|spiacenti|purtroppo|rifiut~|respint[oa]|sconosciut~`,
      no: r`non|mai|nulla|niente|nessun[oa]?|senza|ma|solo`,
      calm: r`^se |non (?:devi|deve|è necessario|occorre|serve) |non rispondere`,
    },
    nl: {
      refused: r`fout~|~storing|mislukt|misgegaan|netwerk~|onverwacht~|ongebruikelijk~|ongewoon
  |leeg|lege|kwijt~|vastgelopen|blijven steken|gesloten|te laat|verlopen|dubbel~|duplicaat|reeds
  |overbelast|onderhoud|onbestelbaar|teruggestuurd|verbinding~|onderbroken|afgebroken|maar|echter
  |alleen|slechts|gedeeltelijk|concept|verwijderd|wacht|kom terug|verkeer|opnieuw|nog een keer
  |inloggen|log in|aanmelden|meld je aan|bevestig|bevestigen|code|klik|activeer~|ongeldig
  |ontbreekt|verplicht|tijdelijk|wil je|wilt u|zeker|doorgaan|volgende stap|stap|voltooien
  |probleem|helaas|geweigerd|afgewezen|geblokkeerd|geannuleerd|onbekend~`,
      no: r`niet|niets|nooit|geen|zonder|later|al|mis|vol`,
      calm: r`^(?:als|indien) |(?:hoef|hoeft) (?:je |u )?|niet te antwoorden|beantwoord dit`,
    },
    pt: {
      refused: r`erros?|falh~|deu errado|correu mal|incomu[mn]~|na rede|de rede|vazi[oa]|perd[ei]~
  |fechad~|encerrad~|atrasad~|fora do prazo|tempo (?:limite|esgotado)|esgotad~|já|chei[oa]
  |sobrecarreg~|manutenção|devolvid[oa]|conexão|ligação|porém|contudo|apenas|somente|metade
  |rascunho|excluíd~|paciência|aguarde|volte|tráfego|tent(?:e|ar)|novamente|de novo|sessão
  |entrar(?! e[mn] conta)|robô|clique|ativ(?:e|ar)|inválid[oa]|indisponível|deseja|quer|queres
  |certeza|etapa|passo|concluir|desculpe|infelizmente|recusad[oa]|rejeitad[oa]|cancelad[oa]
  |desconhecid~`,
      no: r`não|nunca|nada|nenhuma?|sem|mas|só|pres[oa]`,
      calm: r`^(?:se|caso) |não (?:precisa|é necessário|tem de|tens de)|não respond`,
    },
    pl: {
      refused: r`błąd|błęd~|awari~|usterk~|niepowodzenie|serwer~|sieć|sieci~|nieoczekiwan~
  |nietypow~|niezwykł~|pust[aeyą]|zagubi~|zgubi~|utracon~|stracon~|utkn~|zamknięt~|spóźnion~
  |po terminie|za późno|zbyt późno|przekroczono|wygas~|duplikat|zduplikowan~|już|pełn[aey]~
  |przepełnion~|przeciąż~|konserwacj~|niedostarcz~|zwrócon~|połączeni~|przerwan~|ale|jednak|tylko
  |częściow~|połow~|szkic|usunięt~|cierpliwość|poczekaj|czekaj|wróć|ruch~|spróbuj|ponownie
  |jeszcze raz|zaloguj|logowania|robotem|potwierdź|kodu?|kliknij|aktywuj|nieprawidłow~|brakuje
  |wymagane|później|tymczasow~|niedostępn~|czy chcesz|czy na pewno|nadal|kontynuuj|krok|dokończ
  |przepraszamy|niestety|odrzucon~|zablokowan~|anulowan~|nieznan~|odbiorc~`,
      no: r`nie|nigdy|nic|żaden|żadn~|bez`,
      calm: r`^(?:jeśli|jeżeli|gdy) |nie (?:musisz|trzeba|musi|odpowiadaj)`,
    },
    sv: {
      refused: r`~fel|misslyck~|gick snett|nätverk~|oväntat~|ovanlig~|tomt|försvunn~|förlora~
  |fastnat|stängd~|stängt|försena~|för sent|utgång~|gått ut|tidsgräns~|dubblett~|redan|fullt
  |överbelasta~|underhåll~|obeställbar~|returnera~|anslutning~|avbrut~|avbröts|dock|bara|endast
  |delvis|halv~|utkast|raderat|tålamod|vänta|kom tillbaka|trafik~|försök|igen|logga in|bekräfta
  |kod|klicka|aktivera|ogiltig~|saknas|senare|tillfällig~|otillgänglig|vill du|säker|fortsätt|steg
  |slutför|tyvärr|nekad~|avvis~|blockerad~|okänd~|mottagaren`,
      no: r`inte|ej|inget|inga|aldrig|utan|men|tom|full`,
      calm: r`^om |behöver (?:du )?inte|svara inte`,
    },
    da: {
      refused: r`~fejl|mislykke~|gik galt|netværk~|uvente~|usædvanlig~|tabt|mistet|forsvund~
  |sidder fast|lukket|forsinke~|for sent|udløbe~|dublet~|allerede|fuld|fyldt|overbelast~
  |vedligehold~|returneret|forbindelse~|afbrudt|delvis~|kladde|slettet|tålmodighed|kom tilbage
  |prøv|log ind|bekræft|kode|aktiver|ugyldig~|mangler|påkrævet|senere|midlertidig~|utilgængelig
  |vil du|sikker|fortsæt|trin|fuldfør|desværre|beklager|afvist|blokeret|ukendt~|modtageren`,
      no: r`ikke|intet|ingen|aldrig|uden|men|tom|vent|dog|kun`,
      calm: r`^(?:hvis|såfremt) |behøver (?:du )?ikke|svar ikke`,
    },
    no: {
      refused: r`~feil|mislyk~|gikk galt|nettverk~|uvanlig~|tapt|forsvunn~|sitter fast|stengt
  |utløp~|tidsavbrudd|duplikat~|vedlikehold~|returnert|tilkobling~|imidlertid|bare|kladd
  |tålmodighet|kom tilbake|igjen|logg inn|logg på|bekreft|klikk|påkrevd|utilgjengelig|ønsker du
  |fortsett|trinn|fullfør|dessverre|blokkert|ukjent~`,
      no: r`ikke|ingenting|ingen|aldri|uten|men|tom|vent|kun|full`,
      calm: r`^(?:hvis|dersom) |(?:trenger|behøver) (?:du )?ikke|ikke svar`,
    },
    cs: {
      refused: r`chyb~|selh~|poruch~|síť~|prázdn~|ztratil~|ztracen~|uvízl~|zavřen~|uzavřen~|pozdě
  |opožděn~|vyprše~|duplicit~|již|už|pln[áýé]|přetížen~|údržb~|vrácen~|připojení|přerušen~|však
  |pouze|jen|částečn~|polovin~|koncept|smazán~|trpělivost|počkejte|vraťte|provoz~|zkuste|znovu
  |přihlá?[sš]~|potvrďte|kód|klikněte|aktivuj~|povinn~|později|dočasn~|chcete|opravdu|pokračovat
  |dokončete|problém|omlouváme|bohužel|zamítnut~|odmítnut~|zablokován~|zrušen~|neznám~`,
      no: r`ne(?!jdřív|jpozději|bo)~|nic|nikdy|bez|žádn~`,
      calm: r`^(?:pokud|jestliže) |nemusíte|není (?:třeba|nutné)|neodpovídejte`,
    },
    tr: {
      refused: r`hata~|arıza~|başarısız~|ters gitti|sunucu~|ağ|ağınız~|ağında~|beklenmeyen
  |beklenmedik|olağandışı|olağan dışı|boş|kayboldu|kaybol~|takıldı|kapalı~|kapandı|kapatıl~|geç
  |gecik~|süresi (?:doldu|geçti)|zaman ?aşım~|yinelenen|mükerrer|zaten|dolu|aşırı|bakım~
  |teslim edile~|iade|bağlantı~|kesil~|kesinti~|ancak|fakat|sadece|yalnızca|kısmen|yarısı|taslak
  |silindi|sabrınız~|bekleyin|trafi~|~(?:amadı|emedi|ılmadı|ilmedi|madık|medik|amıyor|emiyor)~
  |tekrar|yeniden|giriş|oturum|onayla~|doğrula~|tıkla~|etkinleştir~|geçersiz|eksik|zorunlu
  |daha sonra|geçici~|kullanılamıyor|istiyor musun~|emin|devam|adım|tamamla~|sorun~|üzgünüz
  |maalesef|reddedil~|engellen~|iptal|bilinmeyen`,
      no: r`değil~|hiçbir~|yok|hiç|asla|~(?:mayacak|meyecek|mıyor|miyor|madı|medi)~|ama`,
      calm: r`^(?:eğer|bir yanıt)|gerekmez|gerekmiyor|gerek yok|yanıtlamayın`,
    },
    ru: {
      refused: r`ошиб~|сбо[йяе]~|неисправн~|сервер~|сеть|сети|сетев~|неожидан~|непредвиденн~
  |необычн~|пуст[аоы]~|потер~|утерян~|застрял~|завис~|закрыт~|поздно|опоздал~|просроч~|истек~
  |истёк~|тайм-?аут~|время ожидания|дубликат~|повторн~|уже|переполн~|перегруж~|техническ~
  |недоставлен~|возвращен~|соединени~|подключени~|прерван~|но|однако|только|лишь|частичн~|половин~
  |черновик|удален~|терпение|подождите|вернитесь|трафик~|попробуйте|повторите|снова|ещё раз
  |еще раз|войдите|войти|робот|подтвердите|код|нажмите|активируйте|неверн~|отсутствует|обязательн~
  |позже|временно|недоступ~|хотите|уверены|продолжить|шаг|завершите|проблем~|извините|сожалению
  |отклонен~|заблокирован~|отменен~|неизвестн~|занят~`,
      no: r`не|нет|ничего|никогда|никак~|без`,
      calm: r`^если |не (?:нужно|требуется|отвечайте)`,
    },
    ja: {
      refused: r`エラー|失敗|障害|サーバ|ネットワーク|予期しない|予期せぬ|想定外|通常と異なる|異常|空の|空です|失われ|紛失|止まって|滞って|終了しました|締め切
  |閉鎖|閉じられ|遅れ|期限|タイムアウト|重複|すでに|既に|過去に|混雑|満杯|いっぱい|メンテナンス|配信不能|配達でき|届けられ|返送|戻されました|接続|中断|しかし|ただし|のみ
  |一部|半分|途中|下書き|削除|破棄|お待ち|しばらく|通常より|問題が|もう一度|再度|再試行|やり直|ログイン|サインイン|確認コード|コードを|認証|クリック|無効|必須|後ほど
  |あとで|後で|一時的|利用でき|よろしいですか|しますか|続行|続ける|手順|ステップ|申し訳|拒否|キャンセル|ロボット|応答`,
      no: r`ません|ない|なかった|ず、`,
      calm: r`場合|必要はありません|不要|返信しないで|返信できません|ご返信`,
    },
    ko: {
      refused: r`오류|실패|장애|서버|네트워크|예기치|예상치|비정상|비어|빈 응답|응답|손실|분실|유실|사라|멈췄|멈춰|막혔|마감|닫혔|닫혀|종료|늦|지연|만료
  |시간 ?초과|초과|중복|이미|과부하|가득|꽉|점검|배달|반송|반환|연결|중단|하지만|그러나|다만|만 접수|일부|절반|임시|초안|삭제|기다려|잠시|평소보다|다시|로그인|캡차
  |로봇|확인 코드|코드를|인증|클릭|활성화|잘못|필수|나중|일시적|하시겠습니까|계속|단계|완료하|문제|죄송|거부|거절|차단|취소|트래픽|비정상|알 수 없`,
      no: r`않|못|없|아닙`,
      calm: r`경우|필요가 없|필요는 없|회신하지|답장하지`,
    },
    zh: {
      refused: r`错误|錯誤|失败|失敗|故障|服务器|伺服器|网络|網絡|網路|意外|异常|異常|空的|空响应|空回應|空白|丢失|遺失|丢了|卡住|关闭|關閉|迟|遲|逾期
  |超时|逾時|超時|截止|重复|重複|已有|已存在|已经提交过|降级|降級|已满|已滿|过载|超载|超載|维护|維護|退回|连接|連線|中断|中斷|但|不过|不過|然而|仅|僅|只|部分|一半
  |草稿|删除|刪除|耐心|等待|请等|回来|比平时|响应|回應|流量|出错|出錯|重试|重試|再试|再試|再次|重新|登录|登入|登錄|过期|過期|验证|驗證|点击|點擊|激活|机器人|機器人
  |缺少|必填|稍后|稍後|暂时|暫時|不可用|是否|确定|確定|确认|確認|继续|繼續|步骤|步驟|完成|问题|問題|抱歉|拒绝|拒絕|取消|曾|即将|即將|上次|如果|繁忙|未知`,
      no: r`未|没|沒|不|无|無|尚`,
      calm: r`无需|無需|不需要|不必|请勿回复|請勿回覆`,
    },
    ar: {
      refused: r`~خطأ~|أخطاء|~فشل~|عطل|~خادم~|~شبكة~|~شبكتك|غير متوقع~|غير معتاد~|~فارغ~|~ضاع~
  |~فقد~|عالق~|علق~|مغلق~|أغلق~|متأخر~|فات|انتهى|انتهت|~مهلة|مكرر~|سبق|بالفعل|مسبقا|ممتلئ~|مثقل
  |~صيانة|~تسليم~|أعيد~|~اتصال(?!ك|نا)~|انقطع~|لكن|فقط|جزئي~|نصف|مسودة|حذف~|صبرك~|انتظر~|الانتظار
  |عد|عودة|تعذر|يتعذر|حاول|المحاولة|مرة أخرى|تسجيل الدخول|سجل الدخول|روبوت|~رمز|تأكيد|أكد|انقر
  |تفعيل|غير صالح|مفقود|مطلوب|لاحقا|لاحقًا|مؤقتا|غير متاح~|هل|متأكد|متابعة|الخطوة|إكمال|مشكلة|عذرا
  |عذرًا|للأسف|مرفوض~|رفض~|محظور~|إلغاء|استجابة|مجهول~`,
      no: r`لم|لا|لن|ليس~|غير|بدون`,
      calm: r`^(?:إذا|في حال) |لا (?:يلزم|حاجة|تحتاج)|لا ترد`,
    },
  };

  ns.receiptDoubts = Object.freeze(TONGUES);
})();
