// The Debian package, looked at without installing it: what is in it, what lintian says, and that
// two builds are the same bytes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../e2e/lib/profile.mjs';
import { faults } from '../installer/validator.mjs';
import { ids, table } from '../installer/world.mjs';
import { pack, unable } from './build.mjs';

const callers = {
  chromium: ids.chromium.map(id => `chrome-extension://${id}/`),
  firefox: ids.firefox,
};
const lintian = spawnSync('lintian', ['--version']).status === 0;

describe('the Debian package', { skip: unable() }, () => {
  let folder, deb, tree;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'optoutlog deb '));
    deb = pack('DEB', path.join(folder, 'one'), { SOURCE_DATE_EPOCH: '1700000000' });
    tree = path.join(folder, 'tree');
    execFileSync('dpkg-deb', ['-x', deb, tree]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const at = name => path.join(tree, name);
  const field = name => execFileSync('dpkg-deb', ['-f', deb, name], { encoding: 'utf8' }).trim();

  test(
    'lintian finds no error and no warning, and every override is explained',
    { skip: lintian ? false : 'lintian is not here' },
    () => {
      const result = spawnSync('lintian', ['--allow-root', '--fail-on', 'error,warning', deb], {
        encoding: 'utf8',
      });
      assert.equal(result.stdout, '');
      assert.equal(result.status, 0, result.stderr);
      const overrides = readFileSync(path.join(root, 'packaging/deb/lintian-overrides'), 'utf8')
        .trim()
        .split('\n');
      for (const [index, line] of overrides.entries())
        if (!line.startsWith('#')) assert.match(overrides[index - 1], /^# /, line);
    },
  );

  test('two builds are the same bytes', () => {
    const second = pack('DEB', path.join(folder, 'two'), { SOURCE_DATE_EPOCH: '1700000000' });
    assert.ok(readFileSync(deb).equals(readFileSync(second)));
  });

  test('it depends on what its programs load, by dpkg-shlibdeps', () => {
    for (const name of ['libc6', 'libcurl4', 'libgumbo1', 'libssl3', 'zlib1g'])
      assert.match(field('Depends'), new RegExp(`\\b${name} \\(>= `));
    assert.doesNotMatch(field('Depends'), /libstdc\+\+|sqlite/);
  });

  test(
    'every row of the table with a system place has both manifests there, valid, and none ' +
      'besides',
    () => {
      const wanted = new Map();
      for (const browser of table.filter(it => it.linux && it.works !== 'no' && !it.only_named)) {
        for (const place of browser.linux.system.filter(it => it.writes !== false && !it.needs)) {
          for (const host of Object.values(ids.names))
            wanted.set(path.join(place.path, `${host}.json`), browser.family);
        }
      }
      for (const [file, family] of wanted) {
        assert.ok(lstatSync(at(file)).isSymbolicLink(), file);
        const target = path.resolve(path.dirname(file), readlinkSync(at(file)));
        assert.ok(target.startsWith('/usr/share/optoutlog/'), target);
        const { path: program } = JSON.parse(readFileSync(at(target), 'utf8'));
        assert.ok(lstatSync(at(program)).mode & 0o111, program);
        // The program's own path is below the unpacked tree here.
        const found = faults(at(target), family, { callers: callers[family] }).filter(
          fault => fault !== 'path does not exist',
        );
        assert.deepEqual(found, [], file);
      }
      const all = readdirSync(tree, { recursive: true }).filter(
        name =>
          path.basename(name).startsWith('org.optoutlog.') &&
          !name.startsWith('usr/share/optoutlog/'),
      );
      assert.deepEqual(all.map(name => `/${name}`).sort(), [...wanted.keys()].sort());
    },
  );

  test(
    "the extension lies where Debian's Chromium and Firefox load it, with its key, under a " +
      'name the wrapper cannot split',
    () => {
      const [name] = readdirSync(at('usr/share/chromium/extensions'));
      assert.ok(name.length >= 16);
      const firefox = readdirSync(
        at('usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}'),
      );
      assert.deepEqual(firefox, ids.firefox);
      for (const place of [
        `usr/share/chromium/extensions/${name}`,
        `usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/${ids.firefox[0]}`,
      ]) {
        const manifest = readFileSync(path.join(at(place), 'manifest.json'));
        assert.ok(manifest.equals(readFileSync(path.join(root, 'extension/manifest.json'))), place);
      }
      const shipped = execFileSync(
        'python3',
        [path.join(root, 'scripts/pack-extension.py'), '--files'],
        { encoding: 'utf8' },
      )
        .trim()
        .split('\n');
      for (const file of shipped)
        assert.ok(existsSync(at(path.join('usr/share/webext/optoutlog', file))), file);
    },
  );

  test(
    'programs, manual pages, completions, changelog and copyright are there, compressed and ' +
      'with plain modes',
    () => {
      for (const program of [
        'usr/bin/optoutlog',
        'usr/lib/optoutlog/optoutlog-host',
        'usr/lib/optoutlog/optoutlog-policy',
      ])
        assert.equal(lstatSync(at(program)).mode & 0o777, 0o755, program);
      for (const file of [
        'man/man1/optoutlog.1.gz',
        'man/man1/optoutlog-host.1.gz',
        'man/man1/optoutlog-policy.1.gz',
        'bash-completion/completions/optoutlog',
        'zsh/vendor-completions/_optoutlog',
        'fish/vendor_completions.d/optoutlog.fish',
        'doc/optoutlog/changelog.Debian.gz',
        'doc/optoutlog/copyright',
      ]) {
        assert.equal(lstatSync(at(`usr/share/${file}`)).mode & 0o777, 0o644, file);
      }
      assert.equal(
        field('Version').replace(/-.*/, ''),
        JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version,
      );
      const changelog = execFileSync(
        'gzip',
        ['-dc', at('usr/share/doc/optoutlog/changelog.Debian.gz')],
        { encoding: 'utf8' },
      );
      assert.ok(changelog.startsWith(`optoutlog (${field('Version')}) `));
    },
  );

  test('no script of it goes into a home folder', () => {
    execFileSync('dpkg-deb', ['-e', deb, path.join(folder, 'control')]);
    assert.deepEqual(readdirSync(path.join(folder, 'control')).sort(), [
      'control',
      'md5sums',
      'postrm',
      'prerm',
    ]);
    for (const script of ['prerm', 'postrm'])
      assert.doesNotMatch(
        readFileSync(path.join(folder, 'control', script), 'utf8'),
        /\/home|HOME|rm /,
      );
  });
});
