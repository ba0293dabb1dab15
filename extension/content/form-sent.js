// The sending of an objection form: which input of a person is one, and whether the form was taken.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe, dom, text, formPlace: place, receipt } = ns;

  /** A submit event counts while a person's act in the form is so near, in ms. */
  const ACT_MS = 2000;
  /** What was not looked at for longer counts for so much only: the machine may have slept. */
  const GAP_MS = 2000;
  const QUIET_MS = 800;

  /**
   * The form is gone: how long has a receipt stood there instead, with nothing against it?
   * @param {Watch} st @param {Press} press @param {Here} here
   * @param {Requests} requests of the page
   * @returns {number} in ms; -1: nothing can be said of it
   */
  function taken(st, press, here, requests) {
    const news = place.since(here, press.rest);
    const says = receipt.judge(news.words);
    const alarmed = news.loud.some(words => receipt.judge([words]) !== 'taken');
    const doubted = requests.failedSince(press.at) || says === 'refused' || alarmed || asks(news);
    // What counts down while it stands there is the same text.
    const words = news.words.join('\n').replace(/\p{N}+/gu, '0');
    const now = performance.now();
    const last = requests.last();
    if (!news.busy) press.doubts = doubted ? press.doubts + 1 : 0;
    if (press.doubts >= 2) press.void = true;
    if (news.busy || doubted || says !== 'taken') press.stood = -1;
    else if (press.stood < 0 || words !== st.words) {
      Object.assign(press, { stood: 0, answered: last > press.at });
    } else press.stood += Math.min(now - press.seen, GAP_MS);
    press.seen = now;
    st.words = words;
    return now - last < QUIET_MS ? -1 : press.stood;
  }

  /**
   * @param {Input} event
   * @param {EventTarget|null} target
   * @param {Element} form
   * @param {number} acted when a person acted in it
   * @param {Phrases} phrases of the rule's submit
   */
  function isSending(event, target, form, acted, phrases) {
    if (event.type === 'submit') return target === form && performance.now() - acted < ACT_MS;
    const button =
      event.type === 'click' && target instanceof Element
        ? safe.closest(target, place.BUTTONS)
        : null;
    return !!button && place.sends(button, form, phrases);
  }

  /**
   * @param {Element} form
   * @param {Phrases} list phrases of the choice that makes it this objection
   */
  function isChosen(form, list) {
    const picked = safe.all(form, 'input:checked,[role=radio][aria-checked=true],option:checked');
    return picked.some(el =>
      [...dom.namesOf(el), safe.text(el) ?? ''].some(value => text.match(list, value, '')),
    );
  }

  /** @param {Input} event */
  const acts = event =>
    /^(click|submit)$/.test(event.type) || (event.type === 'keydown' && event.key === 'Enter');

  /** Would the browser send it? @param {Element} form */
  const valid = form =>
    !safe.matches(form, 'form') ||
    safe.has(form, 'novalidate') ||
    HTMLFormElement.prototype.checkValidity.call(form);

  /**
   * Is something asked instead: fields, a password, a choice between buttons?
   * @param {News} news
   */
  function asks(news) {
    const question = news.words.some(words => /[?？؟]/.test(words));
    return (
      news.fields > 0 ||
      news.password ||
      news.invalid ||
      news.buttons > 1 ||
      (news.buttons === 1 && question)
    );
  }

  ns.formSent = Object.freeze({ ACT_MS, taken, isSending, isChosen, acts, valid });
})();
