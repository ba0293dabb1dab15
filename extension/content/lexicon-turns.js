// Words that turn a label round: what negates or refuses, in each language. Data; lexicon.js asks.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

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

  ns.lexiconTurns = Object.freeze({ TURNS, ANYWHERE });
})();
