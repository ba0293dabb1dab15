// Words of trouble: that something could not be loaded or saved. For texts that stand beside a control or in a live region;
// a few roots in each language, whole words at their beginning. What they say is not understood: it is a reason to wait.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text } = ns;

  /** Longer texts explain; what went wrong is said in a line (characters). */
  const LINE = 160;

  const ROOTS = Object.freeze([
    "error|errors|couldn't|could not|can't load|cannot load|can't save|cannot save|can't reach|unable to|failed|failure|went wrong|try again|out of date|not saved|nothing was saved|not loaded|timed out|these are the defaults",
    'fehler|konnte nicht|konnten nicht|konnten wir nicht|fehlgeschlagen|schiefgelaufen|erneut versuchen|versuche es|versuchen sie es|nicht gespeichert|nicht geladen',
    "erreur|impossible de|n'a pas pu|n'ont pas pu|échec|échoué|réessay|pas été enregistr|n'avons pas pu",
    'error|no se pud|no pudimos|no hemos podido|fallo|falló|inténta|intenta de nuevo|no se ha podido|no se guard',
    'erro|não foi possível|não pudemos|não conseguimos|falh|tente novamente|tente de novo|não foi salv',
    'errore|impossibile|non è stato possibile|non riuscit|riprova|non è riuscit|non salvat',
    'fout|kon niet|konden niet|konden we niet|mislukt|probeer het|niet opgeslagen',
    'błąd|nie udało|nie można było|nie mogliśmy|spróbuj|nie zapisan',
    'fel|kunde inte|misslyckades|försök igen|fejl|feil|kunne ikke|mislykkedes|mislyktes|prøv igen|prøv igjen|ikke gemt|ikke lagret|inte sparad',
    'virhe|ei voitu|epäonnistui|yritä uudelleen|chyba|nepodařilo|nepodarilo|nelze|zkuste|skúste|hiba|nem sikerült|próbáld|próbálja|eroare|nu s-a putut|nu am putut|a eșuat|încearcă din nou|încercați',
    'hata|yüklenemedi|kaydedilemedi|başarısız|tekrar dene|ошибк|не удалось|попробуй|помилк|не вдалося|спробуй|грешка|неуспешно|не можа|σφάλμα|δεν ήταν δυνατ|απέτυχε|δοκιμάστε|greška|nije uspjelo|nije uspelo|napaka',
    'خطأ|تعذر|تعذّر|فشل|حاول مرة|حاول مجد|שגיאה|לא הצלחנו|נכשל|נסה שוב|נסו שוב|خطا|ناموفق|दोबारा कोशिश|त्रुटि|विफल|नहीं हो सक',
    'kesalahan|gagal|tidak dapat|coba lagi|cuba lagi|lỗi|không thể|thất bại|thử lại',
  ].flatMap((line) => line.split('|')).map((word) => text.normalise(word)));
  /** Written without spaces between words. */
  const WITHIN = /エラー|できません|できず|失敗|もう一度|错误|錯誤|无法|無法|失败|重试|重試|未能|오류|실패|못했|수 없|다시 시도|ข้อผิดพลาด|ไม่สามารถ|ล้มเหลว|ลองอีกครั้ง/;

  /** What is drawn is a draft. */
  const DRAFT = Object.freeze(('unsaved|not saved yet|ungespeichert|nicht gespeichert|non enregistr|sin guardar|não salv|não guardad|por guardar|non salvat|niet opgeslagen|niezapisan|osparad|ikke gemt|ikke lagret|'
    + 'tallentamat|neuložen|neuložené|nem mentett|nesalvat|kaydedilmemiş|несохран|незбереж|незапазен|μη αποθηκευμέν|غير محفوظ|לא נשמר|ذخیره نشده|chưa lưu|belum disimpan').split('|').map((word) => text.normalise(word)));
  const DRAFT_WITHIN = /未保存|未儲存|保存されていない|저장되지 않은|저장하지 않은|ยังไม่ได้บันทึก|सहेजे नहीं/;

  /** @param {string} value @returns {boolean} */
  function isDraft(value) {
    if (value.length > LINE) return false;
    const words = ` ${text.normalise(value)} `;
    return DRAFT_WITHIN.test(words) || DRAFT.some((root) => words.includes(` ${root}`));
  }

  /** @param {string} value @returns {boolean} */
  function isTrouble(value) {
    if (value.length > LINE) return false;
    const words = ` ${text.normalise(value)} `;
    return WITHIN.test(words) || ROOTS.some((root) => words.includes(` ${root}`));
  }

  ns.trouble = Object.freeze({ isTrouble, isDraft });
})();
