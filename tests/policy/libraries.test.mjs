// A browser out of a bundle hands its LD_LIBRARY_PATH down to what it starts, with libraries in it
// that do not fit.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { Host } from './lib/host.mjs';
import { run } from './lib/optoutlog.mjs';

let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-libraries-'));
  for (const name of ['libcurl.so.4', 'libssl.so.3', 'libcrypto.so.3', 'libz.so.1', 'libm.so.6'])
    writeFileSync(path.join(folder, name), 'a library of the browser');
});
after(() => rmSync(folder, { recursive: true }));

for (const program of ['optoutlog-policy', 'optoutlog-host']) {
  test(`16 (22) ${program} takes the system's libraries, not the browser's`, async () => {
    const host = new Host({ program, env: { LD_LIBRARY_PATH: folder } });
    assert.equal((await host.call('hello')).name, program);
    assert.equal((await host.close()).code, 0);
  });
}

test('16 (22) so does the command', async () => {
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: folder,
    OPTOUTLOG_DATA: path.join(folder, 'data'),
  };
  const { status, stderr } = await run(['policy', 'list'], { env });
  assert.equal(status, 0, stderr);
});
