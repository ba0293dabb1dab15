/**
 * Time-stamps of the log: an authority is chosen, what it gets is said, and those that the log has
 * are listed.
 */
import { AskFailed, ask } from '../../../shared/ask.js';
import { moment } from '../../../shared/dates.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { failureText } from '../ground/failure.js';

/** @import { HostState, Stamp, StampAuthority } from '../../../shared/types.d.ts' */

const OTHER = 'other';
const TEXTS = /** @type {Record<string, string>} */ ({
  'stamp.refused': 'stampNothing',
  'host.not-found': 'policyHostMissing',
  'host.not-allowed': 'policyHostMissing',
  'host.forbidden': 'policyHostMissing',
  'policy.check-running': 'stampBusy',
  'policy.stamp-unanswered': 'stampUnanswered',
  'policy.stamp-refused': 'stampRefused',
  'policy.token-invalid': 'stampInvalid',
  'policy.url-refused': 'stampAddress',
  'policy.authority-unknown': 'stampAddress',
});

/** @type {StampAuthority[]} */
let known = [];
/** The policy program is asked once, not each time that the log changes. */
let isAsked = false;
const form = () => /** @type {HTMLFormElement} */ (byId('stamp-form'));
/** @param {string} name @returns {any} */
const field = name => form().elements.namedItem(name);

/** @param {() => void} done called when the log has one more */
export function wireStamps(done) {
  form().addEventListener('change', drawChoice);
  form().addEventListener('submit', event => {
    event.preventDefault();
    take().then(() => done());
  });
}

/** The authority that is chosen; null: none yet. */
function chosen() {
  const value = field('authority').value;
  if (value === '') return null;
  if (value !== OTHER) return known.find(({ name }) => name === value) ?? null;
  return { name: null, url: field('url').value.trim(), terms: null, certificates: null };
}

function drawChoice() {
  const choice = chosen();
  const own = field('authority').value === OTHER;
  byId('stamp-url').hidden = !own;
  byId('stamp-ca').hidden = !choice || choice.certificates === 'system';
  field('take').disabled = !choice;
  fill(
    byId('stamp-about'),
    choice?.terms && el('a', { href: choice.terms, target: '_blank' }, t('stampTerms')),
    choice?.certificates?.startsWith('https:') &&
      el(
        'span',
        {},
        ' · ',
        el('a', { href: choice.certificates, target: '_blank' }, t('stampRootAt')),
      ),
  );
}

/** @param {unknown} error */
export function stampFailure(error) {
  const key = error instanceof AskFailed ? TEXTS[error.name] : undefined;
  return key ? t('failed', t(key)) : failureText(error);
}

/** What the background is to ask; null: nothing is chosen. */
export async function asked() {
  const choice = chosen();
  if (!choice) return null;
  const [file] = byId('stamp-ca').hidden ? [] : field('ca').files;
  return { authority: choice.name ?? choice.url, ...(file ? { ca: await file.text() } : {}) };
}

async function take() {
  const says = byId('stamp-result');
  const whom = await asked();
  if (!whom) return;
  field('take').disabled = true;
  fill(says, t('stampTaking'));
  try {
    const taken = await ask('stamp-take', whom);
    fill(
      says,
      t('stampDone', String(taken.count), moment(taken.time, locale())),
      ' ',
      taken.anchor !== 'system' && t('stampVouched', taken.root, taken.fingerprint),
    );
  } catch (error) {
    fill(says, stampFailure(error));
  }
  field('take').disabled = false;
}

/** @param {Stamp} stamp */
const row = ({ seq, time, count, url }) =>
  el(
    'li',
    {},
    t('stampRow', String(seq), String(count), moment(time, locale())),
    ' ',
    el('bdi', { class: 'soft', dir: 'ltr' }, url),
  );

/** @param {string} authority name or address @returns {string} */
export const titleOf = authority =>
  known.find(({ name }) => name === authority)?.title ?? authority;

/**
 * Which authorities there are, and which time-stamps; the programs are asked, nobody else.
 * @param {HostState} host
 */
export async function updateStamps({ kind, capabilities }) {
  const offered = kind === 'on' && capabilities?.includes('stamp') === true;
  byId('stamps').hidden = !offered;
  if (!offered) return;
  const select = field('authority');
  if (!isAsked) {
    isAsked = true;
    known = await ask('stamp-authorities').catch(() => []);
    const before = select.value;
    fill(
      select,
      el('option', { value: '' }, t('stampChoose')),
      ...known.map(({ name, title }) => el('option', { value: name ?? '' }, title ?? name ?? '')),
      el('option', { value: OTHER }, t('stampOther')),
    );
    select.value = before;
  }
  drawChoice();
  const stamps = await ask('stamp-list').catch(() => []);
  fill(byId('stamp-list'), ...stamps.map(row));
}
