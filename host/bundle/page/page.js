// The page: takes a file, checks it, and shows what was found.
import { verifyBundle } from './bundle.js';
import { NoExport, Parted } from './chain.js';
import { entriesTable, limits, make, noBundle, pictures, stamps, verdict } from './show.js';
import { NoArchive, unzip } from './zip.js';

/* global TEXTS, WORDS, STYLE */
const languages = Object.keys(TEXTS);
const byId = id => document.getElementById(id);
let language =
  navigator.languages
    .map(wanted => languages.find(one => one.slice(0, 2) === wanted.slice(0, 2).toLowerCase()))
    .find(Boolean) ?? 'en';
/** What was found last, to be said again in another language. */
let last = null;
/** The file that was chosen last: what is found of an earlier one is said no more. */
let chosen = null;

function draw() {
  const t = TEXTS[language];
  document.documentElement.lang = language.replace('_', '-');
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = t[element.dataset.text];
  const result = byId('result');
  if (!last) return result.replaceChildren();
  const { found, why, parted } = last;
  if (!found) return result.replaceChildren(noBundle(why, parted, t));
  const tag = language.replace('_', '-');
  const parts = [verdict(found, t)];
  if (!found.broken)
    parts.push(
      make('h2', {}, t.sinceTitle),
      stamps(found, t, tag),
      make('h2', {}, t.seenTitle),
      entriesTable(found, t, tag, WORDS[language]),
    );
  if (!found.broken && found.pictures.length > 0)
    parts.push(
      make('h2', {}, t.picturesTitle),
      make('p', {}, t.picturesSay),
      ...pictures(found, t, tag),
    );
  parts.push(make('h2', {}, t.limitsTitle), ...limits(found, t));
  parts.push(
    make('p', { class: 'note' }, t.checkpoint, ' ', make('code', {}, found.packet.checkpoint)),
  );
  result.replaceChildren(...parts);
}

async function check(file) {
  const progress = byId('progress');
  chosen = file;
  last = null;
  draw();
  progress.hidden = false;
  let now;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const files = zip ? await unzip(bytes) : new Map([['export.json', bytes]]);
    const tell = (done, of) => {
      if (chosen === file) progress.value = done / of;
    };
    now = { found: await verifyBundle(files, zip, { words: WORDS, style: STYLE }, tell) };
  } catch (error) {
    if (!(error instanceof NoExport || error instanceof NoArchive)) throw error;
    now = { found: null, why: error.message, parted: error instanceof Parted };
  } finally {
    if (chosen === file) progress.hidden = true;
  }
  if (chosen !== file) return;
  last = now;
  draw();
}

byId('language').append(
  ...languages.map(one => make('option', { value: one, lang: one }, TEXTS[one].name)),
);
byId('language').value = language;
byId('language').addEventListener('change', event => {
  language = event.target.value;
  draw();
});
byId('file').addEventListener('change', ({ target }) => target.files[0] && check(target.files[0]));
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', event => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) check(file);
});
draw();
