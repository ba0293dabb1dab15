/**
 * "Keep a picture as evidence": what is on the screen, looked at by the person, with parts made
 * black, and kept by the log program or not at all.
 */
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { button, openPanel, tellIn } from './panel.js';
import { between, draw, fitting, imageOf, movedBy, scaleFor, textOf } from './picture-image.js';

/** @import { PictureTaken, PopupState } from '../../shared/types.d.ts' */
/** @import { Part } from './picture-image.js' */

const REFUSED = /** @type {Record<string, string>} */ ({
  'capture.refused': 'pictureNoAccess',
  'picture.too-many': 'pictureTooMany',
});

/**
 * Where the log program has the reading of the page in front, and keeps pictures.
 * @param {PopupState} state
 * @param {() => void} done
 * @returns {Node[]}
 */
export const pictureBlock = (state, done) =>
  state.tab.picture
    ? [button('pictureStart', () => open(state, done), { class: 'wide', 'data-key': 'picture' })]
    : [];

/** @param {PopupState} state @param {() => void} done */
async function open(state, done) {
  const close = openPanel('pictureTaking', done);
  try {
    /** @type {PictureTaken} */
    const taken = await ask('picture-take', { tabId: state.tab.id });
    const image = await imageOf(taken.image);
    look(state, taken, image, await scaleFor(image), close);
  } catch (error) {
    failed(error, close);
  }
}

/** @param {unknown} error @param {() => void} close */
const failed = (error, close) =>
  tellIn(t(REFUSED[error instanceof Error ? error.name : ''] ?? 'pictureFailed'), close);

/** @param {PopupState} state @param {string} id */
const nameOf = ({ tab }, id) =>
  tab.platform?.controls.find(control => control.id === id)?.name ?? id;

/**
 * @param {PopupState} state
 * @param {PictureTaken} taken
 * @param {HTMLImageElement} image
 * @param {number} scale
 * @param {() => void} close
 */
function look(state, taken, image, scale, close) {
  /** @type {Part[]} */
  const parts = [];
  const undo = button('pictureUndo', () => {
    parts.pop();
    show();
  });
  const canvas = el('canvas', { tabindex: 0, role: 'img' });
  const frame = el('span', { class: 'frame', hidden: true });
  const show = () => {
    draw(canvas, image, scale, parts);
    canvas.setAttribute('aria-label', t('pictureShown', String(parts.length)));
    undo.disabled = parts.length === 0;
  };
  const title = el('h1', { tabindex: '-1' }, t('pictureTitle'));
  const form = el(
    'form',
    { class: 'point picture' },
    title,
    el('p', {}, t('pictureNote')),
    el('p', { class: 'soft' }, t('pictureWith', nameOf(state, taken.of.control))),
    el('div', { class: 'shown' }, canvas, frame),
    el('p', { class: 'soft' }, t('pictureBlack')),
    undo,
    el('button', { type: 'submit', class: 'primary wide' }, t('pictureKeep')),
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const keep = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
    keep.disabled = true;
    try {
      const blob = await fitting(canvas);
      if (!blob) throw new Error('large');
      const { of, at } = taken;
      await ask('picture-keep', { of, at, covered: parts.length, data: await textOf(blob) });
      tellIn(t('pictureKept'), close, 'status');
    } catch (error) {
      failed(error, close);
    }
  });
  const cover = (/** @type {Part} */ part) => {
    if (part.width > 2 && part.height > 2 && parts.length < 1000) parts.push(part);
    show();
  };
  fill(byId('point'), form, el('p', {}, button('pointCancel', close)));
  show();
  byHand(canvas, frame, cover);
  byKeys(canvas, frame, cover);
  title.focus();
}

/**
 * Where the frame is shown, over the canvas.
 * @param {HTMLElement} frame
 * @param {HTMLCanvasElement} canvas
 * @param {Part | null} part
 */
function place(frame, canvas, part) {
  const percent = (/** @type {number} */ value, /** @type {number} */ whole) =>
    `${(100 * value) / whole}%`;
  frame.hidden = part === null;
  if (!part) return;
  frame.style.left = percent(part.x, canvas.width);
  frame.style.top = percent(part.y, canvas.height);
  frame.style.width = percent(part.width, canvas.width);
  frame.style.height = percent(part.height, canvas.height);
}

/**
 * Drawn over with the mouse, a pen or a finger.
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLElement} frame
 * @param {(part: Part) => void} cover
 */
function byHand(canvas, frame, cover) {
  /** @type {{ x: number, y: number } | null} */
  let from = null;
  const point = (/** @type {PointerEvent} */ event) => {
    const box = canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) * canvas.width) / box.width,
      y: ((event.clientY - box.top) * canvas.height) / box.height,
    };
  };
  canvas.addEventListener('pointerdown', event => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    from = point(event);
  });
  canvas.addEventListener('pointermove', event => {
    if (from) place(frame, canvas, between(from, point(event), canvas));
  });
  canvas.addEventListener('pointerup', event => {
    if (from) cover(between(from, point(event), canvas));
    from = null;
    place(frame, canvas, null);
  });
  canvas.addEventListener('pointercancel', () => {
    from = null;
    place(frame, canvas, null);
  });
}

/**
 * A frame that arrows move, and Enter makes black.
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLElement} frame
 * @param {(part: Part) => void} cover
 */
function byKeys(canvas, frame, cover) {
  const side = Math.round(canvas.width / 5);
  let part = between({ x: 0, y: 0 }, { x: side, y: Math.round(side / 2) }, canvas);
  canvas.addEventListener('focus', () => {
    if (canvas.matches(':focus-visible')) place(frame, canvas, part);
  });
  canvas.addEventListener('blur', () => place(frame, canvas, null));
  canvas.addEventListener('keydown', event => {
    const moved = movedBy(part, event.key, event.shiftKey, canvas);
    if (!moved && event.key !== 'Enter') return;
    event.preventDefault();
    if (moved) part = moved;
    else cover(part);
    place(frame, canvas, part);
  });
}
