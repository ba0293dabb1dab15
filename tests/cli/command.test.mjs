// The command, from outside, on a log that the built host wrote: what it takes along and removes;
// help and errors.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../installer/world.mjs';
import { computer, entry, record, useComputer } from './lib/log.mjs';

useComputer();

describe('export, verify, import, erase', () => {
  test('an export verifies without a log; a changed byte is named', () => {
    record(entry(), entry({ platform: 'x', control: 'grok' }));
    const file = computer.at('home/log.json');
    computer.ok(['export', '--out', file]);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const elsewhere = { env: { HOME: computer.make('stranger') } };
    assert.match(computer.ok(['verify', file], elsewhere), /The chain holds: 2 entries\./);
    assert.equal(existsSync(computer.at('stranger/.local')), false);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes('ada-l'));
    writeFileSync(file, text.replace('ada-l', 'bob-l'));
    const broken = computer.run(['verify', file], elsewhere);
    assert.equal(broken.status, 1);
    assert.match(broken.stdout, /broken at entry 1 \(digest\)/);
    assert.match(
      broken.stdout,
      /As it stands there now: .*linkedin\/genai-training +denied\s+bob-l/s,
    );
    writeFileSync(file, '{"something": "else"}');
    assert.equal(computer.run(['verify', file]).status, 40);
    assert.equal(computer.run(['verify', computer.at('home/none.json')]).status, 2);
  });

  test('16 (24) an erase where there is no log says so, and makes none', () => {
    const told = computer.ok(['erase', '--all', '--yes']);
    assert.match(told, /^Your log holds no entry: there was nothing to erase\.$/m);
    assert.equal(existsSync(computer.at('home/.local/share/optoutlog')), false);
  });

  test('the format follows the ending, and an existing file is kept', () => {
    record(entry());
    for (const [name, start] of [
      ['log.csv', /platform/],
      ['log.html', /<!doctype html/i],
      ['log.json', /optoutlog-export/],
    ]) {
      computer.ok(['export', '--out', computer.at('home', name)]);
      assert.match(computer.read(`home/${name}`).toString(), start);
    }
    const again = computer.run(['export', '--out', computer.at('home/log.csv')]);
    assert.equal(again.status, 2);
    assert.match(again.stderr, /--force/);
    computer.ok(['export', '--out', computer.at('home/log.csv'), '--force']);
    assert.match(computer.ok(['export', '--out', '-']), /optoutlog-export/);
    assert.deepEqual(
      readdirSync(computer.at('home')).filter(name => name.endsWith('.part')),
      [],
    );
  });

  test('an export that cannot be written leaves nothing behind', () => {
    record(entry());
    const result = computer.run(['export', '--out', computer.at('home/no/such/folder/log.json')]);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /Could not write/);
  });

  test("another computer's export is kept apart, and importing twice adds nothing", () => {
    record(entry());
    const file = computer.at('home/log.json');
    computer.ok(['export', '--out', file]);
    const other = { env: { HOME: computer.make('other') } };
    assert.match(computer.ok(['import', file], other), /1 new entry of the record/);
    assert.match(computer.ok(['import', file], other), /Imported: 0 new entries of/);
    assert.match(computer.ok(['import', file]), /this very log/);
    const { record: id } = JSON.parse(computer.ok(['import', file, '--json'], other));
    assert.match(computer.ok(['history', '--source', id], other), /linkedin/);
    const list = computer.ok(['import', '--list'], other);
    assert.ok(list.includes(id));
    assert.match(
      list,
      new RegExp(
        String.raw`1 entry that can be read, of 1; imported \d{4}-\d\d-\d\d \d\d:\d\d \S+; ` +
          String.raw`written by\s+optoutlog \d`,
      ),
    );
    assert.match(computer.ok(['status'], other), /empty/);
  });

  test('a file whose ending names no format is refused', () => {
    const result = computer.run(['export', '--out', computer.at('home/log.pdf')]);
    assert.equal(result.status, 2);
    assert.match(
      result.stderr,
      /no format for files that end in \.pdf; nothing was written.\n.*--format/,
    );
    assert.ok(!existsSync(computer.at('home/log.pdf')));
  });

  test('an erase names the damaged logs that were put aside', () => {
    record(entry());
    const aside = computer.at('home/.local/share/optoutlog/record-aside-2026-01-02.db');
    writeFileSync(aside, 'what it held');
    assert.ok(computer.ok(['erase', '--platform', 'nowhere', '--yes']).includes(aside));
    rmSync(aside);
    assert.doesNotMatch(computer.ok(['erase', '--platform', 'nowhere', '--yes']), /aside/);
  });

  test('erase asks, needs --yes without a terminal, and the rest verifies', () => {
    record(entry(), entry({ platform: 'x', control: 'grok' }));
    assert.equal(computer.run(['erase']).status, 2);
    assert.equal(computer.run(['erase', '--all', '--platform', 'x']).status, 2);
    assert.equal(computer.run(['erase', '--platform', 'x']).status, 2);
    assert.match(computer.ok(['erase', '--platform', 'x', '--yes']), /Erased: 1 entry\./);
    assert.match(computer.ok(['verify']), /The chain holds/);
    assert.doesNotMatch(computer.ok(['status']), /x\/grok/);
    assert.match(
      computer.ok(['erase', '--platform', 'x', '--yes']),
      /Nothing in your log fits: there was nothing to erase/,
    );
  });
});

describe('help, errors, documentation', () => {
  const commands = [
    'status',
    'history',
    'declare',
    'export',
    'verify',
    'import',
    'erase',
    'set-aside',
    'register',
    'unregister',
    'doctor',
  ];

  test('a mistyped command and option are told with the next step and status 2', () => {
    const result = computer.run(['stauts']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /'stauts' is no command of optoutlog/);
    assert.equal(computer.run(['status', '--jsno']).status, 2);
    assert.match(computer.run(['status', '--jsno']).stderr, /optoutlog status --help/);
    assert.equal(computer.run(['--help']).status, 0);
  });

  test('help fits the terminal', () => {
    for (const columns of [60, 100]) {
      for (const args of [['--help'], ...commands.map(command => [command, '--help'])]) {
        for (const line of computer.ok(args, { env: { COLUMNS: String(columns) } }).split('\n'))
          assert.ok(
            [...line].length <= columns || line.startsWith('optoutlog declare '),
            `${args.join(' ')} in ${columns}: ${line}`,
          ); // a command is not broken
      }
    }
  });

  test('a record that cannot be used gives its own status and name', () => {
    computer.write(
      'home/.local/share/optoutlog/record.db',
      'not a database at all, only text'.repeat(40),
      0o600,
    );
    const result = computer.run(['status', '--json']);
    const { error } = JSON.parse(result.stdout);
    assert.equal(error.name, 'record.foreign');
    assert.equal(error.data.name, 'record.foreign', 'as the method answers');
    assert.equal(result.status, 25);
    assert.ok(result.stderr.length > 20);
  });

  test('man page and completions know every option of every command', () => {
    const read = name =>
      readFileSync(path.join(root, 'host/cli', name), 'utf8').replaceAll('\\-', '-');
    const files = {
      man: read('optoutlog.1'),
      bash: read('completions/optoutlog.bash'),
      zsh: read('completions/_optoutlog'),
      fish: read('completions/optoutlog.fish'),
    };
    for (const command of commands) {
      const options = new Set(
        computer.ok([command, '--help']).match(/(?<=^ +(?:-h,)?)--[a-z-]+/gm),
      );
      assert.ok(options.size > 0, command);
      for (const [shell, text] of Object.entries(files)) {
        assert.ok(text.includes(command), `${shell}: ${command}`);
        for (const option of options) {
          if (option === '--help' && shell === 'man') continue;
          assert.ok(
            text.includes(shell === 'fish' ? `-l ${option.slice(2)} ` : option),
            `${shell}: ${command} ${option}`,
          );
        }
      }
    }
  });

  test('the completions are valid in their shells, and the man page has no fault', t => {
    const has = tool => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
    const folder = path.join(root, 'host/cli/completions');
    assert.equal(spawnSync('bash', ['-n', path.join(folder, 'optoutlog.bash')]).status, 0);
    const run = {
      bash:
        `source ${folder}/optoutlog.bash; COMP_WORDS=(optoutlog reg); COMP_CWORD=1; ` +
        `_optoutlog; echo "\${COMPREPLY[@]}"`,
    };
    assert.equal(
      spawnSync('bash', ['-c', run.bash], { encoding: 'utf8' }).stdout.trim(),
      'register',
    );
    for (const [shell, file] of [
      ['zsh', '_optoutlog'],
      ['fish', 'optoutlog.fish'],
    ]) {
      if (!has(shell)) {
        t.diagnostic(`${shell} is not here: its completion was not checked`);
        continue;
      }
      const result = spawnSync(shell, ['-n', path.join(folder, file)], { encoding: 'utf8' });
      assert.equal(result.status, 0, result.stderr);
    }
    if (!has('groff')) {
      t.diagnostic('groff is not here: the man page was not checked');
      return;
    }
    assert.equal(
      spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', path.join(root, 'host/cli/optoutlog.1')], {
        encoding: 'utf8',
      }).stderr,
      '',
    );
  });
});

test('a next step names the command as it is called here, whichever subcommand it is of', () => {
  const help = computer.ok(['--help']).split('Subcommands:')[1];
  const names = [...help.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name]) => name);
  assert.ok(names.length >= 16, names.join());
  const known = readFileSync(path.join(root, 'host/cli/command_name.cpp'), 'utf8');
  assert.deepEqual(
    names.filter(name => !known.includes(`"${name}"`)),
    [],
  );
});
