// Whose settings are these? One answer for one look: the name that the page itself gives to the
// account, or none.
//
// A rule that knows the places says them (`account`). Where a rule knows none, the page's own frame
// may tell: its banner, its navigation, the dialog of settings. Only what frames write counts
// there, in a shape that carries a name by itself ("Signed in as …", an e-mail address in the
// account button). A word that merely stands in the place of a name ("Profile") would make two
// accounts one. Two candidates are none.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe, dom, text } = ns;
  const { EMAIL, HANDLE, OFFICE, PROFILE_PATH, RESERVED, SIGNED_IN, SELF, OF, NO_NAME } =
    ns.accountWords;

  const MAX_NAME = 100;
  const MAX_ELEMENTS = 400;
  const FRAMES = 'header,nav,[role=banner],[role=navigation]';
  const DIALOGS = 'dialog,[role=dialog],[role=alertdialog],[role=menu]';
  /** What people write, and lists of people. */
  const MATTER =
    'main,[role=main],article,[role=article],[role=feed],[role=log],blockquote,' +
    '[contenteditable],textarea,' +
    '[role=listitem],[role=option],[role=treeitem],[role=row],[role=tabpanel] li';
  const PEOPLE =
    'article,[role=article],[role=feed],[role=log],blockquote,[contenteditable],textarea,table,' +
    '[role=list],[role=listbox],[role=row]';
  const ACTS = 'a[href],button,[role=button],summary,[aria-haspopup]';

  /** @typedef {{emails: Set<string>, handles: Set<string>, names: Set<string>}} Found */
  const KINDS = /** @type {const} */ (['emails', 'handles', 'names']);

  /**
   * @param {Rule} rule of the platform
   * @returns {{name: string|null, expected: boolean}} expected: the rule knows where the name
   *   stands, so that a reading
   *   without it is not finished
   */
  function read(rule) {
    if (rule.account?.length) return { name: placed(rule.account), expected: true };
    return { name: framed(rule), expected: false };
  }

  /** @param {ShownName[]} places of the rule, in order @returns {string|null} */
  function placed(places) {
    for (const place of places) {
      for (const el of safe.all(document, place.css).slice(0, 20)) {
        const name = valueOf(place, el);
        if (name) return name;
      }
    }
    return null;
  }

  /** @param {ShownName} place @param {Element} el @returns {string|null} */
  function valueOf(place, el) {
    const raw = place.from === 'attr' ? safe.attr(el, place.attr) : dom.textsOf(el)[0];
    if (!raw) return null;
    if (place.take === 'account')
      return clean(
        raw.match(EMAIL)?.at(-1) ??
          raw
            .split(/[:：]\s*/)
            .slice(1)
            .join(': '),
      );
    if (!place.after) return clean(raw);
    const from = place.attr === 'href' ? pathOf(raw) : raw;
    const at = from?.indexOf(place.after) ?? -1;
    return at < 0 ? null : clean(decoded(from.slice(at + place.after.length).split(/[/?#]/)[0]));
  }

  /** Of a link within this site: what follows the host. @param {string} href @returns {string} */
  function pathOf(href) {
    try {
      const url = new URL(href, location.href);
      return url.host === location.host ? `${url.pathname}${url.search}` : '';
    } catch {
      return '';
    }
  }

  /** A bad % is shown as it stands. @param {string} part of an address */
  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  /**
   * @param {string} value
   * @returns {string|null} one line without marks that nobody sees, at most 100 characters
   */
  function clean(value) {
    const plain = value
      .replace(/[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
    return /[\p{L}\p{N}]/u.test(plain) ? [...plain].slice(0, MAX_NAME).join('').trim() : null;
  }

  /** @param {Rule} rule @returns {string|null} the one account that the page's frame names */
  function framed(rule) {
    /** @type {Found} */
    const found = { emails: new Set(), handles: new Set(), names: new Set() };
    const frames = safe
      .all(document, FRAMES)
      .filter(el => !safe.closest(el, MATTER) && dom.visible(el))
      .slice(0, 12);
    for (const el of new Set(frames.flatMap(frame => safe.all(frame, ACTS)).slice(0, MAX_ELEMENTS)))
      act(el, found);
    const dialogs = safe
      .all(document, DIALOGS)
      .filter(el => dom.visible(el))
      .slice(0, 6);
    for (const part of [...frames, ...dialogs, ...safe.all(document, 'footer').slice(0, 3)])
      signedIn(part, found);
    for (const name of found.names) if (isPlatform(name, rule)) found.names.delete(name);
    const best = KINDS.map(kind => found[kind]).find(list => list.size > 0);
    return best?.size === 1 ? [...best][0] : null;
  }

  /** "Acme's avatar" is no person's. @param {string} name @param {Rule} rule */
  const isPlatform = (name, rule) =>
    [rule.name, rule.id].some(own => text.normalise(own ?? '') === text.normalise(name));

  /**
   * A button or link of the frame. Only what may name somebody is asked whether it is shown.
   * @param {Element} el
   * @param {Found} found
   */
  function act(el, found) {
    const href = safe.attr(el, 'href') ?? '';
    if (/^(mailto|tel):/i.test(href)) return;
    const portraits = safe
      .all(el, 'img[alt]')
      .map(img => safe.attr(img, 'alt') ?? '')
      .filter(alt => alt.trim());
    const words = [
      safe.attr(el, 'aria-label'),
      safe.attr(el, 'title'),
      ...dom.textsOf(el),
      ...portraits,
    ]
      .map(value => (value ?? '').replace(/\s+/g, ' ').trim())
      .filter(value => value && value.length <= 250);
    /** @type {Found} */
    const own = { emails: new Set(), handles: new Set(), names: new Set() };
    for (const value of words)
      for (const email of value.match(EMAIL) ?? [])
        if (!OFFICE.test(email)) own.emails.add(clean(email) ?? email);
    if (own.emails.size === 0) {
      const opens =
        safe.has(el, 'aria-haspopup') ||
        safe.has(el, 'aria-expanded') ||
        safe.nameOf(el) === 'summary';
      if (opens)
        for (const value of words)
          for (const [, handle] of value.matchAll(HANDLE)) own.handles.add(handle);
      const self = words.some(value => SELF.test(text.normalise(value)));
      const slug = self ? PROFILE_PATH.exec(pathOf(href))?.[1] : undefined;
      if (slug && !RESERVED.test(slug)) own.handles.add(decoded(slug));
      for (const value of words) named(value, own);
      if (self) for (const alt of portraits) keep(alt, own);
    }
    if (
      own.emails.size + own.handles.size + own.names.size === 0 ||
      safe.closest(el, MATTER) ||
      !dom.visible(el)
    )
      return;
    for (const kind of KINDS) for (const name of own[kind]) found[kind].add(name);
  }

  /** "Me: Ada Lovelace", "Avatar of Ada Lovelace". @param {string} value @param {Found} found */
  function named(value, found) {
    const colon = value.search(/[:：]/);
    if (colon > 0 && SELF.test(text.normalise(value.slice(0, colon))))
      keep(value.slice(colon + 1), found);
    for (const pattern of OF) {
      const of = pattern.exec(value)?.[1];
      if (of) keep(of, found);
    }
  }

  /** @param {string} value @param {Found} found */
  function keep(value, found) {
    const name = clean(value);
    if (name && /\p{L}/u.test(name) && !NO_NAME.test(name)) found.names.add(name);
  }

  /** "Signed in as …", as a paragraph of its own. @param {Element} part @param {Found} found */
  function signedIn(part, found) {
    const walker = safe.walker(document, part, 4);
    for (let node = walker.nextNode(), n = 0; node && n < 3000; node = walker.nextNode(), n++) {
      const parent = safe.parent(node);
      const value = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
      if (!parent || value.length < 8 || value.length > 200) continue;
      const rest = afterPhrase(value);
      if (
        rest === null ||
        safe.closest(parent, PEOPLE) ||
        matterWithin(part, parent) ||
        !dom.visible(parent)
      )
        continue;
      const name =
        clean(rest.replace(/^[\s:：]+|[\s.,;:]+$/gu, '')) ?? clean(nextText(walker, part));
      const email = name?.match(EMAIL)?.[0];
      if (email) found.emails.add(email);
      else if (name && /^@\S+$/.test(name)) found.handles.add(name.slice(1));
      else if (name) found.names.add(name);
    }
  }

  /**
   * A frame within the page's matter is none; a dialog holds its own.
   * @param {Element} part
   * @param {Element} el
   */
  const matterWithin = (part, el) => !safe.matches(part, DIALOGS) && !!safe.closest(el, MATTER);

  /**
   * The name may stand in an element of its own.
   * @param {TreeWalker} walker
   * @param {Element} part
   * @returns {string}
   */
  function nextText(walker, part) {
    for (
      let node = walker.nextNode();
      node && safe.contains(part, node);
      node = walker.nextNode()
    ) {
      if (node.nodeValue?.trim()) return node.nodeValue.length <= 150 ? node.nodeValue : '';
    }
    return '';
  }

  /** @param {string} value @returns {string|null} what follows the phrase, as written */
  function afterPhrase(value) {
    const lower = value.toLowerCase().replace(/[‘’]/g, "'");
    const phrase = SIGNED_IN.find(
      words => lower.startsWith(words) && !/^[\p{L}\p{N}]/u.test(lower.slice(words.length)),
    );
    return phrase === undefined ? null : value.slice(phrase.length);
  }

  ns.account = Object.freeze({ read, decoded });
})();
