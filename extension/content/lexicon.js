// Words of languages that are no platform's: what turns a label round, what a switch says beside
// itself, what says that somebody else decided. Data and four questions about a text; no DOM. All
// patterns meet normalised text (text.js).
//
// Better one word too many than one too few: a hit only ever makes a verdict unknown.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text } = ns;

  /**
   * Language -> words that negate or refuse. `words` are whole words (a final * leaves the end
   * open), `parts` stand anywhere: in scripts without spaces, and where a language negates inside
   * the word.
   * @type {Turns}
   */
  const WORDS = {
    en: {
      words:
        "not|never|no|non|nor|none|nothing|nobody|without|cannot|can't|won't|don't|dont|" +
        "doesn't|didn't|isn't|aren't|shouldn't|mustn't|opts out|out " +
        'of|exempt*|except*|stop*|prevent*|refus*|reject*|declin*|den(y|ies|ied|ying)|' +
        'disallow*|forbid*|ban|bans|banned|object|objects|objected|objecting|objection*|' +
        'withdraw*|withhold*|revok*|turn off|turned off|switch off|switched ' +
        'off|remov*|avoid*|unless|leave out|instead|anti|against|hid(e|es|den|ing)|mut(e|ed|' +
        'es|ing)|less|fewer|shield*|skip*|away from|private from|kept ' +
        '(out|away|private)|keep(s|ing)? (\\p{L}+ ){0,4}(out|away|off|private)|stays? ' +
        'private|left out|leav(e|es|ing) (\\p{L}+ ){0,3}(out|alone)|opting (\\p{L}+ ){1,3}out',
    },
    de: {
      words:
        'nicht|nichts|nie|niemals|nein|kein*|ohne|ausschlie*|ausschlu*|ausgeschlossen*|' +
        'ausnehm*|ausgenommen*|ausnahme*|verhinder*|unterbind*|unterlass*|widersp*|widerruf*|' +
        'ablehn*|abgelehnt*|verweiger*|untersag*|verbiet*|verbot*|sperr*|gesperrt*|abmeld*|' +
        'abwahl|abwähl*|abschalt*|ausschalt*|stopp*|entzieh*|opt-out|außer|statt|begrenz*|' +
        'beschränk*|einschränk*|eingeschränkt*|aussetz*|verberg*|versteck*|ausblend*|fern|' +
        'fernhalt*|raus*|heraus*|schütz*|stumm*|verringer*|weniger|ausgeschaltet',
    },
    fr: {
      words:
        'ne|n|pas|sans|jamais|aucun*|rien|non|ni|exception*|exempt*|empêch*|refus*|oppos*|' +
        'interdi*|retir*|sauf|hors|arrêt*|évit*|renonc*|cacher|cachez|masqu*|écart*|dehors|' +
        'préserv*|moins',
    },
    es: {
      words:
        'no|ni|sin|nunca|jamás|nada|ningun*|ningún|tampoco|excep*|salvo|impid*|imped*|evit*|' +
        'rechaz*|niega*|negar*|opon*|oposición|inhabilit*|detener|retirar|dejar ' +
        'de|renunci*|ocult*|escond*|fuera|alej*|apart*|preserv*|menos',
    },
    pt: {
      words:
        'não|nao|nem|sem|nunca|jamais|nada|nenhum*|exce(p)?to|salvo|impe(ç|d)*|evit*|recus*|' +
        'rejeit*|neg(ar|ue)|opor*|oposição|proib*|parar|retirar|deixar ' +
        'de|ocult*|escond*|fora|afast*|preserv*|redu*|menos',
    },
    it: {
      words:
        'non|no|né|senza|mai|niente|nessun*|esclu*|eccetto|tranne|salvo|impedi*|evita*|' +
        'rifiut*|nega*|oppo*|viet*|proib*|disattiv*|disabilit*|revoc*|rinunc*|sospen*|' +
        'nascond*|fuori|lontan*|preserv*|tutel*|ridu*|meno',
    },
    nl: {
      words:
        'niet|niets|geen|nooit|zonder|nee|noch|uitsluit*|uitgesloten|uitgezonderd|behalve|' +
        'voorkom*|verhinder*|weiger*|geweigerd|bezwaar*|geblokkeerd|verbied*|verboden|' +
        'uitschakel*|uitzett*|afmeld*|intrekk*|stop*|bescherm*|beperk*|begrens*|gepauzeerd|' +
        'verberg*|buiten|weghoud*|weg|afscherm*|dempen|gedempt|verminder*|minder|' +
        'uitgeschakeld',
    },
    pl: {
      words:
        'nie|bez|nigdy|żadn*|ani|wyklucz*|wyłącz*|zapobie*|odmow*|odmów*|odmaw*|odrzuc*|' +
        'sprzeciw*|zablok*|zabro*|zakaz*|rezyg*|zrezygn*|oprócz|z ' +
        'wyjątkiem|powstrzym*|wstrzym*|przestań|chro(ń|n)*|ogranicz*|zawie(ś|s)*|ukry*|poza|' +
        'z dala|wyjm*|pomi(ń|j)*|wycisz*|zmniejsz*|mniej',
    },
    sv: {
      words:
        'inte|ej|icke|aldrig|utan|ingen|inget|inga|nej|uteslut*|undanta*|förhindra*|hindra*|' +
        'neka*|vägra*|avböj*|avvis*|förbjud*|stäng av|inaktiver*|invänd*|stoppa*|återkall*|' +
        'begräns*|dölj*|utanför|undan|bort|borta|skydda*|tysta*|minimer*|minska*|mindre|' +
        'avstäng*',
    },
    da: {
      words:
        'ikke|aldrig|uden|ingen|intet|nej|udeluk*|undtag*|forhindr*|afvis*|afslå*|nægt*|' +
        'forby*|forbud*|slå fra|fravælg*|fravalg*|indsigelse*|stop*|begræns*|skjul*|ude|' +
        'udenfor|væk|beskyt*|dæmp*|minimer*|mindre|ikkje|aldri|uten|utan|nei|uteluk*|' +
        'ekskluder*|unnta*|hindr*|avvis*|avslå*|nekt*|slå ' +
        'av|reserver*|innvend*|begrens*|ute|utenfor|utanfor|borte|unna|vekk|vern*|demp*|' +
        'reduser*|slått av',
    },
    fi: {
      words:
        'ei|en|et|emme|ette|eivät|älä|älkää|ilman|koskaan|estä*|esto|kiell*|kieltä*|poista*|' +
        'pois|sulje|vastust*|hylkä*|hylät*|lopeta*|paitsi|rajoit*|rajaa*|keskeyt*|piilot*|' +
        'poissa|erossa|ulkopuolel*|suoja*|suojel*|mykist*|vaimen*|minimoi*|vähen*|jätä|' +
        'jätetään',
    },
    cs: {
      words:
        'bez|nikdy|žádn*|ani|vylouč*|zabrán*|odmít*|zakáz*|zakaz*|zablok*|vypnout|vypnut*|' +
        'námit*|kromě|ne(?!bo$|ž$|j|ur|tw|t$|ws|ch|m$|st|w$|xt)\\p{L}*|omez*|pozastav*|skrý*|' +
        'mimo|stranou|chrán*|chraň*|ochrán*|vyjm*|vynech*|ztlum*|sníž*|méně|žiad*|vylúč*|' +
        'odmiet*|vypnúť|námiet*|okrem|obmedz*|skry*|bokom|chráň*|ochráň*|vyňať|stlm*|zníž*|' +
        'menej',
    },
    hu: {
      words:
        'nem|ne|nélkül|soha|sem|se|nincs|kizár*|megakadályoz*|elutasít*|visszautasít*|tilt*|' +
        'letilt*|megtilt*|kikapcsol*|ellen*|kivéve|leállít*|korlátoz*|szünetel*|felfüggeszt*|' +
        'rejt*|elrejt*|távol*|kívül|kihagy*|óv*|megóv*|véd*|megvéd*|némít*|csökkent*|' +
        'kevesebb|mellőz*',
    },
    ro: {
      words:
        'nu|n|fără|niciodată|niciun*|nici|excep*|împiedic*|refuz*|respin*|interzi*|opun*|' +
        'opoziți*|retrag*|renunț*|ascun*|afara|departe|feri*|omit*|redu*|puțin|oprit*',
    },
    bg: {
      words:
        'не|без|никога|никакв*|нито|изключ*|отказ*|отхвърл*|забран*|блокир*|спр(и|ете|ане)|' +
        'предотврат*|възраж*|освен|ограни*|пауз*|скри*|извън|далеч*|предпаз*|защити*|заглуш*|' +
        'минимиз*|намал*|по-малко',
    },
    ru: {
      words:
        'не|нет|ни|без|никогда|никак*|исключ*|кроме|запре*|отказ*|отклон*|отверг*|блокир*|' +
        'заблокир*|отключ*|выключ*|предотвра*|против|возраж*|отозв*|прекрат*|огранич*|' +
        'приостан*|пауз*|скры*|скрой*|вне|подальше|защити*|защища*|обере*|огради*|заглуш*|' +
        'минимиз*|сократи*|сокраща*|уменьш*|меньше|воздерж*',
    },
    uk: {
      words:
        'не|ні|без|ніколи|жодн*|виключ*|вилуч*|крім|заборон*|відмов*|відхил*|блок*|заблок*|' +
        'вимк*|запобі*|запереч*|проти|відклик*|припин*|обмеж*|призупин*|пауз*|прихов*|схова*|' +
        'поза|осторонь|подалі|захисти*|захищ*|убезпеч*|приглуш*|мінім*|зменш*|скорот*|менше|' +
        'утрим*',
    },
    el: {
      words:
        'δεν|δε|μην|μη|όχι|χωρίς|ποτέ|κανέν*|καμία|εξαίρ*|εξαιρ*|αποκλ*|αποτρ*|απορρ*|απόρρ*|' +
        'άρν*|απαγορ*|μπλοκ*|αντίρρηση*|αντιτ*|απενεργ*|εκτός|διακοπ*|περιορ*|περιόρ*|παύσ*|' +
        'αναστολ*|αναστείλ*|απόκρυψ*|αποκρύ*|κρύψ*|μακριά|έξω|προστάτ*|προστατ*|προφύλα*|' +
        'σίγασ*|ελαχιστοπ*|μείωσ*|μειώσ*|λιγότερ*|ανενεργ*',
    },
    hr: {
      words:
        'ne|nije|nisu|nemoj*|nikad*|bez|nijed*|nikak*|isključ*|izuz*|osim|sprije*|spreč*|' +
        'odbi*|zabran*|onemogu*|prigovor*|protiv|ogranič*|obustav*|sakri*|skri*|izvan|dalje|' +
        'podalje|zaštiti*|štiti*|utiša*|smanj*|manje|izostav*|не|није|нису|немој*|никад*|без|' +
        'ниједан|искључ*|изуз*|осим|спреч*|одби*|забран*|блокир*|онемогу*|приговор*|против|' +
        'огранич*|паузир*|обустав*|сакри*|изван|даље|заштити*|утиша*|минимиз*|смањ*|мање|' +
        'изостав*',
    },
    ca: {
      words:
        'no|ni|sense|mai|cap|res|exclo*|exclú*|excep*|llevat|impedi*|evita*|rebutj*|nega*|' +
        'oposa*|retir*|amag*|oculta*|fora|lluny|allunya*|redu*|menys',
    },
    tr: {
      words:
        'değil*|yok|hayir|asla|olmadan|olmaksizin|hariç|dişi|dişinda|engel*|red|redd*|' +
        'vazgeç*|kapat*|itiraz*|yasak*|önle*|durdur*|çik(ar|ma)*|izin verme|izin ' +
        'vermiyor*|izin vermem*|vermiyorum|istemiyorum|kullanma|kullanmay*|\\p{L}+m[ae]y(in|' +
        'iniz|acak|ecek|alim|elim)|\\p{L}+m[ae](masi|mesi|z|zlar|zler|dan|den)|' +
        '\\p{L}+m[ae]m[ae]\\p{L}*|\\p{L}+(siz|suz)|kisitla*|sinirla*|duraklat*|askiya*|' +
        'gizle*|uzak*|dişarida|koru|koruy*|sessiz*|en aza|azalt*|daha az|kapali',
    },
    ar: {
      words:
        '[وف]?لا|[وف]?لن|[وف]?لم|[وف]?ليس*|[وب]?دون|بدون|غير|[وبل]?عدم|[وبل]?(ال)?منع*|' +
        '[وبل]?(ال)?رفض*|[وبل]?(ال)?استبعاد*|[وبل]?(ال)?استثناء*|[وبل]?(ال)?إلغاء*|' +
        '[وبل]?(ال)?إيقاف*|[وبل]?(ال)?حظر*|[وبل]?(ال)?تعطيل*|[وبل]?(ال)?اعتراض*|' +
        '[وبل]?(ال)?انسحاب*|إلا|باستثناء|أبدا|أبدًا|امتنع*|تجنب*|[وبل]?(ال)?تقييد*|قيّد*|' +
        '[وبل]?(ال)?تقليل*|قلل*|الحد من|[وبل]?(ال)?إخفاء*|[أا]خف*|احم|احمِ|احمي|خارج|بعيد*|' +
        '[أا]بعد*|[وبل]?(ال)?إبعاد*|[وبل]?(ال)?كتم*|[وبل]?(ال)?تجميد*|[وبل]?(ال)?حجب*|احجب*|' +
        'احظر*|امنع*|استبعد*|ارفض*|[أا]وقف*|[أا]قل|صون*|متوقف|معطل*',
    },
    he: {
      words:
        'לא|ולא|שלא|אל|אין|ואין|בלי|ללא|מבלי|סירוב|לסרב|סרב*|מניעת|למנוע|מנע*|לחסום|חסום|' +
        'חסימ*|התנגד*|השבת*|ביטול|לבטל|לאסור|איסור|למעט|פרט|להוציא|החרג*|הגבל*|להגביל|צמצ*|' +
        'לצמצם|השה*|להשהות|הסתר*|להסתיר|מחוץ|הרחק*|להרחיק|רחוק|הגן|הגנו|להגן|השתק*|להשתיק|' +
        'מזער*|למזער|הפחת*|להפחית|פחות|כבוי|מושבת',
    },
    fa: {
      words:
        'نه|بدون|عدم|غیر*|جلوگیری*|رد|منع*|انصراف*|مخالفت*|خودداری*|مسدود*|ممنوع*|اعتراض*|' +
        'لغو|مگر|(نمی|نکن|نشو|نشد|نباش|نباید|نده|ندار|نخواه|نگیر)\\p{L}*|محدود*|متوقف*|توقف*|' +
        'مکث*|پنهان*|مخفی*|دور|خارج|بیرون|محافظت*|بیصدا|کاهش*|کمتر|به ' +
        'حداقل|حذف*|استثنا*|خاموش',
    },
    hi: {
      words:
        'नहीं|नही|न|ना|मत|बिना|कभी नहीं|रोक*|मना|मनाही|इनकार|इंकार|अस्वीकार*|अवरुद्ध|बंद|' +
        'बाहर|छोड़कर|सिवाय|विरोध|आपत्ति|प्रतिबंध*|हटा*|सीमित*|विराम|रुक*|छिपा*|छुपा*|दूर|अलग|' +
        'सुरक्षित|बचा*|म्यूट*|कम|न्यूनतम',
    },
    mr: {
      words:
        'नाही|नाहीत|नका|नको|न|विना|शिवाय|बिना|नकार*|बंद|वगळ*|मनाई|रोख*|अवरोध*|थांबव*|हरकत|' +
        'मर्यादित*|विराम|लपव*|दूर|बाहेर|सुरक्षित|संरक्षण करा|वाचव*|म्यूट|कमी',
      parts: 'ू नये|नये',
    },
    bn: {
      words:
        'না|নয়|নেই|নি|ছাড়া|বিনা|ব্যতীত|বন্ধ|প্রত্যাখ্যান*|বাদ|আটক*|নিষেধ*|নিষিদ্ধ|আপত্তি|' +
        'অস্বীকার*|প্রতিরোধ*|সীমিত*|সীমাবদ্ধ*|বিরতি|স্থগিত*|লুকা*|লুকি*|দূরে|বাইরে|সুরক্ষিত|' +
        'রক্ষা|মিউট|কম|কমা*',
    },
    gu: {
      words:
        'નહીં|નહિ|ના|ન|નથી|વિના|વગર|સિવાય|મનાઈ*|નકાર*|ઇનકાર*|બંધ|અવરોધ*|બાકાત|રોક*|વાંધો|' +
        'મર્યાદિત*|વિરામ|છુપાવ*|છિપાવ*|દૂર|બહાર|સુરક્ષિત|બચાવ*|મ્યૂટ|ઘટાડ*|ઓછ*',
    },
    ta: {
      parts:
        'இல்லை|இல்லாம|வேண்டாம்|கூடாது|மாட்ட|மறு|தடு|தடை|விலக்கு|நிராகரி|எதிர்|ாதே|ாதீர்|ாமல்|' +
        'ாது|ாத |கட்டுப்படுத்து|வரம்பு|வரையறு|இடைநிறு|மறை|தவிர்|விலகி|வெளியே|பாதுகா|முடக்கு|' +
        'குறை',
    },
    kn: {
      parts:
        'ಇಲ್ಲ|ಬೇಡ|ಬಾರದು|ಇಲ್ಲದೆ|ನಿರಾಕರ|ತಡೆ|ನಿರ್ಬಂಧ|ಹೊರಗಿಡ|ಹೊರತು|ದಂತೆ|ವಿರೋಧ|ಆಕ್ಷೇಪ|ಮಿತಿ|ವಿರಾಮ|' +
        'ಮರೆಮಾಡ|ಅಡಗಿಸ|ದೂರ|ರಕ್ಷಿಸ|ಕಾಪಾಡ|ಮ್ಯೂಟ್|ಕಡಿಮೆ',
    },
    th: {
      parts:
        'ไม่|อย่า|ห้าม|ปฏิเสธ|ยกเว้น|งด|(?<!เ)ปิด|ปราศจาก|หยุด|บล็อก|คัดค้าน|ป้องกัน|ยกเลิก|' +
        'เว้น|จำกัด|พัก|ระงับ|ซ่อน|ห่าง|นอก|ปกป้อง|กีดกัน|ลด|เงียบ',
    },
    vi: {
      words:
        'không|chưa|đừng|chẳng|chớ|từ chối|chặn|ngăn*|loại trừ|loại|tắt|cấm|trừ|phản ' +
        'đối|dừng|ngừng|hủy|hạn chế|giới hạn|ẩn|giấu|khỏi|ngoài|tránh|xa|bảo vệ|giảm*|bớt|ít ' +
        'hơn',
    },
    id: {
      words:
        'tidak|tak|jangan|bukan|belum|tanpa|kecuali|selain|*tolak*|menolak*|*cegah*|*blokir*|' +
        '*larang*|nonaktif*|menonaktif*|keluar|*hentikan|*kecualikan|keberatan|mematikan|' +
        'matikan|batas*|*batasi|jeda*|*tangguh*|sembunyi*|*sembunyikan|luar|*jauhkan|jauh|' +
        '*lindungi|bisukan|*minimalkan|*kurangi|*hindari|*sekat*|*henti*|nyahaktif*|' +
        'menyahaktif*|bantah*|hadkan|mengehadkan|redam*|*kurangkan|elak*',
    },
    fil: {
      words:
        'hindi|huwag|wala*|tanggi*|pigil*|harang*|maliban|ayaw|bawal|*bawal*|itigil|tutol*|' +
        'di|higpit*|paghigpit*|i-pause|itago|labas|malayo|ilayo|protekta*|i-mute|bawas*|' +
        'ihinto|alis*|ibukod',
    },
    zh: {
      parts:
        '不|勿|别|別|禁|拒|无|無|没|沒|停|关闭|關閉|退出|排除|阻止|屏蔽|封鎖|封锁|防止|取消|除外|反对|反對|避免|非|免|限制|限定|暂停|隐藏|隱藏|' +
        '远离|遠離|保护我|保護我|保护您|保護您|静音|靜音|减少|減少|最小化|剔除|抑制|不让|保留为私|保留為私',
    },
    ja: {
      parts:
        'ない|ません|ませぬ|なし|無し|ずに|ざる|せず|拒|禁|除外|除く|オプトアウト|停止|無効|不可|不要|不許可|防止|やめ|止め|反対|異議|ブロック|避け|' +
        '外す|外し|対象外|オフ(?!ィ)|排除|断る|望まな|控え|制限|限定|隠す|隠し|非表示|遠ざけ|離す|離し|守る|守り|保護する|保護し|から保護|ミュート|' +
        '最小|減ら|削減|抑え|抑制|除き|外に',
    },
    ko: {
      parts:
        '않|안함|안 |아니|없|못|금지|거부|거절|제외|차단|중지|중단|해제|옵트아웃|옵트 ' +
        '아웃|반대|마세요|말아|말기|미사용|미허용|비허용|비활성|방지|불가|이의|막기|불허|꺼|제한|정지|숨기|숨김|멀리|떨어|보호하기|에서 ' +
        '보호|음소거|최소화|줄이|줄임|감소|밖에|배제|삼가|억제',
    },
  };
  /** Where two are so near that one list serves both. @type {Turns} */
  const TURNS = Object.freeze({ ...WORDS, sk: WORDS.cs, nb: WORDS.da, ms: WORDS.id, sr: WORDS.hr });
  /** In whatever language: these are used everywhere. */
  const ANYWHERE =
    'opt out|opt-out|opt-outs|optout|opted out|opted-out|opting out|do ' +
    "not|don't|not|never|limit*|restri*|restre*|restrâ*|paus*|pauz*|minimi*|minimal*|reduc*|" +
    'reduz*|redui*|rédui*|réduc*|suspen*|silen*|exclu*|block*|blok*|bloc*|bloqu*|proteg*|' +
    'protég*|protej*|protect*|desactiv*|désactiv*|desativ*|dezactiv*|deaktiv*|deactiv*|' +
    'disabl*|prohib*';
  const ALIAS = Object.freeze({
    no: 'nb',
    nn: 'nb',
    tl: 'fil',
    iw: 'he',
    in: 'id',
    bs: 'hr',
    sl: 'hr',
  });

  /**
   * Language -> [on, off]: what stands beside a switch and says its state.
   * @type {Record<string, string[]>}
   */
  const STATES = Object.freeze({
    en: [
      'on|enabled|active|activated|turned on|switched on',
      'off|disabled|inactive|deactivated|turned off|switched off|not enabled',
    ],
    de: [
      'ein|an|aktiv|aktiviert|eingeschaltet|angeschaltet',
      'aus|inaktiv|deaktiviert|ausgeschaltet|abgeschaltet|nicht aktiviert',
    ],
    fr: ['activé|activée|actif|active|oui', 'désactivé|désactivée|inactif|inactive|non'],
    es: ['activado|activada|activo|sí', 'desactivado|desactivada|inactivo|no'],
    pt: [
      'ativado|ativada|ativo|ativa|activado|activada|ligado|sim',
      'desativado|desativada|inativo|desactivado|desactivada|desligado|não',
    ],
    it: [
      'attivo|attiva|attivato|attivata|on|sì|si',
      'disattivo|disattivato|disattivata|non attivo|inattivo|off|no',
    ],
    nl: ['aan|ingeschakeld|actief|ja', 'uit|uitgeschakeld|inactief|nee'],
    pl: ['wł|wł.|włączone|włączony|włączona|tak', 'wył|wył.|wyłączone|wyłączony|wyłączona|nie'],
    sv: ['på|aktiverad|aktiverat', 'av|avstängd|inaktiverad|inaktiverat'],
    da: ['til|slået til|aktiveret', 'fra|slået fra|deaktiveret'],
    nb: ['på|aktivert', 'av|deaktivert'],
    fi: ['päällä|käytössä|kyllä', 'pois|pois päältä|ei käytössä|ei'],
    cs: ['zapnuto|zapnuté|ano', 'vypnuto|vypnuté|ne'],
    sk: ['zapnuté|áno', 'vypnuté|nie'],
    hu: ['be|bekapcsolva|igen', 'ki|kikapcsolva|nem'],
    ro: ['activat|activată|pornit|da', 'dezactivat|dezactivată|oprit|nu'],
    bg: ['включено|вкл|вкл.|да', 'изключено|изкл|изкл.|не'],
    ru: ['вкл|вкл.|включено|да', 'выкл|выкл.|выключено|отключено|нет'],
    uk: ['увімк|увімкнено|так', 'вимк|вимкнено|ні'],
    el: ['ενεργό|ενεργοποιημένο|ναι', 'ανενεργό|απενεργοποιημένο|όχι'],
    hr: ['uključeno|da', 'isključeno|ne'],
    sr: ['uključeno|da|укључено|да', 'isključeno|ne|искључено|не'],
    ca: ['activat|activada|sí', 'desactivat|desactivada|no'],
    tr: ['açik|etkin|evet', 'kapali|devre dişi|hayir'],
    ar: ['مفعل|مفعّل|تشغيل|قيد التشغيل|نعم', 'معطل|معطّل|إيقاف|متوقف|غير مفعل|لا'],
    he: ['פועל|מופעל|כן', 'כבוי|מושבת|לא'],
    fa: ['روشن|فعال|بله', 'خاموش|غیرفعال|خیر'],
    hi: ['चालू|सक्षम|हाँ', 'बंद|अक्षम|नहीं'],
    bn: ['চালু|হ্যাঁ', 'বন্ধ|না'],
    mr: ['चालू|सुरू|होय', 'बंद|नाही'],
    gu: ['ચાલુ|હા', 'બંધ|ના'],
    ta: ['இயக்கத்தில்|ஆன்|ஆம்', 'முடக்கத்தில்|ஆஃப்|இல்லை'],
    kn: ['ಆನ್|ಹೌದು', 'ಆಫ್|ಇಲ್ಲ'],
    th: ['เปิด|เปิดอยู่|เปิดใช้งาน', 'ปิด|ปิดอยู่|ปิดใช้งาน'],
    vi: ['bật|đang bật|có', 'tắt|đang tắt|không'],
    id: ['aktif|nyala|hidup|ya', 'nonaktif|mati|tidak'],
    ms: ['hidup|aktif|ya', 'mati|tidak aktif|tidak'],
    fil: ['naka-on|bukas', 'naka-off|sarado'],
    zh: [
      '开|開|开启|開啟|已开启|已開啟|打开|启用|啟用|已启用|已啟用|是',
      '关|關|关闭|關閉|已关闭|已關閉|停用|禁用|已停用|已禁用|否',
    ],
    ja: ['オン|有効|はい', 'オフ|無効|いいえ'],
    ko: ['켜짐|사용|사용 중|활성|예', '꺼짐|사용 안함|사용 안 함|사용하지 않음|비활성|아니요'],
  });

  /** What a name offers to do: the state now is the other one. */
  const OFFERS = Object.freeze({
    off:
      'turn(s)? off|switch off|disable|deactivate|ausschalten|deaktivieren|désactiver|' +
      'desactivar|desativar|disattiva|disattivare|uitschakelen|uitzetten|wyłącz|stäng av|slå ' +
      'fra|slå av|poista käytöstä|vypnout|vypnúť|kikapcsolás*|dezactivează|dezactivați|' +
      'изключване*|отключить|выключить|вимкнути|απενεργοποίηση*|isključi|kapat|devre dişi birak',
    on:
      'turn(s)? on|switch on|enable|activate|einschalten|aktivieren|activer|activar|ativar|' +
      'attiva|attivare|inschakelen|aanzetten|włącz|aktivera|slå på|slå til|ota ' +
      'käyttöön|zapnout|zapnúť|bekapcsolás*|activează|activați|включване*|включить|увімкнути|' +
      'ενεργοποίηση*|uključi|aç|etkinleştir',
    offParts:
      'オフにする|无效にする|無効にする|关闭|關閉|停用|끄기|사용 중지|إيقاف|تعطيل|השבת|כיבוי|ปิด|बंद करें|tắt|خاموش کردن',
    onParts:
      'オンにする|有効にする|开启|開啟|启用|啟用|켜기|사용 설정|تشغيل|تفعيل|הפעל|เปิด|चालू करें|bật|روشن کردن',
  });

  /**
   * Words of a name that say nothing: a control that is called by these alone has no name of its
   * own.
   */
  const NEUTRAL =
    'toggle|toggles|switch|switches|setting|settings|checkbox|check ' +
    'box|button|option|control|input|select|menu|choose|change|edit|manage|required|optional|' +
    'new|beta|recommended|on|off|yes|no|status|state|schalter|umschalten|einstellung|' +
    'kontrollkästchen|interrupteur|bouton|réglage|paramètre|case|interruptor|ajuste|' +
    'configuración|opción|interruttore|impostazione|schakelaar|instelling|przełącznik|' +
    'ustawienie|スイッチ|切り替え|設定|トグル|开关|開關|切换|设置|設置|스위치|전환|설정|neu|nouveau|nuevo|nuovo|nieuw|novo|' +
    '新|新規|bêta|β';

  const WHO =
    'organi[sz]ations?|admins?|administrators?|employer|company|school|workspace|parents?|' +
    'guardian|supervisor|enterprise|domain|team|owner|it department|plan';
  /** English says it in many ways: done by somebody, or somebody does it. */
  const OTHERS_EN =
    `\\b(turned|switched|set|locked|forced|managed|disabled|enabled|controlled|blocked|` +
    'restricted|enforced|overridden|governed|chosen|decided|required)( on| off| to| out)? ' +
    `(by|through|under) (your|the|an|a|my|our|this) ([\\w'-]+ ){0,3}(${WHO})\\b` +
    (`|\\b(your|the|an|this) ([\\w'-]+ ){0,2}(${WHO})( [\\w']+){0,2} ` +
      '(turned|switched|set|locked|disabled|enabled|blocked|restricted|manages?|controls?|' +
      `requires?|enforces?|overrides?|decides?|chose|chosen|(does not|doesn't) (allow|let))\\b`);
  /**
   * Who else may have decided, and what they do, in many languages: both must be in one line. Then:
   * whom to ask, or who alone may.
   */
  const OTHERS = Object.freeze([
    [
      'organi*|организа*|організа*|admin|administrat*|administrad*|amministrat*|админ*|' +
        'адмін*|beheerder*|arbeitgeber*|arbe(ts|jds|ids)giv*|unternehmen*|firm(a|y)|s(ch|k|' +
        'c)(u|o)l*|eltern*|inhaber*|team|employeur|entreprise|école|établissement|parents?|' +
        'équipe|propri(é|e)t*|empresa|empleador|escuela|colegio|centro ' +
        'educativo|padres|equip(o|e|a)' +
        ('|empregador|escola|pais|azienda|datore|genitor*|werkgever|bedrijf|bedrift*|ouders?|' +
          'eigenaar|pracodawc*|szkoł*|rodzic*|zespół|właściciel*|företag*|virksomhed*|' +
          'работодател*|компани*|школ*|родител*|роботодав*|батьк*|kuruluş*|yönetici*|işveren*|' +
          'şirket*|okul*|ebeveyn*'),
      '(de|in)?aktiver*|(de)?aktiviert|ausgeschaltet|abgeschaltet|eingeschaltet|verwaltet|' +
        'gesperrt|festgelegt|vorgegeben|gesteuert|blockiert|bestimmt|(dés)?activé*|gér(é|e)*|' +
        'gère|bloqué*|verrouillé*|défini*|contr(o|ô)l*|restr*|imposé*|(des)?activad*|' +
        'gestionad*|gestiona|administra|bloquead*|establecid*|(des)?ativ(ad|ou)*|gerenci*|' +
        'gerid*' +
        ('|(dis)?attivat*|gesti(t|sc)*|bloccat*|impostat*|limitat*|disabilitat*|(uit|' +
          'in)geschakeld|uitgezet|beheer(d|t)|vergrendeld|geblokkeerd|ingesteld|bepaald|' +
          'beperkt|(w|wy)łącz*|zarządza*|zablokowa*|kontrolowa*|ustawi*|ogranicz*|stängts ' +
          'av|avstäng*|hanteras|låst*|styrs|styres|slået fra|slått ' +
          'av|administreres|(от|вы|в)?ключ*|управля*|заблок*|контролир*|(ви|уві)мкн*|керу*|' +
          'kapat*|devre dişi*|yönetil*|yönetiyor|kilit*|engellen*|etkinleştir*|ayarlan*'),
    ],
    [
      'admins?|administrat*|administrador*|amministrat*|beheerder*|pentadbir|správc*|' +
        'rendszergazd*|pääkäyttäj*|järjestelmänvalvoj*|yönetici*|администратор*|адміністратор*|' +
        'διαχειριστ*|quản trị viên',
      "only|contact*|ask|nur|kontakt*|wenden|seul*|s'adress*|solo|sólo|póngase|rivolg*|" +
        'contatta*|só|somente|apenas|alleen|endast|bara|kun|vain|tylko|skontaktuj*|pouze|jen|' +
        'csak|doar|numai|только|обратит*|лише|тільки|зверн*|μόνο|επικοινων*|samo|només|' +
        'yalnizca|sadece|başvur*|chỉ|liên hệ|hanya|hubungi|hanya',
    ],
    [
      'polic(y|ies)|centrally|central|zentral|richtlinie*|stratégie|centralisée|centralizad*|' +
        'política|criteri*|central|centraal|beleid|zasad*|polityk*|centralnie|centralt|' +
        'policyer|политик*|централизован*|політик*|централізован*|merkezi|ilke*',
      'enforced|managed|locked|applied|set|erzwungen|vorgegeben|verwaltet|imposé*|appliqu*|' +
        'géré*|impuest*|aplicad*|gestionad*|impost*|applicat*|gestit*|gerid*|gerenciad*|' +
        'afgedwongen|beheerd|wymusz*|zarządza*|framtving*|styrs|styres|administreres|hanteras|' +
        'принудительно|управля*|керу*|примусово|yönetil*|zorunlu*',
    ],
  ]);
  /** The same where words have no spaces, or are written together with others. */
  const OTHER_PARTS = Object.freeze([
    [
      '組織|管理者|会社|雇用主|学校|企業|保護者|组织|管理员|管理員|公司|學校|雇主|企业|单位|家长|家長|조직|관리자|회사|학교|고용주|부모|مؤسست|' +
        'المؤسسة|مسؤول|المشرف|شركت|مدرست|صاحب العمل|ארגון|מנהל|המעסיק|החברה|בית ' +
        'הספר|सगठन|संगठन|एडमिन|' +
        ('व्यवस्थापक|कंपनी|स्कूल|नियोक्ता|องค์กร|ผู้ดูแล|บริษัท|โรงเรียน|นายจ้าง|tổ chức|quản ' +
          'trị viên|công ty|trường|organisasi|admin|perusahaan|sekolah|pentadbir|syarikat|' +
          'majikan'),
      '無効|オフ|ロック|制限|有効に|強制|关闭|關閉|停用|禁用|管理|锁定|鎖定|设置|設定|限制|开启|開啟|控制|사용 ' +
        '중지|해제|관리|잠|차단|설정|제한|끄|꺼|إيقاف|أوقف|تعطيل|عطّل|عطل|يدير|تدير|إدارة|مُدار|مدار|مقفل|' +
        'تقييد|הושבת|מושבת|כובה|מנוהל|נעול|' +
        ('נחסם|השבית|बंद|प्रबंधित|अक्षम|लॉक|नियंत्रित|चालू|ปิด|จัดการ|ล็อก|กำหนด|จำกัด|ควบคุม|' +
          'tắt|quản lý|khóa|vô hiệu|đặt|hạn chế|dinonaktifkan|dikelola|dikunci|dimatikan|' +
          'diatur|dibatasi|') +
        'diurus|dilumpuhkan|ditetapkan',
    ],
    [
      '管理者|管理员|管理員|관리자|المسؤول|المشرف|מנהל|مدیر|व्यवस्थापक|एडमिन|অ্যাডমিন|ผู้ดูแล',
      'のみ|だけ|連絡|問い合わせ|只有|仅|僅|联系|聯絡|聯繫|만 |문의|فقط|اتصل|تواصل|راجع|רק|פנה|פנו|केवल|संपर्क|শুধু|' +
        'যোগাযোগ|เท่านั้น|ติดต่อ|تنها|تماس',
    ],
    [
      'ポリシー|策略|政策|정책|سياسة|מדיניות|नीति|นโยบาย',
      'により|によって|强制|強制|由|의해|적용|بموجب|לפי|द्वारा|โดย',
    ],
  ]);
  /** A line that only says when, or for whom, is no statement of fact. */
  const CONDITIONAL =
    'if|when|whenever|unless|accounts|members|users|wenn|falls|sofern|konten|lorsque|quand|' +
    'comptes|cuando|cuentas|quando|contas|wanneer|accounts|jeśli|gdy|när|hvis|если|когда|' +
    'якщо|eğer';
  const CONDITIONAL_PARTS =
    '場合|とき|如果|若|当|當|可能|경우|إذا|عندما|אם|यदि|अगर|หาก|ถ้า|nếu|khi|jika|bila|apabila';

  /** What makes the switches around it void. */
  const VOID =
    "no effect|no longer (used|applies|has|have)|does not apply|do not apply|doesn't " +
    "apply|don't apply|have no influence|is ignored|are " +
    'ignored|overrid(e|es|den)|overrul(e|es|ed)|takes precedence|superseded|ohne ' +
    'wirkung|keine wirkung|keine auswirkung*|wirkungslos|unwirksam|außer kraft|aucun ' +
    "effet|sans effet|n'ont pas d'effet|n'a pas d'effet|ningún efecto|sin efecto|no tiene " +
    'efecto|no tienen efecto|sem efeito|nenhum efeito|não têm efeito|não tem efeito|nessun ' +
    'effetto|senza effetto|geen effect|geen invloed|zonder effect|bez efektu|nie mają ' +
    'wpływu|nie ma wpływu|ingen effekt|ingen virkning|ei vaikutusta|нет эффекта|не ' +
    'действу*|не имеют силы|не діють|etkisi yok*|etkisizdir';
  const VOID_PARTS =
    '効果がありません|効果はありません|影響しません|無視されます|适用されません|適用されません|不起作用|无效|無效|不生效|没有影响|沒有影響|효과가 없|적용되지 ' +
    '않|무시됩|لا تأثير|بلا تأثير|ليس لها تأثير|ללא השפעה|אין השפעה|कोई प्रभाव ' +
    'नहीं|ไม่มีผล|không có hiệu lực|không có tác dụng|tidak berpengaruh|tidak berlaku|tiada ' +
    'kesan';

  /**
   * Where a sentence begins that tells what On does: "turn this on to", "when it is on", "On: ".
   * With a word that refuses in it, On means the other thing. Other languages: their offers, or a
   * state word with a conditional.
   */
  const ON_IF =
    "(?:turn|switch|toggl)(?:s|ed|e|ing)? ([\\w']+ " +
    '){0,2}on\\b|(?:check|tick|select|enabl|activat)(?:e|ing)? (?:this|it|the ' +
    '(?:box|switch|option|setting|toggle))\\b|(?:tick|choose|select|switch on|turn on) ' +
    '(?:what|which)\\b|that you (?:tick|choose|select|check|switch on|turn ' +
    'on)\\b|(?:when|if|while|once|with) .{0,40}\\b(?:on|enabled|checked|ticked|active|' +
    'selected)\\b' +
    ('|^(?:on|enabled) ?(?:means|[=:,-])|オンに|有効に|启用|啟用|开启|開啟|打开|켜면|켜기|ankreuz|coche|cocher|' +
      'marca|marque|segna|zet .{0,40}aan\\b|schakel .{0,40}in\\b|zaznacz');

  /**
   * What a label must say to permit something, in whatever language: to use, allow, share, improve.
   */
  const PERMITS =
    'use[sd]?|using|allow*|let|lets|shar(e|es|ed|ing)|help*|improv*|*verwend*|*nutz*|erlaub*|' +
    'zulass*|teilen|*verbesser*|utili(s|z|tz)*|us(ar|a|o|age)|ús|permi*|permet*|autori*|' +
    'partag*|compart*|partilh*|condivi*|améliorer|amélior*|mejor*|melhor*|miglior*|millor*|' +
    '*gebruik*|toestaan|delen|verbeter*|uży*|*korzyst*|zezw*|pozw*|udostęp*|ulepsz*' +
    ('|*nvänd*|tillåt*|dela|förbättr*|brug*|anvend*|tillad*|bruk*|tillat*|forbedr*|käyt*|' +
      'sall*|paran*|použ*|využ*|povol*|vylepš*|zlepš*|*használ*|*enged*|javít*|folos*|' +
      'îmbunătăț*|*використ*|дозвол*|покращ*|использ*|разреш*|улучш*|използ*|подобр*|χρήση*|' +
      'χρησιμοπ*|επιτρ*|βελτ*|kori(s|š)*|dopust*|poboljš*|корист*|kullan*|geliştir*|iyileştir*') +
    ('|*استخد*|*السماح|اسمح*|*تحسين*|שימוש|להשתמש|השתמש*|לאפשר|אפשר*|שיפור|לשפר|استفاده*|' +
      'اجازه*|بهبود*|sử dụng|dùng|cho phép|cải thiện|*guna*|*izin*|*benar*|*tingkat*|*gamit*|' +
      '*payag*');
  const PERMIT_PARTS =
    'उपयोग|अनुमति|बेहतर|सुधार|वापर|ব্যবহার|অনুমতি|উন্নত|ઉપયોગ|મંજૂરી|பயன்|அனுமதி|ಬಳಸ|ಅನುಮತಿ|' +
    'ใช้|อนุญาต|ปรับปรุง|使用|用于|用於|利用|允许|允許|共享|分享|改进|改進|改善|許可|共有|사용|이용|허용|공유|개선';
  /**
   * Nouns of protection: in a heading they are the privacy of everything, in a label they turn it.
   */
  const GUARDS =
    'protec*|schutz|skydd|ochran*|védel*|suoj*|защит*|захист*|προστασ*|zaštit*|korun*|' +
    'perlindungan|*حماية';
  const GUARD_PARTS = '保护|保護|보호|הגנ|सुरक्ष|संरक्ष|সুরক্ষ|સુરક્ષ';
  /** Whose settings they are, when they are not those of the person: a heading says it. */
  const SCOPE =
    "new ([\\w']+ )?(members?|users?|employees)|(team|workspace|organi[sz]ation|company|" +
    'school|class|group|family) defaults?|defaults? ' +
    "for|(guest|member|employee|supervised|managed)s?('s?)? (account|setting|profile)s?|all " +
    "(members|users|employees)|everyone (at|in)|teen*|child*|kids?|kid's|student*" +
    ('|kinder*|jugend*|enfants?|ados?|niñ*|adolesc*|menores|criança*|bambin*|minori|barn*|' +
      'børn*|lapse*|laste*|dziec*|dětsk*|detsk*|gyerek*|copii*|детск*|детей|подрост*|дитяч*|' +
      'підліт*|çocuk*|genç*|παιδ*|εφήβ*|trẻ em|anak|remaja|*standard für|neue ' +
      'mitglieder|nouveaux membres|nuevos miembros|novos membros|nuovi membri|nieuwe ' +
      'leden|nowi członkowie|nya medlemmar|nye medlemmer|новых участников|yeni üyeler');
  const SCOPE_PARTS =
    '子ども|子供|未成年|10代|新しいメンバー|新規メンバー|チームのデフォルト|チームの既定|儿童|兒童|青少年|新成员|新成員|团队默认|團隊預設|자녀|청소년|새 ' +
    '멤버|팀 기본|مراهق|أطفال|طفل|נוער|ילד|बच्च|किशोर|เด็ก|วัยรุ่น|کودک|نوجوان';
  const EDGE = '[\\p{L}\\p{N}\\p{M}_]';
  /**
   * @param {string} list words with | between them; * is an open end
   * @returns {string} source of a pattern
   */
  const grouped = list =>
    `(?<!${EDGE})(?:${splitTop(list)
      .map(word =>
        word.replace(/^\*/, '[\\p{L}\\p{M}]*').replace(/([^\]\\.])\*$/, '$1[\\p{L}\\p{M}]*'),
      )
      .join('|')})(?!${EDGE})`;
  /** @param {string} [words] @param {string} [parts] @returns {RegExp} */
  const pattern = (words, parts) =>
    new RegExp(
      [words && grouped(words), parts && `(?:${parts})`]
        .filter(Boolean)
        .join('|')
        .normalize('NFKC'),
      'u',
    );
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

  /**
   * @type {Map<string, RegExp>} built when first asked for: most pages need two languages of forty
   */
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
  const languagesOf = tags => [...new Set(tags.map(languageOf).filter(Boolean))];

  const SCRIPTS = Object.freeze(
    /** @type {[RegExp, string[]][]} */ (
      Object.entries({
        'Hiragana}\\p{sc=Katakana': 'ja',
        Han: 'zh ja',
        Hangul: 'ko',
        Thai: 'th',
        Arabic: 'ar fa',
        Hebrew: 'he',
        Cyrillic: 'ru uk bg',
        Greek: 'el',
        Devanagari: 'hi mr',
        Bengali: 'bn',
        Gujarati: 'gu',
        Tamil: 'ta',
        Kannada: 'kn',
      }).map(([name, langs]) => [new RegExp(`[\\p{sc=${name}}]`, 'u'), langs.split(' ')])
    ),
  );
  /**
   * Scripts that one language alone negates in may be asked on every page: they cannot hit by
   * accident.
   * @param {string} plain
   */
  function byScript(plain) {
    return SCRIPTS.filter(([script]) => script.test(plain)).flatMap(([, langs]) => langs);
  }

  /**
   * Does this text negate or refuse something?
   * @param {string} value
   * @param {string[]} langs of the page and of the label
   * @param {boolean} [broad] ask every language: for words of which nobody knows what they say
   */
  const negates = (value, langs, broad = false) =>
    turnsAt(text.normalise(value), langs, broad) < Infinity;

  /**
   * Where does the first word stand that turns it?
   * @param {string} plain
   * @param {string[]} langs
   * @param {boolean} [broad]
   */
  function turnsAt(plain, langs, broad = false) {
    const asked = broad
      ? Object.keys(TURNS)
      : [...new Set([...languagesOf(langs), ...byScript(plain)])];
    const found = [
      once('anywhere', () => pattern(ANYWHERE)),
      ...asked.map(lang =>
        once(`turn ${lang}`, () => pattern(TURNS[lang].words, TURNS[lang].parts)),
      ),
    ]
      .map(one => plain.search(one))
      .filter(at => at >= 0);
    return Math.min(...found);
  }

  /** We use, is used, to let: what comes after it only limits it. */
  const STRAIGHT =
    /\b(we|us|to|may|can|will|is|are|be) (also |still )?(us|shar|train|allow|let|collect)(e|es|ed|s)?\b/;

  /** Does a sentence say that On refuses? @param {string} value @param {string[]} langs */
  function turned(value, langs) {
    return value
      .slice(0, 2000)
      .split(/[.!?;。！？]+(?:\s|$)|[。！？]/)
      .map(one => one && text.normalise(one))
      .some(plain => {
        if (!plain || plain.length > 200 || /\bor off\b/.test(plain)) return false;
        const at = turnsAt(plain, langs);
        if (
          at === Infinity ||
          !(
            once('on if', () => new RegExp(ON_IF, 'u')).test(plain) ||
            once('offer on', () => pattern(OFFERS.on, OFFERS.onParts)).test(plain) ||
            whenOn(plain, langs)
          )
        )
          return false;
        const straight = plain.search(STRAIGHT);
        return straight < 0 || straight > at;
      });
  }

  /**
   * "If it is activated", "activated: ", in these languages.
   * @param {string} plain
   * @param {string[]} langs
   */
  function whenOn(plain, langs) {
    const when = once('conditional', () => pattern(CONDITIONAL, CONDITIONAL_PARTS)).test(plain);
    const words = languagesOf(langs).flatMap(lang => STATES[lang][0].split('|'));
    return words.some(
      word =>
        (when && word.length > 3 && ` ${plain}`.includes(` ${word}`)) ||
        (plain.startsWith(word) && /^ ?[:,-]/.test(plain.slice(word.length))),
    );
  }

  /** Does it permit something, by a word of it, and protect from nothing? @param {string} value */
  function permits(value) {
    const plain = text.normalise(value);
    return (
      once('permits', () => pattern(PERMITS, PERMIT_PARTS)).test(plain) &&
      !once('guards', () => pattern(GUARDS, GUARD_PARTS)).test(plain)
    );
  }

  /** Does a heading say that the settings are those of others? @param {string} value */
  const ofOthers = value =>
    once('scope', () => pattern(SCOPE, SCOPE_PARTS)).test(text.normalise(value));

  /**
   * Does a short line say how it stands: "Currently off for your region"?
   * @param {string} value
   * @param {string[]} langs
   * @returns {'on'|'off'|null}
   */
  function status(value, langs) {
    const plain = text.normalise(value);
    const whole = stateWord(plain, langs);
    if (whole || plain.length > 60 || /[:=]| or /.test(plain)) return whole;
    return /** @type {'on'|'off'|null} */ (
      /^(?:(?:it|this|this setting|training)(?:'s| is) )?(?:(?:currently|now|temporarily|already|always|still) )*(?:turned |switched )?(on|off)(?= (?:for|in|at|until|right now|now)\b|$)/.exec(
        plain,
      )?.[1] ?? null
    );
  }

  /**
   * How many words of one language turn this text? Two may cancel each other.
   * @param {string} value
   * @param {string} lang
   */
  function turnings(value, lang) {
    const key = languageOf(lang);
    if (!key) return 0;
    return (
      text
        .normalise(value)
        .match(
          once(
            `turns ${key}`,
            () =>
              new RegExp(
                pattern(
                  `${TURNS[key].words ? `${TURNS[key].words}|` : ''}${ANYWHERE}`,
                  TURNS[key].parts,
                ).source,
                'gu',
              ),
          ),
        )?.length ?? 0
    );
  }

  /**
   * Is this whole text a word of a state?
   * @param {string} value
   * @param {string[]} langs
   * @returns {'on'|'off'|null}
   */
  function stateWord(value, langs) {
    const plain = text.normalise(value);
    if (!plain || plain.length > 24) return null;
    for (const lang of new Set([...langs.map(tag => languageOf(tag)), 'en', ...byScript(plain)])) {
      const both = STATES[lang]?.map(list =>
        list.split('|').some(word => text.normalise(word) === plain),
      );
      if (both?.[0] !== both?.[1]) return both?.[0] ? 'on' : 'off';
    }
    return null;
  }

  /**
   * Which state does a name offer to bring about?
   * @param {string} value
   * @returns {'on'|'off'|null}
   */
  function offers(value) {
    const plain = text.normalise(value);
    const off = once('offer off', () => pattern(OFFERS.off, OFFERS.offParts)).test(plain);
    const on = once('offer on', () => pattern(OFFERS.on, OFFERS.onParts)).test(plain);
    return off === on ? null : off ? 'off' : 'on';
  }

  /** The text without the verb of the offer. @param {string} value */
  const withoutOffer = value =>
    text.normalise(value).replace(
      once(
        'offers',
        () =>
          new RegExp(
            `${grouped(OFFERS.off)}|${grouped(OFFERS.on)}|${OFFERS.offParts}|${OFFERS.onParts}`,
            'gu',
          ),
      ),
      ' ',
    );

  /** Words that name nothing: "Toggle", "Switch setting". @param {string} value */
  function neutral(value) {
    const rest = text.normalise(value).replace(
      once('neutral', () => new RegExp(grouped(NEUTRAL), 'gu')),
      ' ',
    );
    return !/[\p{L}]/u.test(rest);
  }

  /**
   * Does this line say that somebody else decided (`others`), or that the switches here have no
   * effect (`void`), or that On means opted out (`turned`)?
   * @param {string} value one line
   * @param {string[]} [langs]
   * @returns {'others'|'void'|'turned'|null}
   */
  function states(value, langs = ['en']) {
    const plain = text.normalise(value);
    if (turned(value, langs)) return 'turned';
    if (plain.length < 4 || plain.length > 200) return null;
    if (once('void', () => pattern(VOID, VOID_PARTS)).test(plain)) return 'void';
    if (once('conditional', () => pattern(CONDITIONAL, CONDITIONAL_PARTS)).test(plain)) return null;
    const both = (
      /** @type {readonly string[][]} */ list,
      /** @type {string} */ name,
      /** @type {(list: string) => RegExp} */ make,
    ) =>
      list.some(
        ([who, does], at) =>
          once(`${name} who ${at}`, () => make(who)).test(plain) &&
          once(`${name} does ${at}`, () => make(does)).test(plain),
      );
    if (once('others', () => new RegExp(OTHERS_EN, 'u')).test(plain)) return 'others';
    return both(OTHERS, 'word', list => pattern(list)) ||
      both(OTHER_PARTS, 'part', list => pattern(undefined, list))
      ? 'others'
      : null;
  }

  /** Can negations of this language be told? @param {string} lang */
  const knows = lang => languageOf(lang) !== '';

  ns.lexicon = Object.freeze({
    TURNS,
    STATES,
    negates,
    turnings,
    stateWord,
    offers,
    withoutOffer,
    neutral,
    states,
    status,
    permits,
    ofOthers,
    byScript,
    knows,
    languageOf,
  });
})();
