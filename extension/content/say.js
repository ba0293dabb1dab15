// What is said to the background: one message for each control whose verdict is new.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe } = ns;
  const { operable } = ns.operate;

  /** @param {Session} s @param {Weighed} from */
  const kindOf = (s, from) => from.entry.kind ?? s.rule.kind;

  /**
   * @param {Session} s
   * @param {string} id
   * @param {Verdict} verdict
   * @param {Weighed} from what was weighed
   * @param {boolean} wait for another switch of the page
   */
  function say(s, id, verdict, from, wait) {
    const { st, facts, page } = from;
    const heard = heardOf(verdict, from, wait);
    const before = s.saids.get(id);
    if (before?.heard === heard && before.href === s.href) return;
    if (facts.place === 'none') return before?.heard ? fallSilent(s, id) : undefined;
    const now = new Date(
      verdict.how === 'loaded' ? (st.drawnAt ?? Date.now()) : Date.now(),
    ).toISOString();
    // Said again, of the same look: a new address of the same document, a question that was closed
    // again.
    const same = verdict.training !== 'unknown' && st.said?.heard === heard ? st.said : null;
    const repeat = same !== null;
    const at = same?.at ?? now;
    const doubt =
      verdict.training === 'unknown' &&
      verdict.why !== 'ok' &&
      (st.toldChange || (st.told && st.alone));
    s.saids.set(id, { heard, href: s.href });
    if (verdict.training !== 'unknown') st.said = { heard, at };
    if (verdict.how === 'changed') st.toldChange = true;
    s.spoke = true;
    s.send({
      type: 'reading',
      v: 1,
      platform: s.rule.id,
      rev: s.rule.rev,
      page: page.id,
      ...(wait ? { wait } : {}),
      ...(repeat ? { repeat } : {}),
      reading: readingOf(s, id, verdict, from, { at, doubt }),
    });
  }

  /**
   * By what one telling differs from another.
   * @param {Verdict} verdict @param {Weighed} from @param {boolean} wait
   */
  const heardOf = (verdict, { st, unit }, wait) =>
    JSON.stringify([
      verdict.training,
      verdict.why,
      verdict.raw,
      verdict.sure,
      verdict.how,
      verdict.again,
      st.account,
      unit,
      wait,
    ]);

  /** What was said does not stand in this place. @param {Session} s @param {string} id */
  function fallSilent(s, id) {
    s.saids.delete(id);
    s.spoke = false;
    s.send({ type: 'left', v: 1, platform: s.rule.id });
  }

  /**
   * @param {Session} s
   * @param {string} id
   * @param {Verdict} verdict
   * @param {Weighed} from
   * @param {{at: string, doubt: boolean}} more when it was seen; what was told does not stand
   * @returns {Reading}
   */
  function readingOf(s, id, verdict, from, { at, doubt }) {
    const { st, facts, unit } = from;
    return {
      control: id,
      training: kindOf(s, from) === 'not-training' ? 'unknown' : verdict.training,
      why: verdict.why,
      sure: verdict.sure,
      raw: verdict.raw,
      basis: 'seen',
      how: verdict.how ?? null,
      again: verdict.again ?? null,
      ...(doubt ? { doubt } : {}),
      ...(from.entry.id === id && operable({ verdict, from }) ? { operable: true } : {}),
      ...(st.assisted && verdict.how === 'changed' ? { assisted: true } : {}),
      visit: s.visit,
      loadedAt: new Date(s.birth.fetched).toISOString(),
      by: facts.hits.filter(h => h.ids.length === 1).map(h => h.by),
      label: facts.label,
      lang: facts.labelLang,
      account: st.account,
      unit,
      route: from.route.slice(0, 250),
      actor: verdict.how === 'changed' ? 'user' : 'none',
      at,
      detail: detailOf(s, from, verdict),
    };
  }

  /** @param {Session} s @param {Weighed} from @param {Verdict} verdict */
  function detailOf(s, from, verdict) {
    const { facts } = from;
    return {
      kind: kindOf(s, from),
      locked: facts.disabled || facts.lockedText,
      shown: facts.detail,
      row: verdict.row,
      report: {
        tried: facts.hits.map(h => ({ by: h.by, found: h.ids.length })),
        readers: facts.readers,
        meant: facts.meant?.because ?? null,
        deep: facts.deep,
        element: facts.element && {
          tag: safe.nameOf(facts.element),
          role: safe.attr(facts.element, 'role'),
          attributes: facts.element.getAttributeNames().slice(0, 20),
        },
        lang: safe.lang().slice(0, 20),
        cost: { ...s.cost, ms: Math.round(s.cost.ms) },
      },
    };
  }

  ns.say = Object.freeze({ say, kindOf });
})();
