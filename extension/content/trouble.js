// Words of trouble: that something could not be loaded or saved. For texts that stand beside a
// control or in a live region; a few roots in each language, whole words at their beginning. What
// they say is not understood: it is a reason to wait.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text } = ns;

  /** Longer texts explain; what went wrong is said in a line (characters). */
  const LINE = 160;

  /**
   * Beginnings of words; $: the whole word. "Cannot" alone explains in many languages: there with
   * loading or saving.
   */
  const ROOTS = roots([
    "error$|errors$|couldn't|could not|can't load|cannot load|can't save|cannot save|can't " +
      'reach|unable to load|unable to save|unable to reach|failed|failure$|went wrong|try ' +
      'again|out of date|not saved|nothing was saved|not loaded|timed out|these are the ' +
      'defaults',
    'fehler$|konnte nicht|konnten nicht|konnten wir ' +
      'nicht|fehlgeschlagen|schiefgelaufen|erneut versuchen|versuche es|versuchen sie es|nicht ' +
      'gespeichert|nicht geladen',
    "erreur$|erreurs$|impossible de charger|impossible d'enregistrer|impossible de " +
      "sauvegarder|impossible de récupérer|impossible de joindre|n'a pas pu|n'ont pas " +
      "pu|échec|échoué|réessay|pas été enregistr|n'avons pas pu",
    'no se pud|no pudimos|no hemos podido|fallo$|falló$|inténta|intenta de nuevo|no se ha ' +
      'podido|no se guard|erro$|não foi possível|não pudemos|não conseguimos|falh|tente ' +
      'novamente|tente de novo|não foi salv',
    'errore$|impossibile caricare|impossibile salvare|non è stato possibile|non ' +
      'riuscit|riprova|non è riuscit|non salvat|fout$|kon niet|konden niet|konden we ' +
      'niet|mislukt|probeer het|niet opgeslagen',
    'błąd$|nie udało|nie można było|nie mogliśmy|spróbuj|nie zapisan|fel$|kunde ' +
      'inte|misslyckades|försök igen|fejl$|feil$|kunne ikke|mislykkedes|mislyktes|prøv ' +
      'igen|prøv igjen|ikke gemt|ikke lagret|inte sparad',
    'virhe$|ei voitu|epäonnistui|yritä uudelleen|nastala chyba|došlo k ' +
      'chyb|nepodařilo|nepodarilo|nelze načíst|nelze uložit|zkuste znovu|skúste znova|hiba ' +
      'történt|nem sikerült|próbáld|próbálja|eroare$|nu s-a putut|nu am putut|a eșuat|încearcă ' +
      'din nou|încercați',
    'hata$|hatası$|yüklenemedi|kaydedilemedi|başarısız|tekrar dene|ошибк|не ' +
      'удалось|попробуй|помилк|не вдалося|спробуй|грешка$|неуспешно|не можа|σφάλμα|δεν ήταν ' +
      'δυνατ|απέτυχε|δοκιμάστε|greška$|nije uspjelo|nije uspelo|napaka$',
    'خطأ$|تعذر|تعذّر|فشل|حاول مرة|حاول مجد|שגיאה$|לא הצלחנו|נכשל|נסה שוב|נסו ' +
      'שוב|خطا$|ناموفق|दोबारा कोशिश|त्रुटि|विफल|नहीं हो सक',
    'terjadi kesalahan|gagal|tidak dapat memuat|tidak dapat menyimpan|coba lagi|cuba lagi|đã ' +
      'xảy ra lỗi|không thể tải|không thể lưu|không tải được|không lưu được|thất bại|thử lại',
  ]);
  /** Written without spaces between words. */
  const WITHIN = new RegExp(
    [
      'エラー|できませんでした|(読み込め|読み込みでき|保存でき|取得でき|接続でき)ません|失敗|もう一度お試し|错误',
      '錯誤|无法(加载|载入|保存|获取|连接|读取)|無法(載入|儲存|取得|連線|讀取)|失败|失敗|重试|重試|未能',
      '오류|실패|못했습니다|(불러올|저장할|연결할|로드할) 수 없|다시 시도|ข้อผิดพลาด',
      'ไม่สามารถ(โหลด|บันทึก|เชื่อมต่อ)|ล้มเหลว|ลองอีกครั้ง',
    ].join('|'),
  );

  /** What is drawn is a draft. */
  const DRAFT = roots([
    'unsaved|ungespeichert|nicht gespeichert|non enregistr|sin guardar|não salv|não ' +
      'guardad|por guardar|non salvat|niet opgeslagen|niezapisan|osparad|ikke gemt|ikke lagret|' +
      ('tallentamat|neuložen|neuložené|nem mentett|nesalvat|kaydedilmemiş|несохран|незбереж|' +
        'незапазен|μη αποθηκευμέν|غير محفوظ|לא נשמר|ذخیره نشده|chưa lưu|belum disimpan'),
  ]);
  const DRAFT_WITHIN =
    /未保存|未儲存|保存されていない|저장되지 않은|저장하지 않은|ยังไม่ได้บันทึก|सहेजे नहीं/;

  /** @param {string[]} lists by | */
  function roots(lists) {
    return Object.freeze(
      lists
        .flatMap(line => line.split('|'))
        .map(root => ` ${text.normalise(root.replace('$', ''))}${root.endsWith('$') ? ' ' : ''}`),
    );
  }

  /** @param {string} value @param {readonly string[]} list @param {RegExp} within */
  function has(value, list, within) {
    if (value.length > LINE) return false;
    const words = ` ${text.normalise(value).replace(/[^\p{L}\p{M}\p{N}'-]+/gu, ' ')} `;
    return within.test(words) || list.some(root => words.includes(root));
  }

  /** @param {string} value @returns {boolean} */
  const isTrouble = value => has(value, ROOTS, WITHIN);

  /** @param {string} value @returns {boolean} */
  const isDraft = value => has(value, DRAFT, DRAFT_WITHIN);

  ns.trouble = Object.freeze({ isTrouble, isDraft });
})();
