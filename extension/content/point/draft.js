// What was pointed at, as a rule (docs/own-rules.md, "The rule"): words as exact phrases, hooks
// that look stable, the heading, the reader of its kind. What cannot be found again is refused.
(() => {
  const ns = globalThis.OptOutLog;
  const point = globalThis.optoutlogPoint;
  if (!ns?.read || !point) return;
  const { dom, safe } = ns;
  const { ROLES, nameOf, sectionOf, valuesOf, seen: seenAs } = point;

  const WORDS = 400;
  const HOOKS = ['data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-cy', 'id', 'name'];

  /**
   * Would another visit, and another person, find the same? Generated names have digits, no vowels,
   * or are hexadecimal.
   * @param {string} value
   */
  const isStable = value =>
    /^[a-z][a-z_.-]{2,59}$/i.test(value) &&
    /[aeiouy]/i.test(value) &&
    !/(?:^|[-_.])[a-f]{6,}(?:$|[-_.])/i.test(value) &&
    !/^(?:input|field|checkbox|switch|toggle|control|root|app|true|false|on|off)$/i.test(value);

  /** @param {Element} control @param {string[]} role @returns {Locator[]} */
  function hooksOf(control, role) {
    /** @type {Locator[]} */
    const found = [];
    const around = [control, ...ns.read.faces(control)];
    for (const el of new Set(around)) {
      for (const attr of HOOKS) {
        const value = safe.attr(el, attr);
        if (!value || !isStable(value)) continue;
        const selector = `[${attr}=${JSON.stringify(value)}]`;
        const alike = dom.trees(document).flatMap(root => safe.all(root, selector));
        if (alike.some(other => !around.includes(other))) continue;
        found.push(
          /** @type {Locator} */ (
            attr.startsWith('data-')
              ? { by: 'testid', role, attr, value }
              : { by: 'attr', role, attr, value }
          ),
        );
      }
    }
    return found.slice(0, 3);
  }

  /** Characters that mean something in a URLPattern stand for themselves. @param {string} part */
  const literal = part => part.replace(/[\\:*?+{}()[\]|^$]/g, '\\$&');

  /** The address without query; a fragment where it looks like a path. */
  function address() {
    const { protocol, hostname, pathname, hash } = location;
    const path = /^#!?[a-z/][\w/.~!-]*$/i.test(hash) && (hash.includes('/') || isPane(hash));
    return `${protocol}//${hostname}${literal(pathname)}${path ? literal(hash) : ''}`;
  }

  /** Where the control is opened again: without the query, which may hold secrets. */
  function opened() {
    const { origin, pathname, hash } = location;
    return `${origin}${pathname}${hash.includes('/') ? hash : ''}`;
  }

  /** Does this fragment name no element of the page? @param {string} hash */
  const isPane = hash => safe.byId(document, hash.slice(1)) === null;

  /**
   * What stands beside it: headings and names of other controls of its dialog or page, by which its
   * place is known.
   * @param {Element} control
   * @param {string} own
   */
  function neighboursOf(control, own) {
    const dialog = dom.around(control, 'dialog,[role=dialog],[aria-modal=true]');
    const area = dialog ?? dom.around(control, 'main,[role=main]') ?? safe.body(document);
    if (!area) return [];
    const texts = safe
      .all(area, `${dom.HEADINGS},label,[role=tab],[aria-label]`)
      .filter(el => ns.shown.visible(el) && !dom.holds(el, control))
      .map(el => (safe.attr(el, 'aria-label') ?? safe.text(el) ?? '').replace(/\s+/g, ' ').trim())
      .filter(value => value.length > 2 && value.length <= 80 && /\p{L}/u.test(value))
      .filter(value => value !== own && !/[@\d]/.test(value));
    return [...new Set(texts)].slice(0, 6);
  }

  /** @param {Seen} seen @param {string[]} role @param {Draft['strings']} strings */
  function locatorsOf(seen, role, strings) {
    const { control } = seen;
    /** @type {Locator[]} */
    const locate = [];
    if (strings.name) {
      if (nameOf(control)?.from === 'name') locate.push({ by: 'role', role, name: '@name' });
      locate.push({ by: 'label', role, text: '@name' });
    }
    locate.push(...hooksOf(control, role));
    if (strings.section) locate.push({ by: 'section', role, heading: '@section' });
    return locate;
  }

  /** @param {Seen} seen @param {string | null} allows text of the value that permits training */
  function readersOf(seen, allows) {
    if (seen.kind === 'switch') return { read: [{ from: 'checked' }, { from: 'aria-checked' }] };
    if (seen.kind === 'pressed') return { read: [{ from: 'aria-pressed' }] };
    const values = (valuesOf(seen) ?? []).map(one => one.text);
    const yes = values.filter(value => value === allows);
    const no = values.filter(value => value !== allows);
    if (yes.length !== 1 || no.length !== 1) return null;
    return { read: [{ from: 'choice', on: ['@yes'], off: ['@no'] }], yes, no };
  }

  /**
   * @param {string} ref
   * @param {{ onMeans: 'training' | 'opted-out', allows: string | null }} answer allows: of a
   *   choice
   *   or list, the text of the value under which they may train
   * @returns {Draft | { refused: 'gone' | 'nameless' | 'values' | 'place' }}
   */
  function draft(ref, { onMeans, allows }) {
    const seen = seenAs(ref);
    if (!seen || !safe.connected(seen.control)) return { refused: 'gone' };
    if (location.protocol !== 'https:') return { refused: 'place' };
    const role = ROLES[seen.kind];
    const name = nameOf(seen.control);
    const section = sectionOf(seen.control, dom.trees(document));
    const heading = (section && safe.text(section))?.replace(/\s+/g, ' ').trim() ?? '';
    const readers = readersOf(seen, allows);
    if (!readers) return { refused: 'values' };
    const lang = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(safe.lang()) ? safe.lang() : '*';
    const say = (/** @type {string[]} */ ...texts) => ({ [lang]: texts });
    /** @type {Record<string, Record<string, string[]>>} */
    const strings = {};
    if (name && name.text.length <= WORDS) strings.name = say(name.text);
    if (heading && heading.length <= WORDS && heading !== name?.text)
      strings.section = say(heading);
    if (readers.yes) Object.assign(strings, { yes: say(...readers.yes), no: say(...readers.no) });
    const neighbours = neighboursOf(seen.control, name?.text ?? '');
    neighbours.forEach((value, at) => {
      strings[`beside-${at + 1}`] = say(value);
    });
    const locate = locatorsOf(seen, role, strings);
    if (!strings.name || locate.length < 1) return { refused: 'nameless' };
    return {
      kind: seen.kind === 'switch' || seen.kind === 'pressed' ? 'toggle' : 'choice',
      label: strings.name[lang][0],
      strings,
      page: {
        url: [address()],
        signature: {
          any: [
            { text: '@name' },
            ...(strings.section ? [{ heading: /** @type {Key} */ ('@section') }] : []),
          ],
        },
        ...(neighbours.length > 0
          ? { neighbours: neighbours.map((_, at) => /** @type {Key} */ (`@beside-${at + 1}`)) }
          : {}),
      },
      control: {
        onMeans: readers.yes ? 'training' : onMeans,
        locate,
        read: /** @type {Reader[]} */ (readers.read),
      },
      open: opened(),
    };
  }

  point.draft = draft;
  Object.freeze(point);
})();
