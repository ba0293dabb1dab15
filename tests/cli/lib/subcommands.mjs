// The cases of every subcommand: its arguments, the state of the data that it finds, and how it has
// to end.
import path from 'node:path';
import { root } from '../../installer/world.mjs';

const documents = path.join(root, 'tests/policy/documents/clause-dated');
/** Two versions of one document. */
export const [older, newer] = ['0.html', '1.html'].map(name => path.join(documents, name));

/** A file in the home folder of the computer that the case runs on. */
const at = name => computer => computer.at('home', name);
export const usage = (...args) => ({ args, name: 'params.invalid', status: 2 });
const error = (name, status, state, ...args) => ({ args, name, status, state });
const fine = (state, ...args) => ({ args, state, status: 0 });
const found = (state, ...args) => ({ args, state, status: 1 });
const onBad = (...args) => error('record.foreign', 25, 'bad record', ...args);
const onBadPolicy = (...args) => error('policy.store-foreign', 71, 'bad policy', ...args);

/** Subcommand -> its cases. A bad option is tried on every one. */
export const TABLE = {
  status: [
    usage('--platform', 'A B'),
    fine('none'),
    found('full'),
    found('full', '--needs-look'),
    fine('none', '--needs-look'),
    fine('full', '--platform', 'x'),
    fine('full', '--platform', 'nobody'),
    onBad(),
  ],
  history: [
    usage('--limit', 'many'),
    usage('--before', '0'),
    usage('--platform', 'A B'),
    fine('none'),
    fine('full'),
    fine('full', '--details'),
    fine('full', '--all'),
    fine('full', '--since', '2020-01-01', '--until', '2020-12-31'),
    usage('--since', 'yesterday'),
    usage('--until', '2026-02-30'),
    onBad(),
  ],
  show: [
    usage(),
    usage('none'),
    usage('0'),
    fine('full', '1'),
    { ...usage('999999'), state: 'full' },
    onBad('1'),
  ],
  open: [
    usage(),
    usage('nobody'),
    fine('none', 'linkedin', '--print'),
    // a system without a program for addresses: PATH holds no xdg-open here
    error('browser.none', 2, 'none', 'linkedin'),
  ],
  declare: [
    usage('--retract', '0'),
    usage('--retract', '999999'),
    usage('x', 'grok', 'denied', '--retract', '1'),
    { ...usage('--retract', '1'), state: 'full' },
    usage('x', 'grok', 'perhaps'),
    usage('A B', 'grok', 'denied'),
    usage('x'),
    usage('x', 'grok', 'denied', '--on', '2026-02-30'),
    usage('x', 'grok', 'was-me'),
    fine('other', 'x', 'grok', 'denied', '--by', 'app'),
    onBad('x', 'grok', 'denied'),
  ],
  export: [
    usage(),
    usage('--out', '-', '--format', 'pdf'),
    usage('--out', at('log.pdf')),
    error('file.exists', 2, 'full', '--out', at('log.json')),
    error('file.unwritable', 2, 'full', '--out', at('no/such/folder/log.json')),
    error('record.none', 29, 'none', '--out', at('none.json')),
    usage('--out', '-', '--format', 'bundle'),
    error('record.none', 29, 'none', '--out', at('none.zip')),
    fine('full', '--out', at('again.csv'), '--force'),
    fine('full', '--out', at('again.zip'), '--force'),
    onBad('--out', at('bad.json')),
  ],
  verify: [
    usage('a', 'b'),
    error('file.unreadable', 2, 'none', at('nowhere.json')),
    error('packet.invalid', 40, 'none', at('noise.json')),
    fine('none'),
    fine('full'),
    fine('none', at('log.json')),
    error('file.unreadable', 2, 'full', '--against', at('nowhere.json')),
    usage(at('log.json'), '--against', at('noise.json')),
    fine('full', '--against', at('log.json')),
    found('none', '--against', at('log.json')),
    onBad(),
  ],
  picture: [
    usage('1'),
    usage('--out', at('page.png')),
    usage('one', '--out', at('page.png')),
    usage('1', '--out', at('page.png')),
    error('file.exists', 2, 'full', '1', '--out', at('noise.json')),
    fine('none'),
    fine('full'),
    onBad(),
  ],
  witness: [
    usage(),
    usage('substack', 'ai-training'),
    usage('substack', 'ai-training', 'https://misbehave.example/robots.txt'),
    error('params.invalid', 2, 'full', 'substack', 'other', 'https://misbehave.example/robots.txt'),
    onBad('substack', 'ai-training', 'https://misbehave.example/robots.txt'),
  ],
  stamp: [
    usage(),
    fine('none', '--list'),
    error('record.none', 29, 'none', '--authority', 'freetsa'),
    error('policy.authority-unknown', 73, 'full', '--authority', 'nobody'),
    error('policy.url-refused', 62, 'full', '--authority', 'http://misbehave.example/'),
    error('file.unreadable', 2, 'full', '--authority', 'freetsa', '--ca', at('nowhere.pem')),
    error('params.invalid', 2, 'full', '--authority', 'freetsa', '--ca', at('noise.json')),
    error('policy.stamp-unanswered', 74, 'full', '--authority', 'https://misbehave.example/'),
    onBad('--authority', 'freetsa'),
  ],
  import: [
    usage(),
    error('file.unreadable', 2, 'none', at('nowhere.json')),
    error('packet.invalid', 40, 'other', at('noise.json')),
    fine('none', '--list'),
    fine('full', at('log.json')),
    fine('other', at('log.json')),
    fine('other', '--list'),
    onBad(at('log.json')),
  ],
  erase: [
    usage(),
    usage('--all', '--platform', 'x'),
    fine('none', '--all', '--dry-run'),
    fine('full', '--platform', 'x', '--dry-run'),
    onBad('--all', '--dry-run'),
    usage('--platform', 'x'),
    fine('none', '--all', '--yes'),
    fine('other', '--platform', 'nowhere', '--yes'),
    onBad('--all', '--yes'),
  ],
  'set-aside': [
    usage('now'),
    fine('none', '--yes'),
    fine('full', '--yes'),
    error('params.invalid', 2, 'bad record'),
  ],
  register: [
    usage('now'),
    error('browser.unknown', 2, 'none', '--browser', 'netscape'),
    fine('none', '--list'),
    fine('none', '--plan', '--browser', 'chromium'),
    fine('none', '--browser', 'chromium', '--browser', 'firefox'),
    fine('none'),
  ],
  unregister: [
    error('browser.unknown', 2, 'none', '--browser', 'netscape'),
    fine('none', '--plan'),
    fine('none'),
  ],
  doctor: [
    usage('--timeout', '0'),
    error('browser.unknown', 2, 'none', '--browser', 'netscape'),
    found('none', '--browser', 'chromium', '--timeout', '2'),
  ],
  'policy compare': [
    usage(older),
    usage(older, newer, '--at', 'today'),
    usage(older, newer, '--lang', 'xx'),
    error('file.unreadable', 2, 'none', at('nowhere.html'), newer),
    fine('none', older, older),
    found('none', older, newer, '--all'),
    found('none', older, newer, newer),
  ],
  'policy list': [fine('none'), fine('full'), fine('full', '--all'), onBadPolicy()],
  'policy check': [
    error('policy.off', 60, 'none'),
    fine('full'),
    onBadPolicy(),
    error('policy.document-unknown', 61, 'full', 'nowhere/at-all'),
  ],
  'policy show': [
    usage('many'),
    usage('0'),
    error('policy.change-unknown', 63, 'full', '99'),
    fine('none'),
    fine('full'),
    fine('full', '1'),
    onBadPolicy(),
  ],
  'policy read': [
    usage(),
    usage('many'),
    error('policy.change-unknown', 63, 'full', '99'),
    fine('full', '1'),
    fine('full', '--all'),
    onBadPolicy('--all'),
  ],
  'policy add': [
    usage(),
    error('policy.url-refused', 62, 'full', 'http://misbehave.example/'),
    fine('full', 'https://misbehave.example/policy'),
    onBadPolicy('https://misbehave.example/'),
  ],
  'policy remove': [
    usage(),
    error('policy.document-unknown', 61, 'full', 'nowhere/at-all'),
    onBadPolicy('own/x'),
  ],
  'policy follow': [
    fine('other', 'linkedin', 'x'),
    usage(),
    usage('A B'),
    usage('linkedin', 'nowhere'),
    onBadPolicy('x'),
  ],
  'policy unfollow': [usage(), { ...usage('nowhere'), state: 'other' }, onBadPolicy('x')],
  'policy on': [usage('now'), fine('other'), onBadPolicy()],
  'policy off': [usage('now'), fine('other'), onBadPolicy()],
  'policy export': [
    fine('full', '--out', at('changes.json')),
    onBadPolicy(),
    error('file.unwritable', 2, 'full', '--out', at('no/such/folder/changes.json')),
  ],
};
