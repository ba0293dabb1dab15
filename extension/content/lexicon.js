// Words of languages that are no platform's: what turns a label round, what a switch says beside itself, what says that
// somebody else decided. Data and four questions about a text; no DOM. All patterns meet normalised text (text.js).
//
// Better one word too many than one too few: a hit only ever makes a verdict unknown.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text } = ns;

  /** Language -> words that negate or refuse. `words` are whole words (a final * leaves the end open), `parts` stand
   * anywhere: in scripts without spaces, and where a language negates inside the word. @type {Turns} */
  const TURNS = Object.freeze({
    en: { words: "not|never|no|non|nor|none|nothing|nobody|without|cannot|can't|won't|don't|dont|doesn't|didn't|isn't|aren't|shouldn't|mustn't|opt out|opt-out|opt-outs|optout|opts out|opted out|opted-out|opting out|out of|exclude*|excluding|exclusion*|exempt*|except*|stop*|prevent*|block*|refus*|reject*|declin*|den(y|ies|ied|ying)|disallow*|forbid*|prohibit*|ban|bans|banned|object|objects|objected|objecting|objection*|withdraw*|withhold*|revok*|disabl*|turn off|turned off|switch off|switched off|remov*|avoid*|restrict*|unless|leave out|keep private|do not|protect*|instead|anti|against" },
    de: { words: "nicht|nichts|nie|niemals|nein|kein*|ohne|ausschlie*|ausschlu*|ausgeschlossen*|ausnehm*|ausgenommen*|ausnahme*|verhinder*|unterbind*|unterlass*|widersp*|widerruf*|ablehn*|abgelehnt*|verweiger*|untersag*|verbiet*|verbot*|sperr*|gesperrt*|blockier*|abmeld*|abwahl|abwähl*|deaktivier*|abschalt*|ausschalt*|stopp*|entzieh*|opt-out|außer|heraushalten|schützen|statt" },
    fr: { words: "ne|n|pas|sans|jamais|aucun*|rien|non|ni|exclu*|exception*|exempt*|empêch*|refus*|oppos*|bloqu*|interdi*|désactiv*|retir*|sauf|hors|arrêt*|évit*|renonc*|proteg*|protég*" },
    es: { words: "no|ni|sin|nunca|jamás|nada|ningun*|ningún|tampoco|exclu*|excep*|salvo|impid*|imped*|evit*|rechaz*|niega*|negar*|opon*|oposición|bloque*|prohib*|desactiv*|inhabilit*|detener|retirar|dejar de|renunci*|proteg*" },
    pt: { words: "não|nao|nem|sem|nunca|jamais|nada|nenhum*|exclu*|exce(p)?to|salvo|impe(ç|d)*|evit*|recus*|rejeit*|neg(ar|ue)|opor*|oposição|bloque*|proib*|desativ*|desactiv*|parar|retirar|deixar de|proteg*" },
    it: { words: "non|no|né|senza|mai|niente|nessun*|esclu*|escluder*|eccetto|tranne|salvo|impedi*|evita*|rifiut*|nega*|oppo*|opposizione|blocc*|viet*|proib*|disattiv*|disabilit*|revoc*|rinunc*|protegg*" },
    nl: { words: "niet|niets|geen|nooit|zonder|nee|noch|uitsluit*|uitgesloten|uitgezonderd|behalve|voorkom*|verhinder*|weiger*|geweigerd|bezwaar*|blokkeer*|geblokkeerd|verbied*|verboden|uitschakel*|uitzett*|deactiveer*|afmeld*|intrekk*|stop*|bescherm*" },
    pl: { words: "nie|bez|nigdy|żadn*|ani|wyklucz*|wyłącz*|zapobie*|odmow*|odmów*|odmaw*|odrzuc*|sprzeciw*|zablok*|blok*|zabro*|zakaz*|rezyg*|zrezygn*|oprócz|z wyjątkiem|powstrzym*|wstrzym*|przestań|chro(ń|n)*" },
    sv: { words: "inte|ej|icke|aldrig|utan|ingen|inget|inga|nej|uteslut*|undanta*|förhindra*|hindra*|neka*|vägra*|avböj*|avvis*|blocker*|förbjud*|stäng av|inaktiver*|invänd*|stoppa*|återkall*" },
    da: { words: "ikke|aldrig|uden|ingen|intet|nej|udeluk*|undtag*|forhindr*|afvis*|afslå*|nægt*|bloker*|forby*|forbud*|deaktiver*|slå fra|fravælg*|fravalg*|indsigelse*|stop*" },
    nb: { words: "ikke|ikkje|aldri|uten|utan|ingen|intet|nei|uteluk*|ekskluder*|unnta*|forhindr*|hindr*|avvis*|avslå*|nekt*|blokker*|forby*|deaktiver*|slå av|reserver*|innvend*|stopp*" },
    fi: { words: "ei|en|et|emme|ette|eivät|älä|älkää|ilman|koskaan|estä*|esto|kiell*|kieltä*|poista*|pois|sulje|vastust*|hylkä*|hylät*|lopeta*|paitsi" },
    cs: { words: "bez|nikdy|žádn*|ani|vylouč*|vyloučit|zabrán*|odmít*|zakáz*|zakaz*|blok*|zablok*|vypnout|vypnut*|námit*|kromě|ne(?!bo$|ž$|j|ur|tw|t$|ws|ch|m$|st|w$|xt)\\p{L}*" },
    sk: { words: "bez|nikdy|žiad*|ani|vylúč*|zabrán*|odmiet*|zakáz*|blok*|zablok*|vypnúť|vypnut*|námiet*|okrem|ne(?!bo$|j|ur|tw|t$|ws|ch|ž$|st|w$|xt)\\p{L}*" },
    hu: { words: "nem|ne|nélkül|soha|sem|se|nincs|kizár*|megakadályoz*|elutasít*|visszautasít*|tilt*|letilt*|megtilt*|kikapcsol*|ellen*|tiltakoz*|kivéve|leállít*" },
    ro: { words: "nu|n|fără|niciodată|niciun*|nici|exclu*|excep*|împiedic*|refuz*|respin*|bloc*|interzi*|dezactiv*|opun*|opoziți*|retrag*|renunț*" },
    bg: { words: "не|без|никога|никакв*|нито|изключ*|отказ*|отхвърл*|забран*|блокир*|спр(и|ете|ане)|предотврат*|възраж*|освен" },
    ru: { words: "не|нет|ни|без|никогда|никак*|исключ*|кроме|запре*|отказ*|отклон*|отверг*|блокир*|заблокир*|отключ*|выключ*|предотвра*|против|возраж*|отозв*|прекрат*" },
    uk: { words: "не|ні|без|ніколи|жодн*|виключ*|вилуч*|крім|заборон*|відмов*|відхил*|блок*|заблок*|вимк*|запобі*|запереч*|проти|відклик*|припин*" },
    el: { words: "δεν|δε|μην|μη|όχι|χωρίς|ποτέ|κανέν*|καμία|εξαίρ*|εξαιρ*|αποκλ*|αποτρ*|απορρ*|απόρρ*|άρν*|απαγορ*|μπλοκ*|αποκλεισ*|αντίρρηση*|αντιτ*|απενεργ*|εκτός|διακοπ*" },
    hr: { words: "ne|nije|nisu|nemoj*|nikad*|bez|nijed*|nikak*|isključ*|izuz*|osim|sprije*|spreč*|odbi*|zabran*|blokir*|onemogu*|prigovor*|protiv" },
    sr: { words: "ne|nije|nisu|nemoj*|nikad*|bez|nijed*|isključ*|izuz*|osim|spreč*|odbi*|zabran*|blokir*|onemogu*|prigovor*|protiv|не|није|нису|немој*|никад*|без|ниједан|искључ*|изуз*|осим|спреч*|одби*|забран*|блокир*|онемогу*|приговор*|против" },
    ca: { words: "no|ni|sense|mai|cap|res|exclo*|exclú*|excep*|llevat|impedi*|evita*|rebutj*|nega*|oposa*|bloque*|prohib*|desactiv*|retir*" },
    tr: { words: "değil*|yok|hayir|asla|olmadan|olmaksizin|hariç|dişi|dişinda|engel*|red|redd*|vazgeç*|kapat*|itiraz*|yasak*|önle*|durdur*|çik(ar|ma)*|izin verme|izin vermiyor*|izin vermem*|vermiyorum|istemiyorum|kullanma|kullanmay*|\\p{L}+m[ae]y(in|iniz|acak|ecek|alim|elim)|\\p{L}+m[ae](masi|mesi|z|zlar|zler|dan|den)|\\p{L}+m[ae]m[ae]\\p{L}*|\\p{L}+(siz|suz)" },
    ar: { words: "[وف]?لا|[وف]?لن|[وف]?لم|[وف]?ليس*|[وب]?دون|بدون|غير|[وبل]?عدم|[وبل]?(ال)?منع*|[وبل]?(ال)?رفض*|[وبل]?(ال)?استبعاد*|[وبل]?(ال)?استثناء*|[وبل]?(ال)?إلغاء*|[وبل]?(ال)?إيقاف*|[وبل]?(ال)?حظر*|[وبل]?(ال)?تعطيل*|[وبل]?(ال)?اعتراض*|[وبل]?(ال)?انسحاب*|إلا|باستثناء|أبدا|أبدًا|امتنع*|تجنب*" },
    he: { words: "לא|ולא|שלא|אל|אין|ואין|בלי|ללא|מבלי|סירוב|לסרב|סרב*|מניעת|למנוע|מנע*|לחסום|חסום|חסימ*|התנגד*|השבת*|ביטול|לבטל|לאסור|איסור|למעט|פרט|להוציא|החרג*" },
    fa: { words: "نه|بدون|عدم|غیر*|جلوگیری*|رد|منع*|انصراف*|مخالفت*|خودداری*|مسدود*|ممنوع*|اعتراض*|لغو|مگر|(نمی|نکن|نشو|نشد|نباش|نباید|نده|ندار|نخواه|نگیر)\\p{L}*" },
    hi: { words: "नहीं|नही|न|ना|मत|बिना|कभी नहीं|रोक*|मना|मनाही|इनकार|इंकार|अस्वीकार*|अवरुद्ध|बंद|बाहर|छोड़कर|सिवाय|विरोध|आपत्ति|प्रतिबंध*|हटा*" },
    mr: { words: "नाही|नाहीत|नका|नको|न|विना|शिवाय|बिना|नकार*|बंद|वगळ*|मनाई|रोख*|अवरोध*|थांबव*|हरकत", parts: "ू नये|नये" },
    bn: { words: "না|নয়|নেই|নি|ছাড়া|বিনা|ব্যতীত|বন্ধ|প্রত্যাখ্যান*|বাদ|আটক*|নিষেধ*|নিষিদ্ধ|আপত্তি|অস্বীকার*|প্রতিরোধ*" },
    gu: { words: "નહીં|નહિ|ના|ન|નથી|વિના|વગર|સિવાય|મનાઈ*|નકાર*|ઇનકાર*|બંધ|અવરોધ*|બાકાત|રોક*|વાંધો" },
    ta: { parts: "இல்லை|இல்லாம|வேண்டாம்|கூடாது|மாட்ட|மறு|தடு|தடை|விலக்கு|நிராகரி|எதிர்|ாதே|ாதீர்|ாமல்|ாது|ாத " },
    kn: { parts: "ಇಲ್ಲ|ಬೇಡ|ಬಾರದು|ಇಲ್ಲದೆ|ನಿರಾಕರ|ತಡೆ|ನಿರ್ಬಂಧ|ಹೊರಗಿಡ|ಹೊರತು|ದಂತೆ|ವಿರೋಧ|ಆಕ್ಷೇಪ" },
    th: { parts: "ไม่|อย่า|ห้าม|ปฏิเสธ|ยกเว้น|งด|ปิด|ปราศจาก|หยุด|บล็อก|คัดค้าน|ป้องกัน|ยกเลิก|เว้น" },
    vi: { words: "không|chưa|đừng|chẳng|chớ|từ chối|chặn|ngăn*|loại trừ|loại|tắt|cấm|trừ|phản đối|dừng|ngừng|hủy" },
    id: { words: "tidak|tak|jangan|bukan|belum|tanpa|kecuali|selain|*tolak*|menolak*|*cegah*|*blokir*|*larang*|nonaktif*|menonaktif*|keluar|*hentikan|*kecualikan|keberatan|mematikan|matikan" },
    ms: { words: "tidak|tak|jangan|bukan|belum|tanpa|kecuali|selain|*tolak*|menolak*|*cegah*|*sekat*|*larang*|*henti*|nyahaktif*|menyahaktif*|keluar|bantah*|*kecualikan" },
    fil: { words: "hindi|huwag|wala*|tanggi*|pigil*|harang*|maliban|ayaw|bawal|*bawal*|itigil|tutol*|di" },
    zh: { parts: "不|勿|别|別|禁|拒|无|無|没|沒|停|关闭|關閉|退出|排除|阻止|屏蔽|封鎖|封锁|防止|取消|除外|反对|反對|避免|非|免" },
    ja: { parts: "ない|ません|ませぬ|なし|無し|ずに|ざる|せず|拒|禁|除外|除く|オプトアウト|停止|無効|不可|不要|不許可|防止|やめ|止め|反対|異議|ブロック|避け|外す|外し|対象外|オフにする|排除|断る|望まな" },
    ko: { parts: "않|안함|안 |아니|없|못|금지|거부|거절|제외|차단|중지|중단|해제|옵트아웃|옵트 아웃|반대|마세요|말아|말기|미사용|미허용|비허용|비활성|방지|불가|이의|막기|불허" },
  });
  /** In whatever language: these are used everywhere. */
  const ANYWHERE = 'opt out|opt-out|opt-outs|optout|opted out|opted-out|opting out|do not|don\'t|not|never';
  const ALIAS = Object.freeze({ no: 'nb', nn: 'nb', tl: 'fil', iw: 'he', in: 'id', bs: 'hr', sl: 'hr' });

  /** Language -> [on, off]: what stands beside a switch and says its state. @type {Record<string, string[]>} */
  const STATES = Object.freeze({
    en: ['on|enabled|active|activated|turned on|switched on', 'off|disabled|inactive|deactivated|turned off|switched off|not enabled'],
    de: ['ein|an|aktiv|aktiviert|eingeschaltet|angeschaltet', 'aus|inaktiv|deaktiviert|ausgeschaltet|abgeschaltet|nicht aktiviert'],
    fr: ['activé|activée|actif|active|oui', 'désactivé|désactivée|inactif|inactive|non'],
    es: ['activado|activada|activo|sí', 'desactivado|desactivada|inactivo|no'],
    pt: ['ativado|ativada|ativo|ativa|activado|activada|ligado|sim', 'desativado|desativada|inativo|desactivado|desactivada|desligado|não'],
    it: ['attivo|attiva|attivato|attivata|on|sì|si', 'disattivo|disattivato|disattivata|non attivo|inattivo|off|no'],
    nl: ['aan|ingeschakeld|actief|ja', 'uit|uitgeschakeld|inactief|nee'],
    pl: ['wł|wł.|włączone|włączony|włączona|tak', 'wył|wył.|wyłączone|wyłączony|wyłączona|nie'],
    sv: ['på|aktiverad|aktiverat', 'av|avstängd|inaktiverad|inaktiverat'], da: ['til|slået til|aktiveret', 'fra|slået fra|deaktiveret'],
    nb: ['på|aktivert', 'av|deaktivert'], fi: ['päällä|käytössä|kyllä', 'pois|pois päältä|ei käytössä|ei'], cs: ['zapnuto|zapnuté|ano', 'vypnuto|vypnuté|ne'],
    sk: ['zapnuté|áno', 'vypnuté|nie'], hu: ['be|bekapcsolva|igen', 'ki|kikapcsolva|nem'], ro: ['activat|activată|pornit|da', 'dezactivat|dezactivată|oprit|nu'],
    bg: ['включено|вкл|вкл.|да', 'изключено|изкл|изкл.|не'], ru: ['вкл|вкл.|включено|да', 'выкл|выкл.|выключено|отключено|нет'], uk: ['увімк|увімкнено|так', 'вимк|вимкнено|ні'],
    el: ['ενεργό|ενεργοποιημένο|ναι', 'ανενεργό|απενεργοποιημένο|όχι'], hr: ['uključeno|da', 'isključeno|ne'], sr: ['uključeno|da|укључено|да', 'isključeno|ne|искључено|не'], ca: ['activat|activada|sí', 'desactivat|desactivada|no'],
    tr: ['açik|etkin|evet', 'kapali|devre dişi|hayir'], ar: ['مفعل|مفعّل|تشغيل|قيد التشغيل|نعم', 'معطل|معطّل|إيقاف|متوقف|غير مفعل|لا'], he: ['פועל|מופעל|כן', 'כבוי|מושבת|לא'], fa: ['روشن|فعال|بله', 'خاموش|غیرفعال|خیر'],
    hi: ['चालू|सक्षम|हाँ', 'बंद|अक्षम|नहीं'], bn: ['চালু|হ্যাঁ', 'বন্ধ|না'], mr: ['चालू|सुरू|होय', 'बंद|नाही'], gu: ['ચાલુ|હા', 'બંધ|ના'], ta: ['இயக்கத்தில்|ஆன்|ஆம்', 'முடக்கத்தில்|ஆஃப்|இல்லை'], kn: ['ಆನ್|ಹೌದು', 'ಆಫ್|ಇಲ್ಲ'],
    th: ['เปิด|เปิดอยู่|เปิดใช้งาน', 'ปิด|ปิดอยู่|ปิดใช้งาน'], vi: ['bật|đang bật|có', 'tắt|đang tắt|không'], id: ['aktif|nyala|hidup|ya', 'nonaktif|mati|tidak'], ms: ['hidup|aktif|ya', 'mati|tidak aktif|tidak'], fil: ['naka-on|bukas', 'naka-off|sarado'],
    zh: ['开|開|开启|開啟|已开启|已開啟|打开|启用|啟用|已启用|已啟用|是', '关|關|关闭|關閉|已关闭|已關閉|停用|禁用|已停用|已禁用|否'],
    ja: ['オン|有効|はい', 'オフ|無効|いいえ'], ko: ['켜짐|사용|사용 중|활성|예', '꺼짐|사용 안함|사용 안 함|사용하지 않음|비활성|아니요'],
  });

  /** What a name offers to do: the state now is the other one. */
  const OFFERS = Object.freeze({
    off: 'turn(s)? off|switch off|disable|deactivate|ausschalten|deaktivieren|désactiver|desactivar|desativar|disattiva|disattivare|uitschakelen|uitzetten|wyłącz|stäng av|slå fra|slå av|poista käytöstä|vypnout|vypnúť|kikapcsolás*|dezactivează|dezactivați|изключване*|отключить|выключить|вимкнути|απενεργοποίηση*|isključi|kapat|devre dişi birak',
    on: 'turn(s)? on|switch on|enable|activate|einschalten|aktivieren|activer|activar|ativar|attiva|attivare|inschakelen|aanzetten|włącz|aktivera|slå på|slå til|ota käyttöön|zapnout|zapnúť|bekapcsolás*|activează|activați|включване*|включить|увімкнути|ενεργοποίηση*|uključi|aç|etkinleştir',
    offParts: 'オフにする|无效にする|無効にする|关闭|關閉|停用|끄기|사용 중지|إيقاف|تعطيل|השבת|כיבוי|ปิด|बंद करें|tắt|خاموش کردن',
    onParts: 'オンにする|有効にする|开启|開啟|启用|啟用|켜기|사용 설정|تشغيل|تفعيل|הפעל|เปิด|चालू करें|bật|روشن کردن',
  });

  /** Words of a name that say nothing: a control that is called by these alone has no name of its own. */
  const NEUTRAL = 'toggle|toggles|switch|switches|setting|settings|checkbox|check box|button|option|control|input|select|menu|choose|change|edit|manage|required|optional|new|beta|recommended|on|off|yes|no|status|state|schalter|umschalten|einstellung|kontrollkästchen|interrupteur|bouton|réglage|paramètre|case|interruptor|ajuste|configuración|opción|interruttore|impostazione|schakelaar|instelling|przełącznik|ustawienie|スイッチ|切り替え|設定|トグル|开关|開關|切换|设置|設置|스위치|전환|설정|neu|nouveau|nuevo|nuovo|nieuw|novo|新|新規|bêta|β';

  const WHO = "organi[sz]ations?|admins?|administrators?|employer|company|school|workspace|parents?|guardian|supervisor|enterprise|domain|team|owner|it department|plan";
  /** English says it in many ways: done by somebody, or somebody does it. */
  const OTHERS_EN = `\\b(turned|switched|set|locked|forced|managed|disabled|enabled|controlled|blocked|restricted|enforced|overridden|governed|chosen|decided|required)( on| off| to| out)? (by|through|under) (your|the|an|a|my|our|this) ([\\w'-]+ ){0,3}(${WHO})\\b`
    + `|\\b(your|the|an|this) ([\\w'-]+ ){0,2}(${WHO})( [\\w']+){0,2} (turned|switched|set|locked|disabled|enabled|blocked|restricted|manages?|controls?|requires?|enforces?|overrides?|decides?|chose|chosen|(does not|doesn't) (allow|let))\\b`;
  /** Who else may have decided: organisation words and what they do, by language; both must be in one line. */
  const OTHERS = Object.freeze([
    ['organisation*|administrator*|admin|arbeitgeber*|unternehmen*|firma|schule*|eltern*|inhaber*|team', 'deaktiviert|aktiviert|ausgeschaltet|abgeschaltet|eingeschaltet|verwaltet|gesperrt|festgelegt|vorgegeben|gesteuert|blockiert|eingeschränkt|bestimmt'],
    ['organisation|administrateur*|administratrice|admin|employeur|entreprise|école|établissement|parent*|équipe|propriétaire', 'désactivé*|activé*|géré*|bloqué*|verrouillé*|défini*|contrôlé*|restreint*|imposé*|gère|contrôle'],
    ['organización|administrador*|empresa|empleador|escuela|colegio|centro educativo|padres|equipo|propietario', 'desactivad*|activad*|gestionad*|administrad*|bloquead*|controlad*|establecid*|definid*|restringid*|ha desactivado|gestiona|administra'],
    ['organização|administrador*|empresa|empregador|escola|pais|equipe|equipa|proprietário', 'desativad*|desactivad*|ativad*|gerenciad*|gerid*|bloquead*|controlad*|definid*|restrit*|desativou|gerencia'],
    ['organizzazione|amministrator*|azienda|datore|scuola|genitor*|team|proprietario', 'disattivat*|attivat*|gestit*|bloccat*|controllat*|impostat*|limitat*|gestisce|disabilitat*'],
    ['organisatie|beheerder*|werkgever|bedrijf|school|ouder*|team|eigenaar', 'uitgeschakeld|ingeschakeld|uitgezet|beheerd|beheert|vergrendeld|geblokkeerd|ingesteld|bepaald|beperkt'],
    ['organizacj*|administrator*|pracodawc*|firm*|szkoł*|rodzic*|zespół|właściciel*', 'wyłącz*|włącz*|zarządza*|zablokowa*|kontrolowa*|ustawi*|ogranicz*|zarządzane'],
    ['organisation*|administratör*|arbetsgivare*|företag*|skola*|organisasjon*|administrator*|arbejdsgiver*|virksomhed*|skole*|arbeidsgiver*|bedrift*', 'stängts av|avstäng*|inaktiver*|hanteras|låst*|styrs|deaktiver*|slået fra|slått av|administreres|låst|styres|aktiver*'],
    ['организаци*|администратор*|работодател*|компани*|школ*|родител*|організаці*|адміністратор*|роботодав*|батьк*', 'отключ*|выключ*|включ*|управля*|заблокир*|контролир*|ограничен*|вимкн*|увімкн*|керу*|заблоков*'],
    ['kuruluş*|yönetici*|işveren*|şirket*|okul*|ebeveyn*', 'kapat*|devre dişi*|yönetil*|yönetiyor|kilit*|engellen*|etkinleştir*|ayarlan*'],
  ]);
  /** The same where words have no spaces, or are written together with others. */
  const OTHER_PARTS = Object.freeze([
    ['組織|管理者|会社|雇用主|学校|企業|保護者', '無効|オフ|管理されて|管理して|ロック|設定され|制限|有効に|強制'],
    ['组织|組織|管理员|管理員|公司|学校|學校|雇主|企业|企業|单位|家长|家長', '关闭|關閉|停用|禁用|管理|锁定|鎖定|设置|設定|限制|开启|開啟|控制'],
    ['조직|관리자|회사|학교|고용주|부모', '사용 중지|해제|관리|잠|차단|설정|제한|끄|꺼'],
    ['مؤسست|المؤسسة|المسؤول|مسؤول|المشرف|شركت|مدرست|صاحب العمل', 'إيقاف|أوقف|تعطيل|عطّل|عطل|يدير|تدير|إدارة|مُدار|مدار|مقفل|تقييد'],
    ['הארגון|ארגון|מנהל|המעסיק|החברה|בית הספר', 'הושבת|מושבת|כובה|מנוהל|נעול|נחסם|השבית'],
    ['सगठन|संगठन|एडमिन|व्यवस्थापक|कंपनी|स्कूल|नियोक्ता', 'बंद|प्रबंधित|अक्षम|लॉक|नियंत्रित|चालू'],
    ['องค์กร|ผู้ดูแล|บริษัท|โรงเรียน|นายจ้าง', 'ปิด|จัดการ|ล็อก|กำหนด|จำกัด|ควบคุม'],
    ['tổ chức|quản trị viên|công ty|trường', 'tắt|quản lý|khóa|vô hiệu|đặt|hạn chế'],
    ['organisasi|administrator|admin|perusahaan|sekolah|pentadbir|syarikat|majikan', 'dinonaktifkan|dikelola|dikunci|dimatikan|diatur|dibatasi|diurus|dilumpuhkan|ditetapkan'],
  ]);
  /** A line that only says when, or for whom, is no statement of fact. */
  const CONDITIONAL = "if|when|whenever|unless|accounts|members|users|wenn|falls|sofern|konten|lorsque|quand|comptes|cuando|cuentas|quando|contas|wanneer|accounts|jeśli|gdy|när|hvis|если|когда|якщо|eğer";
  const CONDITIONAL_PARTS = '場合|とき|如果|若|当|當|可能|경우|إذا|عندما|אם|यदि|अगर|หาก|ถ้า|nếu|khi|jika|bila|apabila';

  /** What makes the switches around it void. */
  const VOID = "no effect|no longer (used|applies|has|have)|does not apply|do not apply|doesn't apply|don't apply|have no influence|is ignored|are ignored|overrid(e|es|den)|overrul(e|es|ed)|takes precedence|superseded|ohne wirkung|keine wirkung|keine auswirkung*|wirkungslos|unwirksam|außer kraft|aucun effet|sans effet|n'ont pas d'effet|n'a pas d'effet|ningún efecto|sin efecto|no tiene efecto|no tienen efecto|sem efeito|nenhum efeito|não têm efeito|não tem efeito|nessun effetto|senza effetto|geen effect|geen invloed|zonder effect|bez efektu|nie mają wpływu|nie ma wpływu|ingen effekt|ingen virkning|ei vaikutusta|нет эффекта|не действу*|не имеют силы|не діють|etkisi yok*|etkisizdir";
  const VOID_PARTS = '効果がありません|効果はありません|影響しません|無視されます|适用されません|適用されません|不起作用|无效|無效|不生效|没有影响|沒有影響|효과가 없|적용되지 않|무시됩|لا تأثير|بلا تأثير|ليس لها تأثير|ללא השפעה|אין השפעה|कोई प्रभाव नहीं|ไม่มีผล|không có hiệu lực|không có tác dụng|tidak berpengaruh|tidak berlaku|tiada kesan';

  /** A description that turns the switch: "turn this on to opt out", "when on, your data is not used". */
  const TURNED_ON =
    "(turn|switch|toggle)(ed)? (this|it)?( setting| switch| toggle)? ?on (to|and) (opt out|stop|prevent|exclude|block|keep|refuse|object|not)|(check|tick|select|enable) (this|the|it)?( box| option| setting| switch)? ?(to|and) (opt out|stop|prevent|exclude|block|refuse|object|not)|(when|if|while) (this|it)?( setting| switch| toggle| option)? ?(is )?(turned |switched )?(on|enabled"
    + "|checked|active|selected),? .{0,60}\\b(not|never|won't|no longer|excluded|opted out|opt out)|\\b(on|enabled|checked) (means|=) .{0,40}\\b(not|never|opted out|opt out|excluded)|(einschalten|aktivieren|ankreuzen), um .{0,60}(nicht|widersprechen|auszuschließen|verhindern|abzulehnen)|wenn (diese |dieser |die )?\\p{L}* ?(aktiviert|eingeschaltet) ist, .{0,60}(nicht|keine)|(activez"
    + "|cochez|activer|cocher) .{0,40} pour (ne pas|refuser|vous opposer|exclure|empêcher)|(activa|active|marca|marque|activar|marcar) .{0,40} para (no|não|evitar|excluir|impedir|rechazar|recusar|oponer|opor)|(attiva|seleziona) .{0,40} per (non|escludere|rifiutare|impedire)|(schakel|zet) .{0,40} (in|aan) om .{0,40}(niet|te weigeren|uit te sluiten)";
  const TURNED_ON_PARTS = 'オンにすると.{0,40}(ません|ない|されず|除外|拒否)|有効にすると.{0,40}(ません|ない|されず|除外|拒否)|(开启|打开|启用|開啟|啟用).{0,6}后.{0,30}(不|拒绝|拒絕|停止)|켜면.{0,40}(않|제외|거부)';

  const EDGE = '[\\p{L}\\p{N}\\p{M}_]';
  /** @param {string} list words with | between them; * is an open end @returns {string} source of a pattern */
  function wordy(list) {
    const open = list.split('|').map((word) => word.replace(/^\*/, '[\\p{L}\\p{M}]*').replace(/([^\]\\)])\*$/, '$1[\\p{L}\\p{M}]*'));
    return `(?<!${EDGE})(?:${open.join('|')})(?!${EDGE})`;
  }
  /** @param {string} [words] @param {string} [parts] @returns {RegExp} */
  const pattern = (words, parts) => new RegExp([words && grouped(words), parts && `(?:${parts})`].filter(Boolean).join('|'), 'u');
  /** A list whose entries hold groups with | of their own is taken as it is. @param {string} list */
  function grouped(list) {
    return /\(/.test(list) ? `(?<!${EDGE})(?:${splitTop(list).map((word) => word.replace(/^\*/, '[\\p{L}\\p{M}]*').replace(/([^\]\\.])\*$/, '$1[\\p{L}\\p{M}]*')).join('|')})(?!${EDGE})` : wordy(list);
  }
  /** @param {string} list @returns {string[]} split at every | that stands in no bracket */
  function splitTop(list) {
    const out = [''];
    let depth = 0;
    for (const sign of list) {
      if (sign === '(' || sign === '[') depth++;
      if (sign === ')' || sign === ']') depth--;
      if (sign === '|' && depth === 0) out.push('');
      else out[out.length - 1] += sign;
    }
    return out;
  }

  /** @type {Map<string, RegExp>} built when first asked for: most pages need two languages of forty */
  const made = new Map();
  /** @param {string} name @param {() => RegExp} make */
  function once(name, make) {
    if (!made.has(name)) made.set(name, make());
    return /** @type {RegExp} */ (made.get(name));
  }

  /** @param {string} tag BCP-47 @returns {string} key of the tables, '' if they do not have it */
  function languageOf(tag) {
    const primary = (tag ?? '').split('-')[0].toLowerCase();
    const known = /** @type {Record<string, string>} */ (ALIAS)[primary] ?? primary;
    return known in TURNS ? known : '';
  }

  /** @param {string[]} tags @returns {string[]} without doubles and unknown ones */
  const languagesOf = (tags) => [...new Set(tags.map(languageOf).filter(Boolean))];

  /** Scripts that one language alone negates in may be asked on every page: they cannot hit by accident.
   * @param {string} plain */
  function byScript(plain) {
    /** @type {string[]} */
    const found = [];
    if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(plain)) found.push('ja');
    else if (/\p{sc=Han}/u.test(plain)) found.push('zh', 'ja');
    if (/\p{sc=Hangul}/u.test(plain)) found.push('ko');
    if (/\p{sc=Thai}/u.test(plain)) found.push('th');
    if (/\p{sc=Arabic}/u.test(plain)) found.push('ar', 'fa');
    if (/\p{sc=Hebrew}/u.test(plain)) found.push('he');
    if (/\p{sc=Cyrillic}/u.test(plain)) found.push('ru', 'uk', 'bg');
    if (/\p{sc=Greek}/u.test(plain)) found.push('el');
    if (/\p{sc=Devanagari}/u.test(plain)) found.push('hi', 'mr');
    if (/\p{sc=Bengali}/u.test(plain)) found.push('bn');
    if (/\p{sc=Gujarati}/u.test(plain)) found.push('gu');
    if (/\p{sc=Tamil}/u.test(plain)) found.push('ta');
    if (/\p{sc=Kannada}/u.test(plain)) found.push('kn');
    return found;
  }

  /**
   * Does this text negate or refuse something? @param {string} value @param {string[]} langs of the page and of the label
   * @param {boolean} [broad] ask every language: for words of which nobody knows what they say
   */
  function negates(value, langs, broad = false) {
    const plain = text.normalise(value);
    if (!plain) return false;
    if (once('anywhere', () => pattern(ANYWHERE)).test(plain)) return true;
    const asked = broad ? Object.keys(TURNS) : [...new Set([...languagesOf(langs), ...byScript(plain)])];
    return asked.some((lang) => once(`turn ${lang}`, () => pattern(TURNS[lang].words, TURNS[lang].parts)).test(plain));
  }

  /** How many words of one language turn this text? Two may cancel each other. @param {string} value @param {string} lang */
  function turnings(value, lang) {
    const key = languageOf(lang);
    if (!key) return 0;
    return text.normalise(value).match(once(`turns ${key}`, () => new RegExp(pattern(`${TURNS[key].words ? `${TURNS[key].words}|` : ''}${ANYWHERE}`, TURNS[key].parts).source, 'gu')))?.length ?? 0;
  }

  /** Is this whole text a word of a state? @param {string} value @param {string[]} langs @returns {'on'|'off'|null} */
  function stateWord(value, langs) {
    const plain = text.normalise(value);
    if (!plain || plain.length > 24) return null;
    for (const lang of new Set([...langs.map((tag) => languageOf(tag)), 'en', ...byScript(plain)])) {
      const both = STATES[lang]?.map((list) => list.split('|').some((word) => text.normalise(word) === plain));
      if (both?.[0] !== both?.[1]) return both?.[0] ? 'on' : 'off';
    }
    return null;
  }

  /** Which state does a name offer to bring about? @param {string} value @returns {'on'|'off'|null} */
  function offers(value) {
    const plain = text.normalise(value);
    const off = once('offer off', () => pattern(OFFERS.off, OFFERS.offParts)).test(plain);
    const on = once('offer on', () => pattern(OFFERS.on, OFFERS.onParts)).test(plain);
    return off === on ? null : off ? 'off' : 'on';
  }

  /** The text without the verb of the offer. @param {string} value */
  const withoutOffer = (value) => text.normalise(value).replace(once('offers', () => new RegExp(`${grouped(OFFERS.off)}|${grouped(OFFERS.on)}|${OFFERS.offParts}|${OFFERS.onParts}`, 'gu')), ' ');

  /** Words that name nothing: "Toggle", "Switch setting". @param {string} value */
  function neutral(value) {
    const rest = text.normalise(value).replace(once('neutral', () => new RegExp(wordy(NEUTRAL), 'gu')), ' ');
    return !/[\p{L}]/u.test(rest);
  }

  /**
   * Does this line say that somebody else decided (`others`), or that the switches here have no effect (`void`), or that
   * On means opted out (`turned`)? @param {string} value one line @returns {'others'|'void'|'turned'|null}
   */
  function states(value) {
    const plain = text.normalise(value);
    if (plain.length < 4 || plain.length > 200) return null;
    if (once('void', () => pattern(VOID, VOID_PARTS)).test(plain)) return 'void';
    if (once('turned', () => new RegExp(`${TURNED_ON}|${TURNED_ON_PARTS}`, 'u')).test(plain)) return 'turned';
    if (once('conditional', () => pattern(CONDITIONAL, CONDITIONAL_PARTS)).test(plain)) return null;
    const both = (/** @type {readonly string[][]} */ list, /** @type {string} */ name, /** @type {(list: string) => RegExp} */ make) => list.some(([who, does], at) => once(`${name} who ${at}`, () => make(who)).test(plain) && once(`${name} does ${at}`, () => make(does)).test(plain));
    if (once('others', () => new RegExp(OTHERS_EN, 'u')).test(plain)) return 'others';
    return both(OTHERS, 'word', (list) => pattern(list)) || both(OTHER_PARTS, 'part', (list) => pattern(undefined, list)) ? 'others' : null;
  }

  /** Can negations of this language be told? @param {string} lang */
  const knows = (lang) => languageOf(lang) !== '';

  ns.lexicon = Object.freeze({ TURNS, STATES, negates, turnings, stateWord, offers, withoutOffer, neutral, states, knows, languageOf });
})();
