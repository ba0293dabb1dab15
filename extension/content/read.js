// Readers: each knows what "on" looks like and what "off" looks like, and says `both` or `neither`
// rather than guess. All that apply must agree.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, words: gathered, phrases, meaning } = ns;
  const CONTROLS =
    'input[type=checkbox],input[type=radio],[aria-checked],[aria-pressed],[aria-selected],select';

  /**
   * The elements that together are one control: itself, what is inside it (shadow roots too), its
   * hidden twin.
   * @param {Element} control
   * @returns {Element[]}
   */
  function faces(control) {
    const found = [control];
    const inner = dom.shadowOf(control);
    for (const tree of inner ? [control, ...dom.trees(inner)] : [control])
      found.push(...safe.all(tree, CONTROLS));
    for (const twin of [safe.previous(control), safe.next(control)]) {
      if (twin?.localName === 'input' && safe.attr(twin, 'aria-hidden') === 'true')
        found.push(twin);
    }
    return [...new Set(found)];
  }

  /** @param {Element} el */
  const isBox = el =>
    safe.nameOf(el) === 'input' && /^(checkbox|radio)$/.test(safe.attr(el, 'type') ?? '');

  /** @param {string|null} value of an aria attribute @returns {Raw|null} */
  const ariaState = value =>
    value === null
      ? null
      : value === 'true'
        ? 'on'
        : value === 'false'
          ? 'off'
          : value === 'mixed'
            ? 'mixed'
            : 'neither';

  /** @param {boolean} on @param {boolean} off @returns {Raw} */
  const twoSided = (on, off) => (on && off ? 'both' : on ? 'on' : off ? 'off' : 'neither');

  /** @param {(Raw|null)[]} values null: does not apply @returns {Raw} */
  function agree(values) {
    const told = [...new Set(values.filter(value => value !== null))];
    return told.length === 0
      ? 'neither'
      : told.length === 1
        ? told[0]
        : told.includes('mixed')
          ? 'mixed'
          : 'both';
  }

  /** @param {Match} list @param {string[]} texts @param {Here} context */
  function oneOf(list, texts, context) {
    return list.some(entry =>
      entry.startsWith('@')
        ? texts.some(value => context.saysState(context.strings.get(entry), value))
        : texts.includes(entry),
    );
  }

  /**
   * The state of a group (radios, select, combobox): what is chosen.
   * @param {Element} control
   * @returns {string[][]} texts of each chosen value
   */
  function chosen(control) {
    if (safe.nameOf(control) === 'select') {
      return [.../** @type {HTMLSelectElement} */ (control).options]
        .filter(o => o.selected)
        .map(o => [o.value, safe.text(o)?.trim() ?? '']);
    }
    const radios = [
      ...safe.all(control, 'input[type=radio],[role=radio],[role=option],[role=menuitemradio]'),
    ];
    if (radios.length === 0) return [dom.textsOf(control)];
    return radios
      .filter(el =>
        isBox(el)
          ? el.checked
          : /^true$/.test(safe.attr(el, 'aria-checked') ?? safe.attr(el, 'aria-selected') ?? ''),
      )
      .map(el => [safe.attr(el, 'value') ?? '', ...dom.namesOf(el)].filter(Boolean));
  }

  /**
   * Words of the state in a region: a whole element's text, or what follows a label that the
   * control begins with.
   * @param {TextReader} reader
   * @param {Element} control
   * @param {Here} context
   */
  function words(reader, control, context) {
    const areas =
      reader.of === 'control'
        ? [control]
        : reader.of === 'row'
          ? [dom.rowOf(control)]
          : dom.named(control, 'aria-describedby');
    const texts =
      reader.of === 'name'
        ? dom.namesOf(control)
        : areas.flatMap(area =>
            [area, ...safe.all(area, '*')]
              .slice(0, 150)
              .filter(el => dom.visible(el))
              .flatMap(el => dom.textsOf(el)),
          );
    if (texts.length === 0) return null;
    const rests = texts.flatMap(value => [value, ...context.labelRests(value)]);
    const has = (/** @type {Key} */ key) =>
      rests.some(value => context.saysState(context.strings.get(key), value));
    const on = has(reader.on);
    const off = has(reader.off);
    // A row without any state word does not speak; a control or a name that should carry one and
    // does not is neither.
    return !on && !off && (reader.of === 'row' || reader.of === 'description')
      ? null
      : twoSided(on, off);
  }

  const FROM = /** @type {Ask} */ (
    /** @type {Partial<Ask>} */ ({
      checked(_reader, _control, all) {
        const boxes = all.filter(isBox);
        return boxes.length
          ? agree(boxes.map(box => (box.indeterminate ? 'mixed' : box.checked ? 'on' : 'off')))
          : null;
      },
      attr(reader, control, all, context) {
        const values = all.map(el => safe.attr(el, reader.attr)).filter(value => value !== null);
        if (values.length === 0) return null;
        return agree(
          values.map(value =>
            twoSided(
              oneOf(reader.on, [String(value)], context),
              oneOf(reader.off, [String(value)], context),
            ),
          ),
        );
      },
      state(reader, control) {
        const has = (/** @type {Match} */ names) =>
          names.some(name => {
            try {
              return safe.matches(control, `:state(${name})`);
            } catch {
              return false;
            }
          });
        const value = twoSided(has(reader.on), has(reader.off));
        return value === 'neither' ? null : value;
      },
      text: (reader, control, _all, context) => words(reader, control, context),
      choice(reader, control, _all, context) {
        const values = chosen(control);
        if (values.length !== 1) return values.length ? 'both' : 'neither';
        return twoSided(
          oneOf(reader.on, values[0], context),
          oneOf(reader.off, values[0], context),
        );
      },
      pair(reader, control) {
        const row = dom.rowOf(control);
        const has = (/** @type {string} */ selector) =>
          safe.matches(control, selector) ||
          [...safe.all(row, selector)].some(el => dom.visible(el));
        return twoSided(has(reader.on), has(reader.off));
      },
    })
  );
  for (const name of /** @type {const} */ (['aria-checked', 'aria-pressed', 'aria-selected'])) {
    FROM[name] = (_reader, _control, all) => {
      const values = all.map(el => ariaState(safe.attr(el, name))).filter(value => value !== null);
      return values.length ? agree(values) : null;
    };
  }

  /** @param {Element} el */
  const isDisabled = el =>
    safe.matches(el, ':disabled') ||
    /^true$/.test(safe.attr(el, 'aria-disabled') ?? '') ||
    safe.attr(el, 'aria-readonly') === 'true';

  /**
   * Does the control or anything around it match? Through shadow roots too, at which closest()
   * ends.
   * @param {Element} control
   * @param {string} selector
   */
  function within(control, selector) {
    for (let node = /** @type {Element|null} */ (control); node; node = dom.up(node))
      if (safe.matches(node, selector)) return true;
    return false;
  }

  /**
   * What does On mean here?
   * @param {RuleControl} rule
   * @param {Element} control
   * @param {Element[]} all its faces
   * @param {Raw} raw
   * @param {Here} context
   * @returns {Meaning}
   */
  function meant(rule, control, all, raw, context) {
    const labels = rule.locate
      .flatMap(locator => [locator.name, locator.text])
      .filter(Boolean)
      .map(key => context.strings.get(key) ?? []);
    const speech = {
      labels,
      known: context.known,
      lang: context.lang,
      speaks: labels.some(list => text.speaks(list, context.lang)),
      translated: context.translated,
      spoken: context.spoken,
      units: context.units,
      raw,
      onMeans: rule.onMeans,
      byWords: rule.read.some(
        reader => reader.from === 'text' && /^(control|name)$/.test(reader.of),
      ),
    };
    const langs = [context.matched?.lang ?? '', context.lang].filter(Boolean);
    const words = gathered.gather(control, all, run => phrases.find(run, speech) !== null, langs);
    return meaning.means(words, speech);
  }

  /**
   * @param {RuleControl} rule @param {Element} control @param {Here} context @returns {Read}
   */
  function read(rule, control, context) {
    const all = faces(control);
    const asked = [...rule.read];
    // Whatever the rule reads: a box and its aria state that contradict each other are a conflict.
    if (!asked.some(reader => reader.from === 'choice'))
      asked.push(
        .../** @type {const} */ (['checked', 'aria-checked'])
          .filter(from => !asked.some(reader => reader.from === from))
          .map(from => ({ from })),
      );
    const readers = asked.map(reader => ({
      from: reader.from,
      value: /** @type {Asks<Reader>} */ (FROM[reader.from])(reader, control, all, context),
    }));
    const boxes = all.filter(isBox);
    const raw = agree(readers.map(r => r.value));
    return {
      raw,
      meant: meant(rule, control, all, raw, context),
      disabled:
        all.some(isDisabled) ||
        safe.has(control, 'disabled') ||
        within(control, ':disabled,[disabled],[aria-disabled=true]'),
      busy:
        within(control, '[aria-busy=true]') ||
        all.some(el => safe.attr(el, 'aria-busy') === 'true'),
      dirty:
        rule.save?.compare === 'default' && boxes.some(box => box.checked !== box.defaultChecked),
      readers,
    };
  }

  /**
   * All that shows a state, as one string: cheap enough to ask many times between two looks.
   * @param {Element} control
   */
  function pulse(control) {
    return (
      faces(control)
        .map(el =>
          [
            el.checked,
            el.value,
            el.disabled,
            ...['aria-checked', 'aria-pressed', 'aria-selected', 'data-state'].map(name =>
              safe.attr(el, name),
            ),
          ].join(),
        )
        .join(';') + (safe.text(control) ?? '').slice(0, 200)
    );
  }

  ns.read = Object.freeze({ read, pulse, faces, twoSided, agree, normalise: text.normalise });
})();
