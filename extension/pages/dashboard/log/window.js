/**
 * A list of which only the rows in sight exist, so that ten thousand entries scroll as easily as
 * ten. Every row has the same height (that of `.probe`, so it follows the size of letters); one row
 * at a time may be open, with more below it.
 *
 * Keyboard: one row is a stop of the Tab key; arrows, Page Up and Down, Home and End go from row to
 * row.
 */
import { el } from '../../../shared/dom.js';

/** Rows drawn beyond both edges. */
const BEYOND = 6;
/** Rows that are put on paper. */
const PRINTED = 500;

/**
 * @template Item
 * @typedef {object} Draw
 * @property {(item: Item, before: Item | undefined) => Node[]} row what stands in the button of a
 *   row; before: the one above it
 * @property {(item: Item) => Node | null} detail what opens below it; null: nothing more is known
 * @property {(item: Item) => string} key
 */

/** @template Item */
export class RowWindow {
  /** @type {Item[]} */
  items = [];
  /** Rows that exist, by place in the list. @type {Map<number, HTMLElement>} */
  rows = new Map();
  /** Place of the row that Tab stops at. */
  active = 0;
  /**
   * The open row: its key, its place (-1: none), and by how much it is higher.
   * @type {string | null}
   */
  open = null;
  openAt = -1;
  extra = 0;
  height = 68;
  printing = false;
  planned = false;
  room = el('div', { class: 'room', role: 'presentation' });
  probe = el('div', { class: 'probe', 'aria-hidden': 'true' });

  /**
   * @param {HTMLElement} box scrolls by itself; has the role of a list
   * @param {Draw<Item>} draw
   */
  constructor(box, draw) {
    this.box = box;
    this.draw = draw;
    this.grows = new ResizeObserver(() => this.measureOpen());
    box.replaceChildren(this.probe, this.room);
    box.addEventListener('scroll', () => this.plan(), { passive: true });
    box.addEventListener('keydown', event => this.onKey(event));
    box.addEventListener('focusin', event => this.onFocus(event));
    new ResizeObserver(() => this.onResize()).observe(box);
    addEventListener('beforeprint', () => this.print(true));
    addEventListener('afterprint', () => this.print(false));
  }

  /**
   * Shows a new list; what was open and where the user was stays, if it is still there.
   * @param {Item[]} items
   */
  show(items) {
    const { key } = this.draw;
    const before = this.items[this.active] && key(this.items[this.active]);
    const focused = this.room.contains(document.activeElement);
    this.items = items;
    this.height = this.probe.offsetHeight || this.height;
    this.active = Math.max(
      0,
      before === undefined ? 0 : items.findIndex(item => key(item) === before),
    );
    this.openAt = this.open === null ? -1 : items.findIndex(item => key(item) === this.open);
    this.box.classList.toggle('empty', items.length === 0);
    this.redraw();
    if (focused) this.button(this.active)?.focus({ preventScroll: true });
  }

  /** @param {number} at */
  topOf(at) {
    return at * this.height + (this.openAt >= 0 && at > this.openAt ? this.extra : 0);
  }

  /** @param {number} at */
  button(at) {
    return this.rows.get(at)?.querySelector('button');
  }

  /** @returns {[number, number]} first and last row that should exist */
  inSight() {
    if (this.printing) return [0, Math.min(this.items.length, PRINTED) - 1];
    const { scrollTop, clientHeight } = this.box;
    const shift = this.openAt >= 0 && scrollTop > this.topOf(this.openAt) ? this.extra : 0;
    const first = Math.floor(Math.max(0, scrollTop - shift) / this.height) - BEYOND;
    return [
      Math.max(0, first),
      Math.min(this.items.length - 1, first + Math.ceil(clientHeight / this.height) + 2 * BEYOND),
    ];
  }

  /** Once a picture, however often it is scrolled in between. */
  plan() {
    if (this.planned) return;
    this.planned = true;
    requestAnimationFrame(() => {
      this.planned = false;
      this.update();
    });
  }

  update() {
    const [first, last] = this.inSight();
    // focus is never thrown away
    const kept = this.rows.get(this.active)?.contains(document.activeElement) ? this.active : -1;
    for (const [at, element] of this.rows) {
      if ((at >= first && at <= last) || at === kept) continue;
      element.remove();
      this.rows.delete(at);
    }
    // from the last to the first, so that they stand in the order of the list, also for a screen
    // reader
    let next = kept > last ? (this.rows.get(kept) ?? null) : null;
    for (let at = last; at >= first; at -= 1) next = this.rows.get(at) ?? this.add(at, next);
  }

  /** @param {number} at @param {HTMLElement | null} next the row after it; null: none */
  add(at, next) {
    const item = this.items[at];
    const key = this.draw.key(item);
    const more = this.open === key ? this.draw.detail(item) : null;
    const element = el(
      'div',
      {
        class: 'item',
        role: 'listitem',
        'aria-setsize': this.items.length,
        'aria-posinset': at + 1,
        'data-entry': key,
      },
      el(
        'button',
        {
          type: 'button',
          class: 'row',
          tabindex: at === this.active ? 0 : -1,
          'aria-expanded': String(more !== null),
          onclick: () => this.toggle(at),
        },
        ...this.draw.row(item, this.items[at - 1]),
      ),
      more,
    );
    element.style.insetBlockStart = `${this.topOf(at)}px`;
    this.room.insertBefore(element, next);
    this.rows.set(at, element);
    if (more) this.grows.observe(element);
    return element;
  }

  place() {
    const count = this.printing ? Math.min(this.items.length, PRINTED) : this.items.length;
    const size = count * this.height + (this.openAt >= 0 ? this.extra : 0);
    this.room.style.blockSize = `${size}px`;
    this.box.style.setProperty(
      '--content',
      `${size + this.box.offsetHeight - this.box.clientHeight}px`,
    ); // a short list takes no more room than it needs
    for (const [at, element] of this.rows) element.style.insetBlockStart = `${this.topOf(at)}px`;
  }

  redraw() {
    this.grows.disconnect();
    for (const element of this.rows.values()) element.remove();
    this.rows.clear();
    this.place();
    this.update();
    this.measureOpen();
  }

  measureOpen() {
    const element = this.rows.get(this.openAt);
    const extra = element
      ? Math.max(0, element.offsetHeight - this.height)
      : this.openAt < 0
        ? 0
        : this.extra;
    if (extra === this.extra) return;
    this.extra = extra;
    this.place();
    this.update();
  }

  /** @param {number} at */
  toggle(at) {
    this.openAt = this.openAt === at ? -1 : at;
    this.open = this.openAt < 0 ? null : this.draw.key(this.items[at]);
    this.active = at;
    this.redraw();
    this.button(at)?.focus({ preventScroll: true });
  }

  /** Puts the focus on a row and brings it into sight. @param {number} at */
  go(at) {
    const to = Math.min(this.items.length - 1, Math.max(0, at));
    if (to < 0) return;
    this.button(this.active)?.setAttribute('tabindex', '-1');
    this.active = to;
    const { box, height } = this;
    if (this.topOf(to) < box.scrollTop) box.scrollTop = this.topOf(to);
    else if (this.topOf(to) + height > box.scrollTop + box.clientHeight)
      box.scrollTop = this.topOf(to) + height - box.clientHeight;
    this.update();
    this.button(to)?.setAttribute('tabindex', '0');
    this.button(to)?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.row')) return;
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
    const { active, items } = this;
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.go(to);
  }

  /** @param {FocusEvent} event */
  onFocus(event) {
    const item = event.target instanceof Element ? event.target.closest('.item') : null;
    for (const [at, element] of this.rows) if (element === item) this.active = at;
  }

  onResize() {
    const height = this.probe.offsetHeight;
    if (height === 0 || height === this.height) return this.update();
    this.height = height;
    this.redraw();
  }

  /** @param {boolean} on */
  print(on) {
    this.printing = on;
    this.redraw();
  }
}
