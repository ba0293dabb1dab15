// Failures that users of native hosts meet, with files of the system in them (below `root`):
// manifests of both, and policies.
import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { chromiumFile, computer, edit, firefoxFile, swap } from './damage.mjs';
import { ids } from './world.mjs';

const edgeSystem = 'root/etc/opt/edge/native-messaging-hosts/org.optoutlog.host.json';
const chromiumSystem = 'root/etc/chromium/native-messaging-hosts/org.optoutlog.host.json';

/** @type {import('./damage.mjs').Failure[]} */
export const systemFailures = [
  [
    'a user manifest that hides a good system one',
    'chromium',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      edit(chromiumFile, text => text.slice(0, 20));
    },
    ['manifest.json', 'manifest.shadowing'],
    { cure: true, says: chromiumSystem },
  ],
  [
    'a user manifest that hides a system one for another program',
    'chromium',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      edit(chromiumSystem, swap('bin/optoutlog-host', 'bin/elsewhere'));
    },
    ['manifest.shadows'],
    { warns: true, cure: true },
  ],
  [
    'a user manifest for another program that hides a good system one',
    'chromium',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      copyFileSync(computer.at('bin/optoutlog-host'), computer.at('bin/elsewhere'));
      edit(chromiumFile, swap('bin/optoutlog-host', 'bin/elsewhere'));
    },
    ['manifest.shadows', 'binary.other-copy'],
    { warns: true, cure: true },
  ],
  [
    'a broken system manifest before a good one of Chrome',
    'edge',
    () => {
      computer.make('home/.config/microsoft-edge/Default');
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'edge', '--browser', 'chrome']);
      edit(edgeSystem, text => text.slice(0, 20));
    },
    ['manifest.json', 'manifest.shadowing'],
    { cure: true, says: edgeSystem },
  ],
  [
    'a broken user manifest before a good system one',
    'firefox',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'firefox']);
      edit(firefoxFile, text => text.slice(0, 20));
    },
    ['manifest.passed-over'],
    { warns: true, cure: true },
  ],
  [
    'a system manifest where some builds of Firefox do not look',
    'firefox',
    () => {
      rmSync(computer.at(firefoxFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'firefox']);
      computer.make('root/usr/lib64/mozilla');
    },
    ['manifest.other-build'],
    { warns: true, cure: true, says: '/usr/lib64/mozilla/native-messaging-hosts' },
  ],
  [
    'a system manifest closed to other users',
    'chromium',
    () => {
      rmSync(computer.at(chromiumFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      chmodSync(computer.at(chromiumSystem), 0o600);
    },
    ['manifest.unreadable'],
    { cure: true },
  ],
  [
    'a system manifest below a closed folder',
    'chromium',
    () => {
      rmSync(computer.at(chromiumFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      chmodSync(computer.at('root/etc/chromium'), 0o700);
    },
    ['manifest.folder-closed'],
    { cure: true, says: '/etc/chromium,' },
  ],
  [
    'a system program in a closed folder',
    'chromium',
    () => {
      rmSync(computer.at(chromiumFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      chmodSync(computer.at('bin'), 0o700);
    },
    ['binary.folder-closed'],
    { cure: true, says: '/bin' },
  ],
  [
    'a policy that blocks every host',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"NativeMessagingBlocklist": ["*"]}',
      ),
    ['policy.blocked'],
    { says: 'a.json' },
  ],
  [
    'a policy against manifests of users',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"NativeMessagingUserLevelHosts": false}',
      ),
    ['policy.user-level-off'],
    {},
  ],
  [
    'a policy against the extension',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"ExtensionInstallBlocklist": ["*"]}',
      ),
    ['policy.extension-blocked'],
    {},
  ],
  [
    'a policy against the add-on',
    'firefox',
    () =>
      computer.write(
        'root/etc/firefox/policies/policies.json',
        '{"policies": {"ExtensionSettings": {"*": {"installation_mode": "blocked"}}}}',
      ),
    ['policy.extension-blocked'],
    {},
  ],
  [
    'a policy against nativeMessaging',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"ExtensionSettings": {"*": {"blocked_permissions": ["nativeMessaging"]}}}',
      ),
    ['policy.permission-blocked'],
    { says: 'a.json' },
  ],
  [
    'a policy against nativeMessaging for the add-on',
    'firefox',
    () =>
      computer.write(
        'root/etc/firefox/policies/policies.json',
        JSON.stringify({
          policies: {
            ExtensionSettings: { [ids.firefox[0]]: { blocked_permissions: ['nativeMessaging'] } },
          },
        }),
      ),
    ['policy.permission-blocked'],
    { says: 'policies.json' },
  ],
];
