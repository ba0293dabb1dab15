// Kept: does what is drawn stand at the server? The pure core of the fourth question
// (docs/verdict.md, "Kept"). No DOM.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /**
   * A page draws a default first and corrects it when the answer comes: so long must a state have
   * stood (ms).
   */
  const STEADY_MS = 4200;
  /** No request of the page may have ended for so long: what it brought would be drawn by then. */
  const QUIET_MS = 1500;
  /**
   * Where answers are slow the next one may be on its way for twice as long as the slowest so far;
   * at most so long (ms).
   */
  const SLOW_MS = 4500;
  /** A page that is never quiet may be read as likely after so long. */
  const NEVER_QUIET_MS = 10_000;

  // KeptFacts (facts.d.ts). touched: a person used it, its row, its label or its Save here; moved:
  // and it changed by that; acted: or answered what it asked, or pressed its Save; stray: another
  // place of the same control was changed, and this one did not follow; alone: it changed after a
  // reading, or what was to bring its value failed, and nobody was heard to do it; told: a reading
  // `loaded` of it was said in this document; posted: the server drew what a form had sent;
  // doubtful: shown later than it was fetched, or beside an alert that was always there; blocked:
  // hidden, offline, incomplete, busy, a question open, an alert that came; renewed: not the
  // control of another account or unit that still stands here; held: ms for which it has looked the
  // same; steady: the same, with nothing in the way; hold: ms for which a person's change must
  // hold; quiet: ms since the page's last own request ended; slowest: ms that the slowest one took
  // so far.
  //
  // Kept: why: of an unknown, '' with how; again: why this document gives no new reading; stay:
  // what was said stands.

  /** @param {Partial<Kept>} part @returns {Kept} */
  const answer = part => ({
    how: null,
    atMost: 'sure',
    why: '',
    again: null,
    stay: false,
    ...part,
  });

  /** @param {KeptFacts} f @returns {Kept|null} null: not yet, look again */
  function kept(f) {
    if (f.touched && f.moved) {
      if (f.doubt) return answer({ why: f.doubt, again: 'touched' });
      return f.held < f.hold
        ? null
        : answer({ how: 'changed', atMost: 'likely', again: 'touched' });
    }
    if (f.stray === 'perhaps') return null;
    if (f.alone || f.stray || (f.touched && f.acted))
      return answer({ why: 'unsettled', again: 'touched' });
    if (f.touched && f.told) return answer({ stay: true });
    if (f.restored) return answer({ why: 'unsettled', again: 'restored' });
    if (f.old) return answer({ why: 'unsettled', again: 'old' });
    if (f.touched || f.posted) return answer({ why: 'unsettled', again: 'touched' });
    if (f.told) return answer({ stay: true });
    if (f.blocked || f.renewed === 'no' || f.steady < STEADY_MS) return null;
    // Drawn anew under another name, and nothing was asked for: a page may have had it at hand, or
    // not yet have it.
    if (f.renewed === 'perhaps')
      return f.steady >= NEVER_QUIET_MS ? answer({ how: 'loaded', atMost: 'likely' }) : null;
    if (f.quiet >= Math.min(SLOW_MS, Math.max(QUIET_MS, 2 * f.slowest)))
      return answer({
        how: 'loaded',
        atMost: f.doubtful || f.renewed === 'likely' ? 'likely' : 'sure',
      });
    return f.steady >= NEVER_QUIET_MS ? answer({ how: 'loaded', atMost: 'likely' }) : null;
  }

  ns.kept = Object.freeze({ STEADY_MS, QUIET_MS, kept });
})();
