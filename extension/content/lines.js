// What the page says in words at a moment, in every tree: what is new of it, and whether a line of
// it says that something went wrong (docs/verdict.md, "Kept"). Words are compared, not understood;
// the few that are known spare a false doubt.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, trouble } = ns;

  const ASIDE =
    'script,style,noscript,template,nav,[role=navigation],[role=feed],[role=log],' +
    '[role=timer],[role=tooltip],[role=listbox],[role=menu]';
  /** What is no line of the page, but a name, a way elsewhere, or about something else. */
  const NO_LINE = `${dom.HEADINGS},label,a,button,option,footer,aside,article`;
  /** A line that is made of several elements is so long at most (characters). */
  const LINE = 200;

  const list = (/** @type {string} */ words) => words.split('|').map(word => text.normalise(word));
  const SAVED = list(
    'saved|changes saved|your changes have been saved|settings saved|preferences ' +
      'saved|setting saved|saved successfully|updated|settings updated|setting ' +
      'updated|preference updated|preferences updated|all changes saved|' +
      ('gespeichert|änderungen gespeichert|einstellungen ' +
        'gespeichert|aktualisiert|enregistré|enregistrée|modifications enregistrées|paramètres ' +
        'enregistrés|guardado|cambios guardados|salvo|alterações salvas|salvato|modifiche ' +
        'salvate|') +
      ('opgeslagen|wijzigingen opgeslagen|zapisano|zmiany zapisane|تم ' +
        'الحفظ|保存しました|保存されました|已保存|已儲存|저장됨|저장되었습니다|') +
      ('your settings were updated|your settings have been updated|your setting was ' +
        'updated|your changes were saved|saved just now|einstellung gespeichert|einstellungen ' +
        'wurden gespeichert|préférence enregistrée|préférences enregistrées|') +
      ('preferencias guardadas|configuración guardada|preferências salvas|configurações ' +
        'salvas|preferenze salvate|impostazioni salvate|voorkeuren opgeslagen|instellingen ' +
        'opgeslagen|preferencje zapisane|ustawienia zapisane|') +
      ('sparat|ändringar sparade|ändringarna har sparats|gemt|ændringer gemt|lagret|endringer ' +
        'lagret|tallennettu|uloženo|změny uloženy|uložené|mentve|salvat|kaydedildi|' +
        'değişiklikler kaydedildi|сохранено|изменения ' +
        'сохранены|збережено|запазено|αποθηκεύτηκε|') +
      ('נשמר|השינויים נשמרו|बदलाव सहेजे गए|บันทึกแล้ว|đã lưu|disimpan|tersimpan|perubahan ' +
        'disimpan|sačuvano|spremljeno|shranjeno|設定を保存しました|设置已保存|設定已儲存|설정이 저장되었습니다'),
  );
  const STATES = list(
    'on|off|enabled|disabled|yes|no|allowed|blocked|ein|aus|an|aktiviert|deaktiviert|activé|' +
      'désactivé|oui|non|activado|desactivado|sí|ativado|desativado|sim|não|attivo|disattivo|' +
      'sì|aan|uit|ja|nee|włączone|wyłączone|オン|オフ|有効|無効|تشغيل|إيقاف|켜짐|꺼짐',
  );

  /** For as long as one look lasts: it walks the whole page. @type {Map<string, Word>|null} */
  let now = null;

  /**
   * What the page shows in words at this moment.
   * @returns {Map<string, Word>} by the normalised text of each text node
   */
  function words() {
    if (now === null)
      queueMicrotask(() => {
        now = null;
      });
    return (now ??= walk());
  }

  /** @returns {Map<string, Word>} */
  function walk() {
    /** @type {Map<string, Word>} */
    const found = new Map();
    const take = (/** @type {string} */ value, /** @type {Element} */ el) => {
      const key = text.normalise(value) || value;
      found.set(key, { el, times: (found.get(key)?.times ?? 0) + 1 });
    };
    for (const tree of dom.trees(document)) {
      const root =
        (safe.typeOf(tree) === 9 ? safe.body(/** @type {Document} */ (tree)) : null) ?? tree;
      const walker = safe.walker(document, root, 5, node =>
        safe.typeOf(node) === 1 ? (safe.matches(/** @type {Element} */ (node), ASIDE) ? 2 : 3) : 1,
      );
      for (
        let node = walker.nextNode(), count = 0;
        node && count < 20_000;
        node = walker.nextNode(), count++
      ) {
        const value = node.nodeValue?.trim();
        // of a text that lies in a shadow root by itself: its host
        if (value && (!safe.parent(node) || isDrawn(/** @type {Element} */ (safe.parent(node)))))
          take(value, /** @type {Element} */ (dom.up(node)));
      }
      for (const el of safe.all(root, 'input[type=button],input[type=submit]')) {
        const { value } = /** @type {HTMLInputElement} */ (el);
        if (value.trim() && isDrawn(el)) take(value, el);
      }
    }
    return found;
  }

  /** @param {Element} el */
  const isDrawn = el =>
    safe.checkVisibility(el, { visibilityProperty: true, opacityProperty: true });

  /**
   * Words that were not there, or not as often. State words, words for "saved" and numbers are
   * none.
   * @param {Map<string, Word>} before
   */
  function news(before) {
    return [...words()]
      .filter(
        ([value, { times }]) =>
          times > (before.get(value)?.times ?? 0) &&
          !STATES.includes(value) &&
          !SAVED.includes(value) &&
          !/^[\d\s:.,/%+-]*$/.test(value),
      )
      .map(([value, { el }]) => /** @type {const} */ ([value, el]));
  }

  /**
   * What tooltips and logs say of trouble: they come and go, and are no words of the page
   * otherwise.
   * @returns {Set<string>}
   */
  function asides() {
    /** @type {Set<string>} */
    const found = new Set();
    for (const el of dom
      .trees(document)
      .flatMap(tree => safe.all(tree, '[role=log],[role=log] *,[role=tooltip]'))) {
      const words =
        safe.first(el) && !safe.matches(el, '[role=tooltip]')
          ? ''
          : text.normalise(safe.text(el) ?? '');
      if (words && trouble.isTrouble(words) && dom.visible(el)) found.add(words);
    }
    return found;
  }

  const TOGGLES =
    'input:not([type=hidden]),select,[role=switch],[role=checkbox],[role=radio],[role=combobox]';

  /**
   * Is it in the row of another setting ("Send error reports")?
   * @param {Element} line
   * @param {Element} element
   */
  function isOthers(line, element) {
    for (
      let node = safe.parent(line), hops = 0;
      node && hops < 3;
      node = safe.parent(node), hops++
    ) {
      const toggles = safe.all(node, TOGGLES);
      if (toggles.length > 0) return toggles.length === 1 && !dom.holds(node, element);
    }
    return false;
  }

  /**
   * Does a line of the page say that something went wrong, or that what is drawn is a draft?
   * @param {Element} element
   */
  function troubled(element) {
    const row = dom.rowOf(element);
    return [...words().values()].some(({ el }) => {
      if (safe.closest(el, NO_LINE)) return false;
      for (
        let node = /** @type {Element|null} */ (el), hops = 0;
        node && hops < 3 && !dom.holds(node, element);
        node = dom.up(node), hops++
      ) {
        const value = safe.text(node) ?? '';
        if (value.length > LINE) return false;
        // The row's own words tell what the setting is for: there a draft alone counts.
        if (
          (trouble.isDraft(value) || (!dom.holds(row, node) && trouble.isTrouble(value))) &&
          !isOthers(node, element) &&
          dom.visible(node)
        )
          return true;
      }
      return false;
    });
  }

  ns.lines = Object.freeze({ words, news, asides, troubled });
})();
