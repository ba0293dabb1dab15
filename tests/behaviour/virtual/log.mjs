// What the background and the host make of the engine's messages, worked out as simply as can be.

/** Reasons that are kept in the log, though they are no state. */
const KEPT = [
  'layout-changed',
  'not-found',
  'ambiguous',
  'conflict',
  'mixed',
  'locked',
  'not-offered',
];
/** What the messages' times are counted from. */
const BASE = Date.UTC(2026, 10, 24, 12);

/** A line before anything is known. @param {any} message a reading */
const newLine = ({ platform, reading: { control, account, unit } }) => ({
  platform,
  control,
  account,
  unit,
  basis: 'seen',
  training: 'unknown',
  returned: false,
  stale: false,
  seenT: null,
});

/** Did the platform turn it on again? @param {any} line as it stood @param {any} reading */
function returned(line, reading) {
  if (
    reading.how === 'loaded' &&
    reading.training === 'allowed' &&
    line.training === 'denied' &&
    line.kept === 'confirmed'
  )
    return reading.account === null ? 'perhaps' : true;
  return line.returned && reading.training === 'allowed';
}

export class Log {
  entries = [];
  #lines = new Map();

  /** The lines as they stand. */
  get lines() {
    return [...this.#lines.values()];
  }

  /** @param {any} message a step of a form */
  form({ platform, control, step, at }) {
    const t = Date.parse(at) - BASE;
    this.entries.push({ basis: 'form', raw: step, platform, control, t });
  }

  /** @param {any} message a reading */
  reading(message) {
    const { reading } = message;
    const known = reading.training !== 'unknown';
    if (message.repeat || (!known && !reading.doubt && !KEPT.includes(reading.why))) return;
    const entry = {
      ...reading,
      id: String(this.entries.length),
      platform: message.platform,
      t: Date.parse(reading.at) - BASE,
    };
    this.entries.push(entry);
    const key = JSON.stringify([reading.control, reading.account, reading.unit]);
    const line = this.#lines.get(key) ?? newLine(message);
    line.stale = !known;
    line.why = reading.why;
    if (known) {
      line.returned = returned(line, reading);
      Object.assign(line, {
        training: reading.training,
        sure: reading.sure,
        seenT: entry.t,
        kept: reading.how === 'loaded' ? 'confirmed' : 'pending',
      });
    }
    this.#lines.set(key, line);
  }
}
