// Pages with an objection form, and the steps that are told of it.
import assert from 'node:assert/strict';
import { readRules } from '../../../scripts/lib-rules.mjs';
import { openPage } from './page.mjs';

/** One page per form rule, as its platform's own test pages draw it: title, fields, button. */
export const FORMS = {
  facebook: {
    title: 'Object to Your Information Being Used for AI at Meta',
    button: 'Submit',
    fields:
      '<input type="hidden" name="support_form_id" value="1"><label>Email <input ' +
      'type="email" name="Field11" value="ada@example.org"></label><label>Why <textarea ' +
      'name="Field12">So.</textarea></label>',
  },
  instagram: {
    title: 'Object to Your Information Being Used for AI at Meta',
    button: 'Submit',
    fields:
      '<input type="hidden" name="support_form_id" value="1"><label>Email <input ' +
      'type="email" name="Field11" value="ada@example.org"></label><label>Why <textarea ' +
      'name="Field12">So.</textarea></label>',
  },
  whatsapp: {
    title: 'Contact us',
    button: 'Send',
    fields:
      '<label><input type="radio" name="srt_report_type" checked> How can I make an ' +
      'objection to the processing of my information</label><label>Phone number <input ' +
      'name="p" value="0000"></label>',
  },
  tiktok: {
    title: 'Right to object',
    button: 'Send',
    fields:
      '<label>Country <select name="c"><option>Germany</option></select></label><label>' +
      'Reasons <textarea name="r">So.</textarea></label>',
  },
  'openai-portal': {
    title: 'Do not train on my content',
    button: 'Submit request',
    fields:
      '<label>Email <input type="email" name="e" value="ada@example.org"></label><label>' +
      'Country <select name="c"><option>France</option></select></label>',
  },
  linkedin: {
    title: 'Data Processing Objection',
    button: 'Submit',
    fields:
      '<label>Object to <select name="o"><option>All ' +
      'processing</option></select></label><label>Reason <textarea ' +
      'name="r">So.</textarea></label>',
  },
};
export const DONE_IT =
  'Ciò significa che la tua richiesta verrà applicata d’ora in avanti allo sviluppo e al ' +
  'miglioramento dell’IA in Meta.';
export const RECEIPT =
  '<h2>Your request was received</h2><p>Case 991204. We will answer by e-mail.</p>';

/** The form's own script. @param {string} does when it is sent */
export const onSubmit = does =>
  `F.addEventListener('submit', (e) => { e.preventDefault(); ${does} });`;
/** What it does where a page says nothing else: AFTER takes the form's place. */
const TAKES = onSubmit('setTimeout(() => { M.innerHTML = AFTER; }, 1100);');

/**
 * @param {string} id
 * @param {{after?: string, more?: string, type?: string, attributes?: string, script?: string,
 *   lang?: string}} [how]
 */
export function html(
  id,
  { after = '', more = '', type = 'submit', attributes = '', script, lang = 'en' } = {},
) {
  const { title, button, fields } = FORMS[id];
  const form =
    `<form id="f" ${attributes}>${fields}` +
    `<button type="${type}" id="go">${button}</button></form>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"></head><body>
<div role="main" id="m"><h1>${title}</h1>${form}</div>${more}
<script>const M = document.getElementById('m'); const F = document.getElementById('f');
const AFTER = ${JSON.stringify(after)};
${script ?? TAKES}</script></body></html>`;
}

/**
 * @param {string} id @param {string} page @param {(opened: any) => any} act
 * @param {number} [rest] how long it is looked at after that, in ms
 * @returns {Promise<string[]>}
 */
export async function steps(id, page, act, rest = 30000) {
  const { rule } = readRules().find(entry => entry.rule.id === id);
  const { url } = rule.tests.find(entry => entry.expect.form?.includes('reached'));
  const opened = await openPage({ html: page, url, rule });
  try {
    opened.start();
    await opened.clock.advance(9000);
    await act(opened);
    await opened.clock.advance(rest);
    assert.deepEqual(opened.errors, []);
    return opened.steps();
  } finally {
    opened.close();
  }
}

export const press = opened => opened.click('#go');
/** @param {any} opened @param {string} selector @param {string} key */
export function type(opened, selector, key) {
  const { window } = opened;
  window.document
    .querySelector(selector)
    .dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}
export const REACHED = ['reached'];
export const SENT = ['reached', 'submitted'];

/** What stands there after the form was sent, and is no receipt. */
export const NOT_SENT = {
  'an error': '<p>An error occurred while your message was being sent. Nothing was sent.</p>',
  'an error in German':
    '<p>Beim Senden ist ein Fehler aufgetreten. Ihre Anfrage wurde nicht übermittelt.</p>',
  'an error in a language that nobody here reads':
    '<p>Tapahtui virhe, eikä viestiäsi voitu lähettää meille juuri nyt.</p>',
  'an alert': '<div role="alert">Something happened.</div>',
  'a session that has expired':
    '<h2>Your session has expired</h2><p>Please log in again to continue with your ' +
    'request.</p><a href="/login">Log in</a>',
  'a page to sign in':
    '<h2>Welcome back</h2><form><label>Email <input></label><label>Password <input ' +
    'type="password"></label><button>Log in</button></form>',
  'a captcha':
    '<h2>Security check</h2><p>Show that you are human.</p><iframe ' +
    'title="captcha"></iframe><button>Verify</button>',
  'a further question':
    '<h2>Before you go</h2><p>What you see may be less relevant. Do you still want to ' +
    'object?</p><button>Object</button><button>Keep</button>',
  'a further question in Polish':
    '<h2>Zanim odejdziesz</h2><p>Czy nadal chcesz złożyć ' +
    'sprzeciw?</p><button>Tak</button><button>Nie</button>',
  'a receipt that asks on':
    '<h2>Your request was received</h2><p>Do you want to go on with ' +
    'it?</p><button>Yes</button><button>No</button>',
  'a receipt beside an error':
    '<h2>Your request was received</h2><p>We could not save it. Please try again.</p>',
  'a receipt beside an alert': '<h2>Your request was received</h2><div role="alert">Fel 31</div>',
  'other fields':
    '<h2>Your request was received</h2><label>Enter your phone number <input name="phone"></label>',
  'words that nobody knows':
    '<p>A message about what you wrote stands here, and says nothing more.</p>',
  'a progress bar that never ends':
    '<h2>Your request was received</h2><div role="progressbar"></div>',
};
