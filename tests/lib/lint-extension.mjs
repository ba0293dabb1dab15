// web-ext lint with warnings as errors, over extension/ or the folder that is named: errors,
// warnings and notices must all be 0.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const run = promisify(execFile);
const bin = path.join(root, 'node_modules/web-ext/bin/web-ext.js');
const args = [
  'lint',
  '--source-dir',
  process.argv[2] ?? path.join(root, 'extension'),
  '--warnings-as-errors',
  '--output',
  'json',
  '--no-config-discovery',
  '--no-input',
];
const { stdout } = await run(
  process.execPath,
  ['--import', path.join(root, 'tests/lib/node18.mjs'), bin, ...args],
  { env: { ...process.env, NO_UPDATE_NOTIFIER: '1' }, maxBuffer: 1 << 26 },
).catch(error => {
  if (!error.stdout) throw error;
  return error;
});
const report = JSON.parse(stdout);
for (const kind of ['errors', 'warnings', 'notices']) {
  for (const item of report[kind])
    console.log(
      `${kind.slice(0, -1)} ${item.code} ${item.file ?? ''}:${item.line ?? ''} ${item.message}`,
    );
}
const { errors, warnings, notices } = report.summary;
console.log(`${errors} errors, ${warnings} warnings, ${notices} notices`);
process.exitCode = errors + warnings + notices === 0 ? 0 : 1;
