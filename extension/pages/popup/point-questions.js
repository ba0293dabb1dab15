/** What the person who points has to say: what On means, and what the setting governs. */
import { el, fill } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** @import { PointedControl, PopupState } from '../../shared/types.d.ts' */

/** @typedef {{ onMeans: string, allows: string | null, unit: { is: string, named?: string },
 *   name: string | null, control: string | null }} Given */

/** Kinds of a part of an account, and their words. */
const UNITS = /** @type {const} */ ({
  blog: 'pointBlog',
  site: 'pointSiteUnit',
  channel: 'pointChannel',
  publication: 'pointPublication',
  team: 'pointTeam',
  organisation: 'pointOrganisation',
});

/** @param {string} name @param {string} value @param {string} text */
export const option = (name, value, text) =>
  el('label', {}, el('input', { type: 'radio', name, value, required: true }), el('bdi', {}, text));

/**
 * @param {PointedControl} control
 * @param {PopupState['tab']} tab
 * @param {(given: Given) => void} done
 * @returns {HTMLFormElement}
 */
export function questions(control, tab, done) {
  const mends = tab.point?.controls ?? [];
  const named = el('div', { class: 'field', hidden: true });
  const error = el('p', { role: 'alert' });
  const form = el(
    'form',
    { class: 'point', novalidate: true },
    el('h1', { tabindex: '-1' }, t('pointSay')),
    el('p', { class: 'words' }, el('strong', {}, el('bdi', {}, control.name))),
    meaning(control),
    governs(named),
    named,
    mends.length > 0 ? which(mends, tab.point?.control ?? null) : nameField(tab),
    error,
    el('button', { type: 'submit', class: 'primary wide' }, t('pointKeep')),
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    const given = givenBy(form, control);
    fill(error, given ? '' : t('pointMissing'));
    if (given) done(given);
  });
  return form;
}

/** @param {PointedControl} control */
function meaning(control) {
  return el(
    'fieldset',
    {},
    el('legend', {}, t(control.values ? 'pointAllowsWhich' : 'pointOnMeans')),
    ...(control.values
      ? control.values.map(({ text }) => option('means', text, text))
      : [
          option('means', 'training', t('pointMayTrain')),
          option('means', 'opted-out', t('pointMayNot')),
        ]),
  );
}

/** @param {HTMLElement} named where the unit's name is asked for */
function governs(named) {
  const other = option('governs', 'unit', t('pointUnit'));
  const box = el(
    'fieldset',
    {},
    el('legend', {}, t('pointGoverns')),
    option('governs', 'account', t('pointAccount')),
    other,
  );
  fill(
    named,
    el('label', { for: 'point-unit' }, t('pointUnitKind')),
    el(
      'select',
      { id: 'point-unit', name: 'unit' },
      ...Object.entries(UNITS).map(([unit, key]) => el('option', { value: unit }, t(key))),
    ),
    el('label', { for: 'point-named' }, t('pointUnitName')),
    el('input', { type: 'text', id: 'point-named', name: 'named', maxlength: 100 }),
  );
  box.addEventListener('change', () => {
    named.hidden = /** @type {any} */ (box).querySelector('[value=unit]').checked !== true;
  });
  return box;
}

/** Of a platform whose rule is mended. @param {{ id: string, name: string }[]} mends
 * @param {string | null} failed */
export function which(mends, failed) {
  if (mends.length === 1)
    return el('input', { type: 'hidden', name: 'control', value: mends[0].id });
  return el(
    'div',
    { class: 'field' },
    el('label', { for: 'point-control' }, t('pointOf')),
    el(
      'select',
      { id: 'point-control', name: 'control' },
      ...mends.map(({ id, name }) => el('option', { value: id, selected: id === failed }, name)),
    ),
  );
}

/** @param {PopupState['tab']} tab */
const nameField = tab =>
  el(
    'div',
    { class: 'field' },
    el('label', { for: 'point-name' }, t('pointSite')),
    el('input', {
      type: 'text',
      id: 'point-name',
      name: 'name',
      maxlength: 100,
      value: tab.point?.name ?? '',
    }),
  );

/** @param {HTMLFormElement} form @param {PointedControl} control @returns {Given | null} */
function givenBy(form, control) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
  const [means, its] = [text('means'), text('governs')];
  const unit = its === 'account' ? { is: 'account' } : { is: text('unit'), named: text('named') };
  const name = text('name');
  if (!means || !its || unit.named === '' || (data.has('name') && !name)) return null;
  return {
    onMeans: control.values ? 'training' : means,
    allows: control.values ? means : null,
    unit,
    name: name || null,
    control: text('control') || null,
  };
}
