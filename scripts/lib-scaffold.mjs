// A new rule and its six pages, to fill in: every TODO has to go. Rule and pages agree with each
// other from the start, so that check-rules.mjs runs them before anything is filled in.
export const KINDS = ['toggle', 'form', 'not-training'];

const LABEL = 'TODO label as the platform shows it';
const HEADING = 'TODO heading above it';

const page = (name, inner) =>
  `<!doctype html>\n<html lang="en">\n<head><meta ` +
  `charset="utf-8"><title>${name}</title></head>\n<body>\n<main>\n  <h1>${HEADING}</h1>\n  ` +
  `${inner}\n</main>\n</body>\n</html>\n`;
const row = (on, mark = true) => {
  const t = part => (mark ? ` data-t="${part}"` : '');
  return (
    `<div${t('row')}><span${t('label')}>${LABEL}</span> <label><input type="checkbox" ` +
    `role="switch" aria-label="${LABEL}"${on ? ' checked' : ''}${t('control')}><span></span>` +
    '</label></div>'
  );
};
const form =
  '<form action="/send" method="post"><label>Email <input type="email" name="email" required ' +
  'value="ada@example.org"></label> <label>Reasons <textarea ' +
  'name="reasons"></textarea></label> <button type="submit">Send</button></form>';
const late = inner =>
  `<div id="late"></div>\n  <template id="later">${inner}</template>\n  ` +
  '<script>setTimeout(() =>' +
  ` { document.getElementById('late').append(document.getElementById('later').content); }, ` +
  '2900);</script>';
const sent = then =>
  `${form}\n  <script>document.querySelector('main form').addEventListener('submit', (event) ` +
  `=> { event.preventDefault(); setTimeout(() => { ${then} }, 900); });</script>`;

const BODIES = {
  toggle: {
    on: row(true),
    off: row(false),
    late: late(row(true, false)),
    absent: '<p>Nothing here for this account.</p>',
    redesigned: '<button type="button">Manage AI</button>',
    'user-click': row(true, false),
  },
  form: {
    reached: form,
    late: late(form),
    submitted: sent(
      "document.querySelector('main').innerHTML = '<p>Thank you. Your request has been " +
        "received, and we will review it.</p>';",
    ),
    refused: sent(
      "document.querySelector('main form').insertAdjacentHTML('beforebegin', '<p " +
        'role="alert">Try again.</p>\');',
    ),
    'signed-out':
      '<form><input type="email"><input type="password"><button type="submit">Log ' +
      'in</button></form>',
    gone: '<p>This page is not available.</p>',
  },
};
BODIES['not-training'] = BODIES.toggle;

/** What each page of the scaffold must yield. @param {string} kind @param {string} name */
function expectation(kind, name) {
  if (kind === 'form')
    return { training: 'unknown', form: ['signed-out', 'gone'].includes(name) ? [] : ['reached'] };
  if (name === 'absent' || name === 'redesigned')
    return { training: 'unknown', why: 'layout-changed' };
  if (kind === 'not-training')
    return { training: 'unknown', why: 'ok', raw: name === 'off' ? 'off' : 'on' };
  return { training: name === 'off' ? 'denied' : 'allowed', why: 'ok' };
}

/** @param {string} kind @param {string} name what a person does next on that page */
function next(kind, name) {
  if (name === 'user-click')
    return [
      {
        do: 'click',
        on: 'input',
        expect:
          kind === 'toggle'
            ? { training: 'denied', actor: 'user' }
            : { training: 'unknown', raw: 'off', actor: 'user' },
      },
    ];
  const form = { submitted: ['reached', 'submitted'], refused: ['reached'] }[name];
  return (
    form && [{ do: 'click', on: 'button[type=submit]', expect: { training: 'unknown', form } }]
  );
}

/** What every control and every form says of itself. @param {string} today */
function partsFor(today) {
  const line = text => ({ text, source: 'TODO https://… or the name of the source', seen: today });
  const told = {
    name: 'TODO',
    page: 'settings',
    source: { url: 'https://TODO', seen: today },
    scope: { covers: [line('TODO: what it covers')], not: [line('TODO: what it does not cover')] },
  };
  return { line, told };
}

/** @param {string} kind @param {object} told @returns {any} the one control, or the one form */
function subject(kind, told) {
  if (kind === 'form') {
    const objection = {
      id: 'objection',
      ...told,
      form: { any: [{ css: 'form textarea' }], none: [{ css: 'input[type=password]' }] },
    };
    return { forms: [objection] };
  }
  const control = {
    id: kind === 'toggle' ? 'ai-training' : 'todo',
    ...told,
    onMeans: kind === 'toggle' ? 'training' : 'other',
    unit: { is: 'account' },
    locate: [
      { by: 'role', role: ['switch', 'checkbox'], name: '@label' },
      { by: 'label', role: ['switch', 'checkbox'], text: '@label' },
    ],
    read: [{ from: 'checked' }, { from: 'aria-checked' }],
  };
  return { controls: [control] };
}

/** @param {string} kind @param {string} pattern @param {string} url */
function settingsPage(kind, pattern, url) {
  const known = {
    signature: { any: [{ heading: '@heading' }, { text: '@label' }] },
    signedOut: { any: [{ css: 'form input[type=password]' }] },
  };
  return { id: 'settings', url: [pattern], open: url, ...(kind === 'form' ? {} : known) };
}

/** @param {string} kind @param {string} url */
function testsOf(kind, url) {
  return Object.keys(BODIES[kind]).map(file => {
    const then = next(kind, file);
    return {
      file: `${file}.html`,
      url,
      expect: expectation(kind, file),
      ...(then ? { then } : {}),
    };
  });
}

/**
 * @param {{ id: string, name: string, pattern: string, kind?: string, today?: string }} wanted
 *   pattern: URLPattern of the page
 * @returns {{ rule: any, pages: Record<string, string> }} pages: file name → HTML
 */
export function scaffold({
  id,
  name,
  pattern,
  kind = 'toggle',
  today = new Date().toISOString().slice(0, 10),
}) {
  const host = pattern
    .slice('https://'.length)
    .split('/')[0]
    .replace(/^(:[a-z]+|\*|\(.*?\))\./, '*.');
  const url = pattern.replace(/:unit/g, 'example').replace(/\{.*?\}\??|\(.*?\)\??|\*/g, '');
  const { line, told } = partsFor(today);
  const rule = {
    format: 1,
    id,
    rev: 1,
    name,
    kind,
    grade: 'C',
    note: 'TODO: what a reader of this rule must know; who says that no decoy is known',
    hosts: [`https://${host}/*`],
    strings: kind === 'form' ? {} : { label: { en: [LABEL] }, heading: { en: [HEADING] } },
    pages: [settingsPage(kind, pattern, url)],
    ...subject(kind, told),
    decoys: [],
    regions: [
      { regions: ['world'], offered: true, ...line('TODO: where it is offered'), grade: 'C' },
    ],
    documents: [],
    tests: testsOf(kind, url),
  };
  return {
    rule,
    pages: Object.fromEntries(
      Object.entries(BODIES[kind]).map(([file, inner]) => [`${file}.html`, page(name, inner)]),
    ),
  };
}
