// Buttons that keep a change or take it back: which ones they are, which one is a control's own,
// and whether it sleeps or waits to be pressed. The words that are known only spare a true answer a
// false doubt.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, senses } = ns;

  const ACTIONS =
    'button,[type=submit],input[type=button],a[href],a[role=button],[role=button],[role=link]';

  const list = (/** @type {string} */ words) => words.split('|').map(word => text.normalise(word));
  const SAVE = list(
    'save|save changes|save settings|save preferences|apply|apply changes|update|update ' +
      'settings|update preferences|submit|confirm|confirm choices|done|ok|okay|' +
      ('speichern|änderungen speichern|übernehmen|bestätigen|aktualisieren|fertig|enregistrer|' +
        'enregistrer les modifications|sauvegarder|appliquer|valider|confirmer|mettre à ' +
        'jour|terminé|') +
      ('guardar|guardar cambios|aplicar|confirmar|actualizar|listo|hecho|salvar|salvar ' +
        'alterações|atualizar|concluído|salva|salva modifiche|applica|conferma|aggiorna|fine|') +
      ('opslaan|wijzigingen opslaan|toepassen|bevestigen|bijwerken|gereed|zapisz|zapisz ' +
        'zmiany|zastosuj|potwierdź|gotowe|spara|gem|lagre|tallenna|uložit|uložiť|mentés|' +
        'salvează|kaydet|сохранить|зберегти|') +
      ('حفظ|تطبيق|تأكيد|שמור|保存|保存する|変更を保存|適用|更新|完了|确定|保存更改|儲存|套用|저장|적용|확인|완료|บันทึก|lưu|' +
        'simpan|सहेजें'),
  );
  const KEEP = list(
    'save|speichern|enregistrer|sauvegarder|guardar|salvar|salva|opslaan|zapisz|spara|gem|' +
      'lagre|tallenna|uložit|uložiť|mentés|salvează|kaydet|сохранить|зберегти|запази|spremi|' +
      'shrani|simpan|lưu|सहेजें',
  );
  const CANCEL = list(
    'cancel|no|keep|not now|never mind|go back|dismiss|close|abbrechen|nein|schließen|zurück|' +
      'annuler|non|fermer|cancelar|no, gracias|cerrar|não|fechar|annulla|chiudi|annuleren|nee|' +
      'sluiten|anuluj|nie|zamknij|' +
      ('إلغاء|لا|キャンセル|いいえ|閉じる|取消|취소|avbryt|annuller|peruuta|zrušit|zrušiť|mégse|anulează|' +
        'iptal|vazgeç|отмена|скасувати|отказ|откажи|ακύρωση|όχι|ביטול|لغو|رد کردن|रद्द ' +
        'करें|ยกเลิก|hủy|huỷ|batal|batalkan|otkaži|prekliči|odustani|cancel·la|katkesta|' +
        'tühista|atšaukti|atcelt|返回|戻る|やめる|아니요|닫기'),
  );
  /** "Keep it on", "Behalten", in a question. */
  const STAY = list(
    'keep|stay|behalten|beibehalten|garder|conserver|mantener|conservar|manter|mantieni|' +
      'mantenere|houden|behouden|zachowaj|zostaw|behåll|behold|pidä|ponechat|ponechať|' +
      'megtartás|păstrează|оставить|залишити|κράτησε|إبقاء|השאר|giữ|biarkan',
  );

  /** @param {Element} el */
  const asleep = el => safe.matches(el, ':disabled') || safe.attr(el, 'aria-disabled') === 'true';

  /** @returns {Element[]} */
  const actions = () =>
    dom.trees(document).flatMap(tree => [...safe.all(tree, ACTIONS)].slice(0, 3000));

  /** @param {Element} el @returns {string[]} */
  const callsOf = el =>
    (safe.nameOf(el) === 'input' ? [/** @type {HTMLInputElement} */ (el).value] : dom.namesOf(el))
      .map(text.normalise)
      .filter(Boolean);

  /** @param {string} name of a button in a question */
  const isCancel = name =>
    CANCEL.includes(name) || name.split(/[\s,.!]+/).some(word => STAY.includes(word));

  /**
   * Is it a button that keeps the change?
   * @param {Element} el
   * @param {Element} element the control
   * @param {Phrases} saveKey
   * @param {Element|null} scope in which its Save is; null: anywhere on the page
   */
  function saves(el, element, saveKey, scope) {
    if (
      (scope && !dom.holds(scope, el)) ||
      dom.holds(el, element) ||
      dom.holds(element, el) ||
      safe.matches(el, '[role=switch],[role=tab],[aria-haspopup]')
    )
      return false;
    const form = safe.closest(element, 'form');
    const other = safe.closest(el, 'form');
    if (other && other !== form) return false;
    if (form && safe.matches(el, 'button:not([type]),button[type=submit],input[type=submit]'))
      return true;
    return isSave(el, saveKey);
  }

  /**
   * Where the control's Save is: its form, its dialog, or the smallest part of its region that has
   * one.
   * @param {Element} element
   * @param {Phrases} saveKey
   * @param {boolean} anywhere one elsewhere may be meant where there is none here
   */
  function scopeOf(element, saveKey, anywhere) {
    const scope = safe.closest(element, 'form') ?? safe.closest(element, 'dialog,[role=dialog]');
    if (scope) return scope;
    const region = senses.regionOf(element);
    const found = safe.all(region, ACTIONS).filter(one => isSave(one, saveKey));
    if (found.length === 0) return anywhere ? null : region;
    for (
      let node = dom.up(element), hops = 0;
      node && node !== region && hops < 8;
      node = dom.up(node), hops++
    ) {
      if (found.some(one => dom.holds(/** @type {Element} */ (node), one))) return node;
    }
    return region;
  }

  /** @param {Element} el @param {Phrases} saveKey */
  const isSave = (el, saveKey) =>
    callsOf(el).some(
      name => SAVE.includes(name) || isSaving(name) || !!(saveKey && text.match(saveKey, name, '')),
    );

  /** Saves something, whatever: "Simpan perubahan", "Save my choices". @param {string} name */
  const isSaving = name =>
    name.length <= 40 &&
    (name.split(/[\s,.!]+/).some(word => KEEP.includes(word)) ||
      /保存|儲存|저장|บันทึก|حفظ|שמיר/.test(name));

  /**
   * The Saves of the control's form that wait to be pressed.
   * @param {Element} element
   * @param {Phrases} saveKey
   */
  function awake(element, saveKey) {
    const scope = scopeOf(element, saveKey, false);
    return actions().filter(
      el =>
        !asleep(el) &&
        !safe.closest(el, 'nav,[role=navigation]') &&
        saves(el, element, saveKey, scope) &&
        dom.visible(el),
    );
  }

  ns.buttons = Object.freeze({
    ACTIONS,
    asleep,
    actions,
    callsOf,
    isCancel,
    saves,
    scopeOf,
    awake,
  });
})();
