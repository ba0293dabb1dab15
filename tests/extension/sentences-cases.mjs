// The cases of the table of sentences: whose training × how it is known × what it says × one or two
// accounts.
import { json, line, reading } from './lib/helpers.mjs';

/** The clock of the popup. */
export const NOW = Date.parse('2026-11-28T18:20:00.000Z');
const at = minutes => new Date(NOW - minutes * 60_000).toISOString();
const day = date => `${date}T10:00:00.000Z`;

const { platforms } = json('rules/index.json');
const find = id => {
  const { about, ...platform } = platforms.find(one => one.id === id);
  return { ...platform, controls: about };
};
/**
 * A switch that is on when training is allowed; a control that is no switch; one that refuses when
 * it is on; one about others.
 */
const PLATFORMS = [
  ['switch', find('linkedin'), 'on'],
  ['setting', find('github'), 'enabled'],
  ['others', find('artstation'), 'off'],
];

const TRAINING = ['allowed', 'denied'];

/** What the cases of one control on its page are made with. */
function onPageOf(whose, platform, on) {
  const [control] = platform.controls;
  const raw = training =>
    training === 'allowed' ? on : { on: 'off', off: 'on', enabled: 'disabled' }[on];
  const read = (training, fields) => ({
    platform: platform.id,
    place: '',
    settling: false,
    rev: 1,
    form: null,
    readings: [
      {
        ...reading(training, {
          control: control.id,
          raw: raw(training),
          loadedAt: at(5),
          at: at(5),
        }),
        other: false,
        locked: false,
        shown: null,
        report: null,
        changedAt: null,
        ...fields,
      },
    ],
  });
  const of = (training, fields = {}) =>
    line(training, { platform: platform.id, control: control.id, ...fields });
  const make = (how, training, page, lines = [], fields = {}) => ({
    name: `${whose}, on the page: ${how} ${training}`,
    about: { whose, where: 'page', how, training, ...fields },
    platform,
    page,
    lines,
  });
  return { read, of, make };
}

/** A run of equal looks, as a line has it. */
const run = (training, first, last, times) => ({ training, first, last, times });

/** What can be seen of a known state. @returns {any[]} */
function knownOnPage({ read, of, make }, training) {
  return [
    make('sure', training, read(training)),
    make('likely', training, read(training, { sure: 'likely' })),
    make('of an older engine', training, read(training, { how: null })),
    make(
      'changed',
      training,
      read(training, {
        how: 'changed',
        again: 'touched',
        sure: 'likely',
        actor: 'user',
        at: at(15),
        changedAt: at(15),
      }),
    ),
    make(
      'changed on another day',
      training,
      read(training, {
        how: 'changed',
        again: 'touched',
        sure: 'likely',
        actor: 'user',
        at: day('2026-11-26'),
        changedAt: day('2026-11-26'),
      }),
    ),
    make('old', training, read(training, { loadedAt: at(60), at: at(60) })),
    make('restored', training, read(training, { how: null, again: 'restored', sure: 'likely' })),
    make('touched', training, read(training, { how: null, again: 'touched', sure: 'likely' })),
    make('loaded again', training, read(training), [
      of(training, { run: run(training, at(30), at(5), 2) }),
    ]),
  ];
}

/** @returns {any[]} */
function onPage(whose, platform, on) {
  const kit = onPageOf(whose, platform, on);
  const { read, of, make } = kit;
  return [
    ...TRAINING.flatMap(training => knownOnPage(kit, training)),
    make('not kept', 'allowed', read('allowed'), [
      of('allowed', {
        kept: 'not-kept',
        run: run('allowed', at(5), at(5), 1),
        before: run('denied', at(15), at(15), 1),
      }),
    ]),
    ...['layout-changed', 'unsaved', 'unsettled', 'signed-out', 'not-offered', 'conflict'].map(
      why => make(why, 'unknown', read('unknown', { why, raw: null, doubt: why === 'unsaved' })),
    ),
  ];
}

/** What the cases of one control away from its page are made with. */
function awayOf(whose, platform) {
  const [control] = platform.controls;
  const of = (training, fields = {}) =>
    line(training, {
      platform: platform.id,
      control: control.id,
      seen: day('2026-11-20'),
      tried: day('2026-11-20'),
      ...fields,
    });
  const make = (how, training, lines) => ({
    name: `${whose}, away: ${how} ${training}`,
    about: { whose, where: 'away', how, training, accounts: lines.length },
    platform,
    page: null,
    lines,
  });
  return { of, make };
}

/** A run, by the days of its first and last look. */
const days = (training, first, last, times) => run(training, day(first), day(last), times);
/** On again after it had been seen off. */
const back = {
  run: days('allowed', '2026-11-16', '2026-11-16', 1),
  before: days('denied', '2026-05-12', '2026-09-29', 3),
  seen: day('2026-11-16'),
};
/** What the user said. */
const declared = { training: 'denied', at: day('2026-11-21'), date: '2026-11-21', note: null };

/** What can be known of a state away from its page. @returns {any[]} */
function knownAway({ of, make }, training) {
  return [
    make('sure', training, [of(training, { run: days(training, '2026-11-01', '2026-11-20', 4) })]),
    make('likely', training, [of(training, { sure: 'likely' })]),
    make('of an older engine', training, [of(training, { kept: null })]),
    make('of an older log program', training, [
      of(training, { kept: undefined, run: undefined, before: undefined, declared: undefined }),
    ]),
    make('changed', training, [of(training, { sure: 'likely', kept: 'pending' })]),
    make('stale', training, [
      of(training, {
        stale: true,
        why: 'layout-changed',
        run: days(training, '2026-11-01', '2026-11-20', 4),
      }),
    ]),
  ];
}

/** @returns {any[]} */
function returns({ of, make }) {
  return [
    make('returned', 'allowed', [of('allowed', { account: 'ada', returned: true, ...back })]),
    make('returned likely', 'allowed', [
      of('allowed', { account: 'ada', returned: true, sure: 'likely', ...back }),
    ]),
    make('perhaps', 'allowed', [of('allowed', { returned: 'perhaps', ...back })]),
    make('perhaps likely', 'allowed', [
      of('allowed', { returned: 'perhaps', sure: 'likely', ...back }),
    ]),
    make('returned without an account', 'allowed', [of('allowed', { returned: true, ...back })]),
  ];
}

/** @returns {any[]} */
function twoAccounts({ of, make }) {
  return [
    make('two alike', 'denied', [
      of('denied', { account: '@ada' }),
      of('denied', { account: '@bob' }),
    ]),
    make('two that differ', 'both', [
      of('denied', { account: '@ada' }),
      of('allowed', { account: '@bob' }),
    ]),
    make('two, one probable', 'both', [
      of('denied', { account: '@ada' }),
      of('denied', { account: '@bob', sure: 'likely' }),
    ]),
    make('two, one changed', 'both', [
      of('denied', { account: '@ada' }),
      of('denied', { account: '@bob', sure: 'likely', kept: 'pending' }),
    ]),
    make('two, one unnamed', 'both', [of('denied', { account: '@ada' }), of('allowed')]),
  ];
}

/** @returns {any[]} */
function away(whose, platform) {
  const kit = awayOf(whose, platform);
  const { of, make } = kit;
  return [
    make('nothing', 'unknown', []),
    ...TRAINING.flatMap(training => knownAway(kit, training)),
    make('not kept', 'allowed', [of('allowed', { kept: 'not-kept', ...back })]),
    make('unknown', 'unknown', [
      of('unknown', { sure: 'none', why: 'layout-changed', stale: true, seen: null, kept: null }),
    ]),
    make('said', 'denied', [
      of('denied', {
        basis: 'declared',
        sure: null,
        kept: null,
        seen: null,
        tried: null,
        declared,
      }),
    ]),
    make('seen allowed, said', 'denied', [
      of('denied', {
        basis: 'declared',
        sure: null,
        kept: null,
        declared,
        run: days('allowed', '2026-11-20', '2026-11-20', 1),
      }),
    ]),
    ...returns(kit),
    ...twoAccounts(kit),
  ];
}

export const cases = PLATFORMS.flatMap(([whose, platform, on]) => [
  ...onPage(whose, platform, on),
  ...away(whose, platform),
]);
