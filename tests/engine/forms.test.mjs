// The steps of objection forms, for every form that a rule knows: what makes one submitted, and
// what does not. The normal run plays a third of what is no receipt with each form, another third
// with the next; OPTOUTLOG_FULL=1 all of it with all.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import {
  DONE_IT,
  FORMS,
  html,
  NOT_SENT,
  onSubmit,
  press,
  REACHED,
  RECEIPT,
  SENT,
  steps,
  type,
} from './lib/forms.mjs';

const full = process.env.OPTOUTLOG_FULL === '1';

for (const [at, id] of Object.keys(FORMS).entries()) {
  test(`${id}: sent and taken is submitted`, async () =>
    assert.deepEqual(await steps(id, html(id, { after: RECEIPT }), press), SENT));
  test(`${id}: a receipt in French is one too`, async () => {
    assert.deepEqual(
      await steps(
        id,
        html(id, { after: '<h2>Merci</h2><p>Nous avons bien reçu votre demande.</p>' }),
        press,
      ),
      SENT,
    );
  });
  const none = Object.entries(NOT_SENT).filter((_one, n) => full || n % 3 === at % 3);
  for (const [name, after] of none) {
    test(`${id}: ${name} is not submitted`, async () =>
      assert.deepEqual(await steps(id, html(id, { after }), press), REACHED));
  }
  test(`${id}: an error line while the form stays is not submitted`, async () => {
    const script =
      "F.addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => { " +
      "F.insertAdjacentHTML('afterbegin', '<div>We could not process your request. Please " +
      "try again.</div>'); }, 900); });";
    assert.deepEqual(await steps(id, html(id, { script }), press), REACHED);
  });
  test(`${id}: a receipt while the form stays is not submitted`, async () => {
    const script =
      "F.addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => { " +
      "F.insertAdjacentHTML('afterbegin', '<div>Your request was received</div>'); }, 900); " +
      '});';
    assert.deepEqual(await steps(id, html(id, { script }), press), REACHED);
  });
  test(`${id}: a search below is not the objection`, async () => {
    const more =
      '<form id="sf"><input type="search" id="q" aria-label="Search help"><button ' +
      'id="sq">Search</button></form>';
    const script =
      "document.getElementById('sf').addEventListener('submit', (e) => { e.preventDefault(); " +
      'setTimeout(() => { M.innerHTML = AFTER; }, 900); });';
    assert.deepEqual(
      await steps(id, html(id, { more, script, after: RECEIPT }), opened => opened.click('#sq')),
      REACHED,
    );
  });
  test(`${id}: another form below is not the objection`, async () => {
    const more =
      '<form id="other"><label>Was this helpful? <textarea ' +
      'id="w">No.</textarea></label><button id="oq">Submit</button></form>';
    const script =
      "document.getElementById('other').addEventListener('submit', (e) => { " +
      'e.preventDefault(); setTimeout(() => { M.innerHTML = AFTER; ' +
      "document.getElementById('other').remove(); }, 900); });";
    assert.deepEqual(
      await steps(id, html(id, { more, script, after: RECEIPT }), opened => opened.click('#oq')),
      REACHED,
    );
  });
  test(`${id}: a button beside the form does not send it`, async () => {
    const more = '<button id="elsewhere">Go on</button>';
    const script =
      "document.getElementById('elsewhere').addEventListener('click', () => { setTimeout(() " +
      '=> { M.innerHTML = AFTER; }, 900); });';
    assert.deepEqual(
      await steps(id, html(id, { more, script, after: RECEIPT }), opened =>
        opened.click('#elsewhere'),
      ),
      REACHED,
    );
  });
  test(`${id}: Enter in a field of it sends it`, async () => {
    const act = opened => {
      type(opened, '#f input:not([type=hidden]), #f select, #f textarea', 'Enter');
      opened.window.document.getElementById('f').requestSubmit();
    };
    assert.deepEqual(await steps(id, html(id, { after: RECEIPT }), act), SENT);
  });
  test(`${id}: its button may send it by requestSubmit`, async () => {
    const script =
      "document.getElementById('go').addEventListener('click', () => F.requestSubmit()); " +
      "F.addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => { " +
      'M.innerHTML = AFTER; }, 1100); });';
    assert.deepEqual(
      await steps(id, html(id, { after: RECEIPT, type: 'button', script }), press),
      SENT,
    );
  });
  test(`${id}: a receipt that stood there hidden counts when it is shown`, async () => {
    const more =
      `<div id="ok" hidden>${RECEIPT}</div><div id="no" hidden><p>It could not be sent. Try ` +
      'again.</p></div>';
    const script = what =>
      `F.addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => { F.hidden ` +
      `= true; document.getElementById('${what}').hidden = false; }, 900); });`;
    assert.deepEqual(await steps(id, html(id, { more, script: script('ok') }), press), SENT);
    assert.deepEqual(await steps(id, html(id, { more, script: script('no') }), press), REACHED);
  });
  test(`${id}: a page that sends the form by itself submits nothing`, async () => {
    assert.deepEqual(
      await steps(id, html(id, { after: RECEIPT }), opened =>
        opened.window.document.getElementById('f').requestSubmit(),
      ),
      REACHED,
    );
  });
  test(`${id}: what is pressed after the form gave way is another answer`, async () => {
    const script =
      "F.addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => { " +
      'M.innerHTML = \'<p>One moment more</p><button id="keep">Keep</button>\'; ' +
      "document.getElementById('keep').addEventListener('click', () => { M.innerHTML = " +
      'AFTER; }); }, 900); });';
    const act = async opened => {
      press(opened);
      await opened.clock.advance(3000);
      opened.click('#keep');
    };
    assert.deepEqual(await steps(id, html(id, { script, after: RECEIPT }), act), REACHED);
  });
  test(`${id}: an error, then sent again and taken, is submitted once`, async () => {
    const script =
      "let n = 0; F.addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => " +
      "{ if (n++) M.innerHTML = AFTER; else F.insertAdjacentHTML('afterbegin', '<p>Try " +
      "again.</p>'); }, 900); });";
    const act = async opened => {
      press(opened);
      await opened.clock.advance(5000);
      press(opened);
    };
    assert.deepEqual(await steps(id, html(id, { script, after: RECEIPT }), act), SENT);
  });
  test(`${id}: a receipt that an answer of the server takes back is none`, async () => {
    const script =
      'let list = []; let tell = () => {}; window.PerformanceObserver = class { ' +
      'constructor(f) { tell = () => f({ getEntries: () => list.splice(0) }); } observe() {} ' +
      'takeRecords() { return list.splice(0); } disconnect() {} };' +
      ("F.addEventListener('submit', (e) => { e.preventDefault(); const at = " +
        'performance.now(); M.innerHTML = AFTER; setTimeout(() => { list.push({ name: ' +
        "location.href, initiatorType: 'fetch', startTime: at, responseEnd: at + 3000, " +
        'responseStatus: 500 }); tell(); }, 3000); });');
    assert.deepEqual(await steps(id, html(id, { script, after: RECEIPT }), press), REACHED);
  });
  test(`${id}: fields with the names of the browser's own do not stop the look`, async () => {
    const more = '<img name="querySelectorAll" alt=""><img name="body" alt="">';
    const page = html(id, { after: RECEIPT, more }).replace(
      '<button type="submit"',
      ['parentElement', 'isConnected', 'contains', 'checkValidity', 'localName']
        .map(name => `<input type="hidden" name="${name}">`)
        .join('') + '<button type="submit"',
    );
    assert.deepEqual(await steps(id, page, press), SENT);
  });
}

/** Texts that stand in the form's place 600 ms after it was sent, and were taken for a receipt. */
const ERRORS = [
  'We received an unexpected response from the server.',
  'The server sent an empty response.',
  'We have received more requests than usual. Come back in a few minutes.',
  'This form is closed. Requests received by mail are handled within 30 days.',
  'Your request got lost on the way.',
  'Your report is received half…',
  'Ticket 4711: internal server fault',
  'Confirmation number 12345 is what you enter at the desk.',
  'Thank you for your patience. We will review the traffic of your network.',
  'Privacy requests we received in 2025: 12,400',
  'Votre demande a été envoyée hors délai.',
  'Ihre Nachricht wurde an den Absender gesendet. Postfach voll.',
  'サーバーから予期しない応答を受信しました。',
  '我们收到了服务器的意外消息。',
];
const REPLACE = onSubmit('setTimeout(() => { M.innerHTML = AFTER; }, 600);');
for (const words of ERRORS) {
  test(`facebook: not submitted: ${words}`, async () => {
    const page = html('facebook', { after: `<p>${words}</p>`, script: REPLACE });
    assert.deepEqual(await steps('facebook', page, press), REACHED);
  });
}

/** At once "it was sent"; after 6 s something else in its place. @param {string} then */
const optimistic = then =>
  onSubmit(`M.innerHTML = '<p id="t">Your request was sent.</p>';
  setTimeout(() => { ${then} }, 6000);`);
const text = words => `document.getElementById('t').textContent = '${words}';`;
for (const [name, then] of Object.entries({
  'a refusal': text('We could not reach it.'),
  'words that nobody knows': text('Tapahtui virhe.'),
  nothing: "document.getElementById('t').remove();",
})) {
  test(`facebook: ${name} in the place of a receipt of 6 s is not submitted`, async () => {
    const page = html('facebook', { script: optimistic(then) });
    assert.deepEqual(await steps('facebook', page, press), REACHED);
  });
}
test('facebook: a receipt is told when it has stood for 8 s', async () => {
  const page = html('facebook', { script: optimistic('') });
  assert.deepEqual(await steps('facebook', page, press, 7500), REACHED);
  assert.deepEqual(await steps('facebook', page, press, 10000), SENT);
});
test('facebook: a receipt that counts down is one text', async () => {
  const script = `${REPLACE} let n = 40; setInterval(() => {
    const t = document.getElementById('n'); if (t) t.textContent = String(n--);
  }, 1000);`;
  const after = '<p>Your request was received.</p><p>You go back in <b id="n">41</b> seconds.</p>';
  assert.deepEqual(await steps('facebook', html('facebook', { after, script }), press), SENT);
});

/** The page is left so long after the form was sent. @param {number} ms */
const leftAfter = ms => async opened => {
  press(opened);
  await opened.clock.advance(ms);
  opened.window.dispatchEvent(new opened.window.Event('pagehide'));
};
/** The receipt stands there when the server has answered; the page's request is seen. */
const ANSWERED = `let list = []; let tell = () => {};
window.PerformanceObserver = class {
  constructor(f) { tell = () => f({ getEntries: () => list.splice(0) }); }
  observe() {}
  takeRecords() { return list.splice(0); }
  disconnect() {}
};
${onSubmit(`const at = performance.now();
  setTimeout(() => {
    list.push({ name: location.href, initiatorType: 'fetch', startTime: at, responseEnd: at + 500,
      responseStatus: 200, decodedBodySize: 9, transferSize: 9 });
    tell();
    M.innerHTML = AFTER;
  }, 520);`)}`;
test('facebook: left before that, a receipt counts that came after an answer', async () => {
  const answered = html('facebook', { after: RECEIPT, script: ANSWERED });
  assert.deepEqual(await steps('facebook', answered, leftAfter(5000), 0), SENT);
  assert.deepEqual(await steps('facebook', answered, leftAfter(2500), 0), REACHED);
  const early = html('facebook', { script: optimistic('') });
  assert.deepEqual(await steps('facebook', early, leftAfter(5000), 0), REACHED);
});

for (const id of ['facebook', 'instagram']) {
  test(`${id}: the platform's own words confirm`, async () => {
    assert.deepEqual(
      await steps(
        id,
        html(id, { lang: 'it', after: `<h2>Richiesta accolta</h2><p>${DONE_IT}</p>` }),
        press,
      ),
      ['reached', 'submitted', 'confirmed'],
    );
  });
  test(`${id}: its words on the page before anything was sent confirm nothing`, async () => {
    assert.deepEqual(
      await steps(
        id,
        html(id, { lang: 'it', more: `<p>${DONE_IT}</p>`, after: '<p>Errore.</p>' }),
        press,
      ),
      REACHED,
    );
  });
}
