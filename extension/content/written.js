// What people write, and what is only shown to them: a switch in it sets nothing of the account. A
// picture of a setting, a row that is picked, a thing that is demonstrated.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe } = ns;

  const DIALOG = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';
  /**
   * Where people write, find, browse and read: whatever a switch is called there, it sets nothing
   * of the account.
   */
  const WRITTEN =
    'article,[role=article],[role=feed],[role=log],nav,[role=navigation],search,' +
    '[role=search],[role=grid],[role=treegrid],' +
    ('[role=tree],[role=tooltip],[role=menubar],figure,[role=figure],[role=img],' +
      '[contenteditable]:not([contenteditable=false]),[role=textbox],') +
    'blockquote,pre,code,[inert]';
  /**
   * Words of which a class name is made where Markdown is rendered, or a thing is only demonstrated
   * or asked about.
   */
  const STAGED = new RegExp(
    '(^|[-_ ])(markdown|markdown-body|prose|task-list-item|tour|walkthrough|onboarding|' +
      'coachmark|whats-new|what-s-new|whatsnew|release-notes|changelog|announcement|teaser|' +
      'preview|demo|showcase|tutorial|survey|poll|quiz)($|[-_ ])',
    'i',
  );

  /** @param {Element} el below how many levels the name of a class still speaks of this element */
  function staged(el) {
    for (
      let node = /** @type {Element|null} */ (el), hops = 0;
      node && hops < 6;
      node = dom.up(node), hops++
    ) {
      if (/^(main|body|html)$/.test(safe.nameOf(node)) || (hops > 0 && safe.matches(node, DIALOG)))
        break;
      if (STAGED.test(safe.attr(node, 'class') ?? '')) return true;
      // A picture of a switch: nobody could press it. The input alone may be covered by what is
      // drawn for it.
      if (hops > 0 && untouchable(node)) return true;
    }
    return drawn(el);
  }

  /**
   * A box that the keyboard leaves out, and nothing in its place: it is shown, not used. Lists let
   * their rows be pressed.
   * @param {Element} el
   */
  function drawn(el) {
    if (
      safe.attr(el, 'tabindex') !== '-1' ||
      safe.attr(el, 'type') === 'radio' ||
      /radio|menuitem|option/.test(safe.attr(el, 'role') ?? '')
    )
      return false;
    const live =
      '[tabindex]:not([tabindex="-1"]),button,a[href],summary,' +
      '[role=switch]:not([tabindex="-1"]),[role=checkbox]:not([tabindex="-1"])';
    for (
      let node = /** @type {Element|null} */ (el), hops = 0;
      node && hops < 4;
      node = dom.up(node), hops++
    ) {
      if (
        safe.matches(node, live) ||
        (hops < 2 && safe.one(node, live)) ||
        safe.nameOf(node).includes('-')
      )
        return false;
    }
    return true;
  }

  /**
   * A switch that says itself that it is disabled is none: libraries let the pointer through there.
   * @param {Element} el
   */
  function untouchable(el) {
    if (safe.has(el, 'disabled') || safe.attr(el, 'aria-disabled') === 'true') return false;
    if (/pointer-events\s*:\s*none/.test(safe.attr(el, 'style') ?? '')) return true;
    return safe.view(safe.owner(el))?.getComputedStyle(el).pointerEvents === 'none';
  }

  /**
   * A row of a table whose rows are picked: each has such a box in the same column, and no words in
   * that cell.
   * @param {Element} el
   */
  function picksRow(el) {
    const cell = dom.around(el, 'td,th,[role=cell],[role=gridcell]');
    const row = cell && dom.around(cell, 'tr,[role=row]');
    const table = row && dom.around(row, 'table,[role=table]');
    if (!table || (safe.text(cell) ?? '').trim() !== '') return false;
    const at = [...safe.children(row)].indexOf(cell);
    const alike = safe.all(table, 'tr,[role=row]').filter(other => {
      const there = safe.children(other)[at];
      return (
        other !== row &&
        there &&
        (safe.text(there) ?? '').trim() === '' &&
        safe.one(there, 'input[type=checkbox],[role=checkbox]')
      );
    });
    return alike.length > 0;
  }

  /** An item of a list of which others can be picked too. @param {Element} el */
  function picksItem(el) {
    const item = dom.around(el, 'li,[role=listitem],[role=option],[role=treeitem]');
    const list = item && safe.parent(item);
    return (
      !!list &&
      [...safe.children(list)].some(
        other => other !== item && safe.one(other, 'input[type=checkbox],[role=checkbox]'),
      )
    );
  }

  /** Is it somebody's words, or a picture of a setting? @param {Element} el */
  function written(el) {
    const area = dom.around(el, WRITTEN);
    // A dialog's pages may be listed in a navigation that holds it: what is inside the dialog
    // counts.
    const dialog = dom.around(el, DIALOG);
    if (area && !(dialog && area !== dialog && dom.holds(area, dialog))) return true;
    return staged(el) || picksRow(el);
  }

  ns.written = Object.freeze({ DIALOG, WRITTEN, written, picksItem });
})();
