// What the stored texts show of every subcommand: what a person asks first, and what they are told
// where it cannot be. A case that changes something runs on a home as it was before.
const at = name => `~/${name}`;

/** Subcommand -> its cases, each a list of arguments. */
export const GOLDEN = {
  status: [[], ['--platform', 'linkedin'], ['--needs-look'], ['--platform', 'nobody']],
  history: [
    [],
    ['--details', '--limit', '2'],
    ['--since', '2026-11-01', '--utc'],
    ['--until', '2020-12-31'],
    ['--since', 'yesterday'],
  ],
  show: [['9'], ['99']],
  open: [['linkedin', '--print'], ['nobody']],
  declare: [['x', 'grok-training', 'denied', '--by', 'app'], ['--retract', '1'], ['x']],
  export: [['--out', at('new.csv')], ['--out', '-'], ['--out', at('log.json')], []],
  verify: [[], [at('log.json')], ['--against', at('log.json')], [at('nowhere.json')]],
  picture: [[], ['1', '--out', at('page.png')]],
  witness: [['substack', 'ai-training'], []],
  stamp: [['--list'], ['--authority', 'nobody'], []],
  import: [['--list'], [at('log.json')], [at('nowhere.json')]],
  erase: [
    ['--platform', 'x', '--dry-run'],
    ['--platform', 'x', '--yes'],
    ['--platform', 'x'],
  ],
  'set-aside': [['--yes'], []],
  register: [['--list'], ['--plan', '--browser', 'chromium'], ['--browser', 'netscape']],
  unregister: [['--plan'], []],
  doctor: [
    ['--browser', 'chromium', '--timeout', '5'],
    ['--timeout', '0'],
  ],
  'policy compare': [
    [at('older.html'), at('newer.html')],
    [at('older.html'), at('older.html')],
    [at('older.html')],
  ],
  'policy list': [[]],
  'policy check': [['nowhere/at-all']],
  'policy show': [[], ['1'], ['99']],
  'policy read': [['1'], []],
  'policy add': [['https://example.org/policy'], ['http://example.org/policy']],
  'policy remove': [['nowhere/at-all']],
  'policy follow': [
    ['linkedin', 'x'],
    ['linkedin', 'nowhere'],
  ],
  'policy unfollow': [['nowhere']],
  'policy on': [[]],
  'policy off': [[]],
  'policy export': [['--out', at('changes.json')]],
};

/** Those whose first cases, in number, change what is kept. */
export const CHANGES = new Set([
  ...['declare', 'export', 'import', 'erase', 'set-aside', 'unregister', 'register'],
  ...['policy read', 'policy add', 'policy follow', 'policy on', 'policy off', 'policy export'],
]);
