// Words of the lines, headings and labels around a switch: that somebody else decided, that it has
// no effect, what On does, what is permitted, whose settings they are. Data; lexicon.js asks.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

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

  ns.lexiconLines = Object.freeze({
    OTHERS_EN,
    OTHERS,
    OTHER_PARTS,
    CONDITIONAL,
    CONDITIONAL_PARTS,
    VOID,
    VOID_PARTS,
    ON_IF,
    PERMITS,
    PERMIT_PARTS,
    GUARDS,
    GUARD_PARTS,
    SCOPE,
    SCOPE_PARTS,
  });
})();
