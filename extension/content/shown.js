// What a person can see. Hidden, inert, transparent, cut away and moved out of reach is not shown;
// below the fold, zoomed and not drawn yet because it is far (content-visibility: auto) is. Where
// there is no layout (tests without a browser) the attributes and checkVisibility alone decide.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe } = ns;

  /**
   * Below this many CSS pixels in one direction nobody sees anything; "visually hidden" texts are
   * one pixel.
   */
  const LEAST = 2;
  /** Faded is shown, a breath of it is not. */
  const FAINT = 0.1;

  /**
   * @typedef {{left: number, top: number, right: number, bottom: number}} Box in CSS pixels of the
   *   window
   */

  /** Is there layout at all? @param {Element} el */
  function laidOut(el) {
    const box = safe.rect(safe.top(safe.owner(el)));
    return box.width > 0 || box.height > 0;
  }

  /** @param {Box} a @param {Box} b @returns {Box} */
  const meet = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });

  /** @param {Box} box */
  const empty = box => box.right - box.left < LEAST || box.bottom - box.top < LEAST;

  /**
   * Where its contents are: an element without a box of its own (display: contents, no height)
   * still shows them.
   * @param {Element} el
   * @returns {Box}
   */
  function boxOf(el) {
    const own = safe.rect(el);
    if (!empty(own)) return own;
    const range = safe.range(safe.owner(el));
    range.selectNodeContents(el);
    return range.getBoundingClientRect();
  }

  /**
   * What clip-path and clip leave of a box; shapes that are not understood leave all.
   * @param {CSSStyleDeclaration} style
   * @param {Box} box
   */
  function clipped(style, box) {
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    const path = style.clipPath ?? '';
    const length = (/** @type {string} */ text, /** @type {number} */ whole) =>
      text.endsWith('%') ? (parseFloat(text) / 100) * whole : parseFloat(text);
    const inset = path.match(/^inset\(([^)]*?)(?: round [^)]*)?\)/);
    if (inset) {
      const [top, right = top, bottom = top, left = right] = inset[1].trim().split(/\s+/);
      if ([top, right, bottom, left].every(text => /^-?[\d.]+(px|%)?$/.test(text))) {
        return meet(box, {
          left: box.left + length(left, width),
          top: box.top + length(top, height),
          right: box.right - length(right, width),
          bottom: box.bottom - length(bottom, height),
        });
      }
    }
    if (/^(circle|ellipse)\(0(px|%)?[ )]/.test(path)) return { ...box, right: box.left };
    const points = path
      .match(/^polygon\(([^)]*)\)/)?.[1]
      .split(',')
      .map(point => point.trim().split(/\s+/));
    if (points && [0, 1].some(axis => new Set(points.map(point => point[axis])).size === 1))
      return { ...box, right: box.left };
    const rect =
      /^(absolute|fixed)$/.test(style.position) && (style.clip ?? '').match(/^rect\(([^)]*)\)/);
    if (rect) {
      const [top, right, bottom, left] = rect[1].split(/[\s,]+/).map(parseFloat);
      const side = (
        /** @type {number} */ value,
        /** @type {number} */ other,
        /** @type {number} */ from,
      ) => (Number.isNaN(value) ? other : from + value);
      return meet(box, {
        left: side(left, box.left, box.left),
        top: side(top, box.top, box.top),
        right: side(right, box.right, box.left),
        bottom: side(bottom, box.bottom, box.top),
      });
    }
    return box;
  }

  /**
   * Does an ancestor's edge cut what is positioned so?
   * @param {string} position of what is inside
   * @param {CSSStyleDeclaration} style of the ancestor
   */
  function binds(position, style) {
    const moved =
      style.transform !== 'none' ||
      (style.filter !== 'none' && !!style.filter) ||
      /paint|layout|strict|content/.test(style.contain ?? '');
    if (position === 'fixed') return moved;
    if (position === 'absolute') return moved || style.position !== 'static';
    return true;
  }

  /**
   * Can a person bring some of it before the eyes? Walks outwards, and cuts the box at every edge.
   * @param {Element} el
   */
  function reachable(el) {
    let box = boxOf(el);
    let position = 'static';
    let opacity = 1;
    let node = /** @type {Element|null} */ (el);
    for (let hops = 0; node && hops < 200; hops++) {
      const view = /** @type {Window} */ (safe.view(safe.owner(node))); // what is laid out has one
      const style = view.getComputedStyle(node);
      const root = node === safe.top(safe.owner(node)) || node === safe.body(safe.owner(node));
      opacity *=
        Number(style.opacity || 1) * Number(style.filter?.match(/opacity\(([\d.]+)\)/)?.[1] ?? 1);
      if (opacity < FAINT) return false;
      box = clipped(style, box);
      // The page's own scroll position is no edge, whatever the root says about overflow.
      if (!root && node !== el && binds(position, style)) {
        const around = safe.rect(node);
        const rolls = /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`);
        if (rolls) {
          // It can be scrolled to, unless it lies before the beginning.
          if (
            box.right - around.left + node.scrollLeft < LEAST ||
            box.bottom - around.top + node.scrollTop < LEAST
          )
            return false;
          box = { left: around.left, top: around.top, right: around.right, bottom: around.bottom };
        } else {
          const cutX = /hidden|clip/.test(style.overflowX);
          const cutY = /hidden|clip/.test(style.overflowY);
          box = meet(box, {
            left: cutX ? around.left : -Infinity,
            right: cutX ? around.right : Infinity,
            top: cutY ? around.top : -Infinity,
            bottom: cutY ? around.bottom : Infinity,
          });
        }
      }
      if (empty(box)) return false;
      if (style.position === 'fixed' || (style.position === 'absolute' && position !== 'fixed'))
        ({ position } = style);
      else if (style.position !== 'static' && position !== 'fixed') position = 'static';
      const out = safe.parent(node) ?? dom.hostOf(node);
      if (out && safe.owner(out) !== safe.owner(node)) {
        if (!inWindow(view, box, position)) return false;
        const frame = safe.rect(out);
        box = { left: frame.left, top: frame.top, right: frame.right, bottom: frame.bottom };
        position = 'static';
      } else if (!out) {
        return inWindow(view, box, position);
      }
      node = out;
    }
    return true;
  }

  /**
   * @param {Window} view
   * @param {Box} box
   * @param {string} position fixed: it stays where it is when the page scrolls
   */
  function inWindow(view, box, position) {
    const top = safe.top(view.document);
    if (position === 'fixed')
      return !empty(
        meet(box, { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight }),
      );
    const style = view.getComputedStyle(top);
    const body = safe.body(view.document);
    const width = Math.max(top.clientWidth, view.innerWidth);
    const stiff = [style, body && view.getComputedStyle(body)].some(
      one => one && /hidden|clip/.test(one.overflowX),
    );
    const left = box.left + view.scrollX;
    const right = box.right + view.scrollX;
    const [from, to] = stiff
      ? [0, width]
      : style.direction === 'rtl'
        ? [-Infinity, width]
        : [0, Infinity];
    return right >= from + LEAST && left <= to - LEAST && box.bottom + view.scrollY >= LEAST;
  }

  /**
   * Is it there for the eyes and for use? Never ask this of an input: toggles hide theirs. Ask it
   * of the row.
   * @param {Element} el
   * @returns {boolean}
   */
  function visible(el) {
    for (let node = /** @type {Element|null} */ (el); node; node = dom.hostOf(node)) {
      const outer = node === el ? dom.up(node) : node;
      if (safe.closest(node, '[inert]') || (outer && safe.closest(outer, '[aria-hidden=true]')))
        return false;
    }
    return seen(el);
  }

  /**
   * Can it be read, whether or not it may be used and is told to assistive technology?
   * @param {Element} el
   */
  function seen(el) {
    if (
      !safe.checkVisibility(el, {
        visibilityProperty: true,
        checkVisibilityCSS: true,
        opacityProperty: true,
        checkOpacity: true,
      })
    )
      return false;
    return !laidOut(el) || reachable(el);
  }

  /**
   * The modal dialog in front of everything, by the browser's own word (the page's other dialogs
   * only say so).
   * @returns {Element|null}
   */
  function inFront() {
    try {
      return safe.all(document, 'dialog:modal').at(-1) ?? null;
    } catch {
      return null; // a browser or a test without :modal
    }
  }

  /** Does it lie behind an open modal dialog, out of a person's reach? @param {Element} el */
  function behind(el) {
    const modal = inFront();
    return !!modal && !dom.holds(modal, el);
  }

  ns.shown = Object.freeze({ visible, seen, behind, inFront });
})();
