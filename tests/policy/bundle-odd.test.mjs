// Exports whose owner wrote what no program of ours writes, linked anew: the command and the page
// find the same, and make the same statement of what is left to tell. By chance, from a seed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { commandFound, pageFinds, rebuilt, zip } from './lib/bundle.mjs';
import { rechained } from './lib/forge.mjs';
import { run } from './lib/optoutlog.mjs';
import { some } from './lib/some.mjs';

const ODD = [
  ...[null, true, false, 0, 7, -1, 1e15, 1e15 + 1, 2 ** 53, 1.5, '', 'x', '<b>&"\'', '\u0000'],
  ...[
    '\u{1D4B3}\u202E',
    'toString',
    '__proto__',
    '2026-11-30T10:00:00.00\u0660Z',
    '$1 $2',
    '&amp;',
  ],
  ...['2026-11-30T10:00:00.000Z', 'seen', 'allowed', 'others', [], ['a', 1, 'assisted'], {}],
];
const TEXTS = ODD.filter(one => typeof one === 'string' && one !== '');
const AT = ['2026-11-30T10:00:00.000Z', '2026-11-30T10:01:00.000Z', '2026-10-30T10:01:00.000Z'];
const MEMBERS = {
  platform: ['linkedin', 'x', 'tumblr', 'own-a--b-c', 'other', ...TEXTS],
  control: ['genai-training', 'c', 'feed'],
  account: ['ada', null, ...TEXTS],
  unit: [null, 'u'],
  basis: ['seen', 'seen', 'seen', 'declared', 'form'],
  training: ['allowed', 'denied', 'unknown', null],
  why: ['ok', 'signed-out', 'mixed', 'a-new-word'],
  sure: ['sure', 'sure', 'likely'],
  actor: ['none', 'none', 'user'],
  how: ['loaded', 'loaded', 'changed'],
  raw: ['on', 'by-mail', 'submitted', 'confirmed', 'dropped'],
  clock: ['back', null],
  ahead: [true, null],
  date: ['2026-01-01', null],
  at: AT,
  received: AT,
};

function chances(seed) {
  let state = seed;
  const below = most => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % most;
  };
  return { below, pick: list => list[below(list.length)] };
}

function entryOf({ below, pick }) {
  const entry = {};
  for (const [name, usual] of Object.entries(MEMBERS)) {
    const isText = name === 'platform' || name === 'account';
    if (below(25) > 0) entry[name] = below(12) === 0 && !isText ? pick(ODD) : pick(usual);
  }
  if (below(60) === 0) entry.account = pick(ODD);
  if (below(3) === 0) return entry;
  const [label, lang, route, rule] = [['L'], ['en'], ['/s'], ['r']].map(one =>
    pick([...one, ...ODD]),
  );
  entry.evidence = { label, lang, route, rule, by: pick([['role'], ...ODD]), rev: pick(ODD) };
  return entry;
}

function settingOf({ pick }) {
  const setting = { platform: pick(['linkedin', 'x', ...ODD]), control: pick(MEMBERS.control) };
  for (const name of ['name', 'site', 'trainers', 'source', 'seen'])
    setting[name] = pick(['N', ...ODD]);
  const of = more => pick([...more, ...ODD]);
  const fact = () => ({
    text: of([{ en: 'e' }, { en: of(['e']), de: of(['<d>']), 'pt-BR': of(['p']) }]),
    source: of(['https://s.test/a', 'b']),
    seen: of(['2026-10', '2026-10-02']),
  });
  for (const name of ['governs', 'governs_not', 'regions'])
    setting[name] = of([
      [fact(), fact()],
      [fact(), of([fact()]), fact()],
    ]);
  return pick([setting, setting, setting, ...ODD]);
}

function packetOf(chance) {
  const { below, pick } = chance;
  const record = '00'.repeat(16);
  const sum = createHash('sha256').update('optoutlog-genesis-v1\0');
  const genesis = sum.update(Buffer.from(record, 'hex')).digest('hex');
  const entries = Array.from({ length: 1 + below(20) }, () => ({
    salt: '11'.repeat(16),
    payload: JSON.stringify(entryOf(chance)),
    again: pick([{ times: 2, last: AT[1] }, ...ODD]),
  }));
  return rechained({
    format: 'optoutlog-export',
    version: 1,
    tool: 'a <tool>',
    exported: pick([AT[0], 'x']),
    record,
    genesis,
    scope: { platform: pick([null, 'x']), account: pick([null, '<a>']) },
    platforms: pick([{ linkedin: 'LinkedIn', x: pick(ODD) }, ...ODD]),
    settings: Array.from({ length: below(6) }, () => settingOf(chance)),
    entries,
  });
}

const SEEDS = Array.from({ length: 60 }, (_one, at) => at + 1);

test('what no program of ours writes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-odd-'));
  const file = path.join(folder, 'odd.zip');
  const env = { ...process.env, OPTOUTLOG_DATA: path.join(folder, 'none') };
  const seen = { fits: 0, refused: 0 };
  try {
    for (const seed of some(SEEDS, 3)) {
      const chance = chances(seed);
      const language = chance.pick(['en', 'de', 'ar', 'ja']);
      zip(file, rebuilt(new Map(), packetOf(chance), language));
      const { stdout } = await run(['verify', file, '--json'], { env });
      const said = commandFound(JSON.parse(stdout));
      assert.equal(await pageFinds(file), said, `seed ${seed}`);
      seen[said === null ? 'fits' : 'refused'] += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assert.ok(seen.fits >= SEEDS.length / 12 && seen.refused >= 1, JSON.stringify(seen));
});
