// A strict validator of native manifests, written from the browsers' rules (developer.chrome.com
// and MDN, "native messaging"; Chromium's native_messaging_host_manifest.cc; Firefox's
// native_manifest schema), not from our own code.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @returns {string[]} what a browser of that family would not accept; empty: it accepts the file
 */
export function faults(file, family, { callers }) {
  const found = [];
  const check = (truth, words) => {
    if (!truth) found.push(words);
  };
  const bytes = readFileSync(file);
  check((statSync(file).mode & 0o777) === 0o644, 'mode is not 0644');
  check(!(bytes[0] === 0xef && bytes[1] === 0xbb), 'byte order mark');
  let manifest;
  try {
    manifest = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    return [...found, `not JSON in UTF-8: ${error.message}`];
  }
  check(
    manifest !== null && typeof manifest === 'object' && !Array.isArray(manifest),
    'not an object',
  );
  const { name, description, path: program, type } = manifest;
  check(
    typeof name === 'string' && `${name}.json` === path.basename(file),
    'name and file name differ',
  );
  if (family === 'chromium') {
    check(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/.test(name), 'name has letters that Chromium forbids');
    check(typeof description === 'string' && description.length > 0, 'description is empty');
  } else {
    check(/^\w+(\.\w+)*$/.test(name), 'name has letters that Firefox forbids');
    check(typeof description === 'string', 'description is missing');
  }
  check(type === 'stdio', 'type is not stdio');
  checkProgram(program, check);
  const member = family === 'chromium' ? 'allowed_origins' : 'allowed_extensions';
  checkCallers(manifest[member], family, callers, check);
  const known = ['name', 'description', 'path', 'type', member];
  check(
    Object.keys(manifest).every(key => known.includes(key)),
    'members that the other family complains of',
  );
  return found;
}

function checkProgram(program, check) {
  const absolute = typeof program === 'string' && path.isAbsolute(program);
  check(absolute, 'path is not absolute');
  if (!absolute) return;
  try {
    const info = statSync(program);
    check(info.isFile() && (info.mode & 0o111) !== 0, 'path is no executable file');
  } catch {
    check(false, 'path does not exist');
  }
}

function checkCallers(list, family, ours, check) {
  check(Array.isArray(list) && list.length > 0, 'no list of callers');
  const pattern =
    family === 'chromium'
      ? /^chrome-extension:\/\/[a-p]{32}\/$/
      : /^(\{[0-9a-f-]{36}\}|[\w.-]*@[\w.-]+)$/i;
  for (const caller of list ?? [])
    check(typeof caller === 'string' && pattern.test(caller), `malformed caller ${caller}`);
  for (const caller of ours) check(list?.includes(caller), `our extension ${caller} is not listed`);
}
