// Words of a switch itself: how it stands, what its name offers to do, what names nothing. Data;
// lexicon.js asks.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

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

  /** What leads to a word of state, with a colon after it: "Status: off". */
  const STATUS =
    'status|state|setting|currently|now|zustand|einstellung|derzeit|aktuell|statut|état|réglage|' +
    'actuellement|estado|ajuste|configuración|configuração|actualmente|stato|impostazione|staat|' +
    'instelling|stan|ustawienie|stav|tila|állapot|stare|статус|состояние|стан|κατάσταση|durum|' +
    'trạng thái';
  const STATUS_PARTS =
    'الحالة|מצב|สถานะ|स्थिति|状态|狀態|状態|ステータス|設定|设置|設置|当前|目前|現在|상태|설정';
  /** A default or an advice tells of no switch how it stands. */
  const NO_STATUS =
    'default*|recommend*|standard*|empfohlen*|défaut|recommand*|predetermin*|padrão|predefinit*|' +
    'standaard*|domyśl*|умолчанию|varsayılan|mặc định';
  const NO_STATUS_PARTS = '默认|默認|預設|既定|初期|推荐|推薦|推奨|기본|권장';

  ns.lexiconStates = Object.freeze({
    STATES,
    OFFERS,
    NEUTRAL,
    STATUS,
    STATUS_PARTS,
    NO_STATUS,
    NO_STATUS_PARTS,
  });
})();
