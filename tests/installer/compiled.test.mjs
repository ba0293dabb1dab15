// How the programs that are installed were compiled (cmake/Options.cmake), as the files say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { built } from './world.mjs';

const read = (option, file) =>
  execFileSync('readelf', [...option, file], { encoding: 'utf8', maxBuffer: 2 ** 26 });

for (const program of ['optoutlog', 'optoutlog-host', 'optoutlog-policy'])
  test(`16 (15) ${program} has the compiler's checks and the loader's`, () => {
    const file = path.join(built, program);
    const symbols = read(['-W', '--dyn-syms'], file);
    for (const [name, what] of [
      [/__stack_chk_fail/, 'a stack that is overwritten ends the program'],
      [/__(memcpy|memset|snprintf|fprintf)_chk/, '_FORTIFY_SOURCE'],
    ])
      assert.match(symbols, name, what);
    const bytes = readFileSync(file);
    assert.ok(bytes.includes('__n < this->size()'), '_GLIBCXX_ASSERTIONS');
    const header = read(['-W', '-h', '-l', '-d'], file);
    assert.match(header, /Type: +DYN \(Position-Independent/, 'loaded at a random place');
    assert.match(header, /GNU_RELRO/);
    assert.match(header, /BIND_NOW|Flags: .*NOW/, 'its tables are closed once it is loaded');
    assert.match(header, /GNU_STACK(?: +0x\w+){5} RW /, 'no code on the stack');
    assert.doesNotMatch(header, / RWE /, 'no page that is written and run');
    assert.doesNotMatch(header, /RPATH(?!.*\/usr)/, 'no library from elsewhere');
    // -fcf-protection: functions begin with endbr64
    if (process.arch === 'x64') {
      const marks = bytes.toString('latin1').split('\xf3\x0f\x1e\xfa').length;
      assert.ok(marks > 500, `${marks} functions are marked as targets of jumps`);
    }
  });
