/**
 * A picture as pixels: of a size that the log program takes, with the parts that the person covers.
 * What is covered is black in the pixels themselves, before they are encoded.
 */

/** @typedef {{ x: number, y: number, width: number, height: number }} Part in pixels */

/** Bytes; and the longer side at first. */
const MOST = 614_400;
const SIDE = 2000;
const QUALITIES = [0.9, 0.8, 0.7, 0.6];
const ARROWS = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/** @param {string} url @returns {Promise<HTMLImageElement>} */
export async function imageOf(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/**
 * @param {HTMLCanvasElement} canvas is given the size
 * @param {HTMLImageElement} image
 * @param {number} scale
 * @param {readonly Part[]} parts of the picture in this size
 */
export function draw(canvas, image, scale, parts) {
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const { x, y, width, height } of parts) context.fillRect(x, y, width, height);
}

/** @param {HTMLCanvasElement} canvas @param {number} quality @returns {Promise<Blob | null>} */
const encoded = (canvas, quality) =>
  new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality));

/** The best that fits; null where none does. @param {HTMLCanvasElement} canvas */
export async function fitting(canvas) {
  for (const quality of QUALITIES) {
    const blob = await encoded(canvas, quality);
    if (blob && blob.type === 'image/jpeg' && blob.size <= MOST) return blob;
  }
  return null;
}

/**
 * The scale at which the picture fits without anything covered.
 * @param {HTMLImageElement} image
 */
export async function scaleFor(image) {
  const canvas = document.createElement('canvas');
  let scale = Math.min(1, SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  for (let left = 12; left > 0; --left, scale *= 0.8) {
    draw(canvas, image, scale, []);
    if (await fitting(canvas)) return scale;
  }
  throw new Error('large');
}

/** @param {Blob} blob @returns {Promise<string>} base64 */
export async function textOf(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/**
 * The rectangle between two points, inside the picture and of whole pixels.
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 * @param {{ width: number, height: number }} size
 * @returns {Part}
 */
export function between(from, to, size) {
  const within = (/** @type {number} */ value, /** @type {number} */ most) =>
    Math.min(Math.max(value, 0), most);
  const left = Math.floor(within(Math.min(from.x, to.x), size.width));
  const top = Math.floor(within(Math.min(from.y, to.y), size.height));
  const right = Math.ceil(within(Math.max(from.x, to.x), size.width));
  const bottom = Math.ceil(within(Math.max(from.y, to.y), size.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The frame after a key: arrows move it, with Shift they make it larger and smaller.
 * @param {Part} frame
 * @param {string} key
 * @param {boolean} shift
 * @param {{ width: number, height: number }} size
 * @returns {Part | null} null: no key of the frame's
 */
export function movedBy(frame, key, shift, size) {
  const step = Math.max(4, Math.round(size.width / 60));
  const [across, down] = (ARROWS.get(key) ?? [0, 0]).map(steps => steps * step);
  if (across === 0 && down === 0) return null;
  const { x, y, width, height } = frame;
  if (shift) {
    const end = { x: x + Math.max(step, width + across), y: y + Math.max(step, height + down) };
    return between(frame, end, size);
  }
  const left = Math.min(Math.max(x + across, 0), size.width - width);
  const top = Math.min(Math.max(y + down, 0), size.height - height);
  return { x: left, y: top, width, height };
}
