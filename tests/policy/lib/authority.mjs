// A time-stamping authority of RFC 3161 in a folder: roots, certificates and lists of revoked ones
// by openssl, answers by `openssl ts`, and answers that no honest authority gives.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { elements, granted, infoOf, tokenOf } from './der.mjs';

const POLICY = '1.2.3.4.1';
const CONFIG = `
[ca]
default_ca = own
[own]
database = index
serial = serial
crlnumber = crlnumber
new_certs_dir = certs
default_md = sha256
default_crl_days = 30
policy = any
copy_extensions = none
unique_subject = no
[any]
commonName = supplied
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[stamps]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[pages]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
[req]
distinguished_name = req_name
prompt = no
[req_name]
CN = placeholder
[tsa]
default_tsa = here
[here]
serial = tsa-serial
default_policy = ${POLICY}
signer_digest = sha256
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

const DAY = 86_400_000;
const asn1 = time => new Date(time).toISOString().replace(/[-:T]/g, '').slice(2, 14) + 'Z';

const dates = (from, to) => [
  '-startdate',
  asn1(Date.now() + from * DAY),
  '-enddate',
  asn1(Date.now() + to * DAY),
];
const file = name => ['-in', `${name}.csr`, '-out', `${name}.pem`];

export class Authority {
  /** @param {{ rsa?: boolean }} [options] */
  constructor({ rsa = false } = {}) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-authority-'));
    this.rsa = rsa;
    mkdirSync(this.at('certs'));
    writeFileSync(this.at('config'), CONFIG);
    writeFileSync(this.at('index'), '');
    for (const name of ['serial', 'crlnumber', 'tsa-serial']) writeFileSync(this.at(name), '01\n');
    this.key('root');
    const csr = ['-config', 'config', '-key', 'root.key', '-subj', '/CN=Root of the tests'];
    this.run('req', '-new', ...csr, '-out', 'root.csr');
    const self = ['-selfsign', '-config', 'config', '-keyfile', 'root.key', '-extensions', 'root'];
    this.run('ca', '-batch', '-notext', ...self, ...dates(-3000, 6000), ...file('root'));
    this.ca = this.at('root.pem');
  }

  at(name) {
    return path.join(this.folder, name);
  }

  run(...args) {
    return execFileSync('openssl', args, { cwd: this.folder, stdio: ['pipe', 'pipe', 'pipe'] });
  }

  key(name) {
    const kind = this.rsa
      ? ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
      : ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    this.run('genpkey', '-algorithm', ...kind, '-out', `${name}.key`);
  }

  /** A certificate that is valid `from` to `to`, in days from now; it signs as `name`. */
  certificate(name, { from = -2, to = 3650, extensions = 'stamps', key = true } = {}) {
    if (key) this.key(name);
    this.run(
      'req',
      '-new',
      '-config',
      'config',
      '-key',
      `${name}.key`,
      '-subj',
      `/CN=${name}`,
      '-out',
      `${name}.csr`,
    );
    const ca = ['-config', 'config', '-cert', 'root.pem', '-keyfile', 'root.key'];
    const kind = ['-extensions', extensions];
    this.run('ca', '-batch', '-notext', ...ca, ...kind, ...dates(from, to), ...file(name));
    return this;
  }

  /** Revokes it, and gives the file of the list that says so. */
  revoke(name, reason) {
    const own = ['-config', 'config', '-cert', 'root.pem', '-keyfile', 'root.key'];
    this.run('ca', ...own, '-revoke', `${name}.pem`, ...(reason ? ['-crl_reason', reason] : []));
    return this.list(`${name}.crl`);
  }

  list(file) {
    this.run(
      'ca',
      '-config',
      'config',
      '-cert',
      'root.pem',
      '-keyfile',
      'root.key',
      '-gencrl',
      '-out',
      file,
    );
    return this.at(file);
  }

  /** What `openssl ts` answers to a request (bytes). */
  reply(request, name = 'tsa') {
    writeFileSync(this.at('query'), request);
    this.run(
      'ts',
      '-reply',
      '-config',
      'config',
      '-section',
      'here',
      '-queryfile',
      'query',
      '-signer',
      `${name}.pem`,
      '-inkey',
      `${name}.key`,
      '-chain',
      'root.pem',
      '-out',
      'answer',
    );
    return readFileSync(this.at('answer'));
  }

  /** The answer to another request, of the same hash unless `hash` (hexadecimal) is given. */
  other(request, { hash, nonce = true }) {
    const message = elements(elements(elements(request)[0].content)[1].content)[1].content;
    this.run(
      'ts',
      '-query',
      '-sha256',
      '-cert',
      ...(nonce ? [] : ['-no_nonce']),
      '-digest',
      hash ?? message.toString('hex'),
      '-out',
      'other',
    );
    return this.reply(readFileSync(this.at('other')));
  }

  /** The answer with what it says bent by `bend` and signed anew by `name`. */
  signed(request, name, bend = info => info) {
    const info = bend(Buffer.from(infoOf(tokenOf(this.reply(request)))));
    return granted(this.sign(info, name));
  }

  /** A token that says `info`, signed by `name`. */
  sign(info, name, options = ['-md', 'sha256', '-cades']) {
    writeFileSync(this.at('info'), info);
    const content = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-nodetach', '-nosmimecap'];
    const by = ['-signer', `${name}.pem`, '-inkey', `${name}.key`, '-certfile', 'root.pem'];
    const out = ['-outform', 'DER', '-out', 'token'];
    this.run('cms', '-sign', '-binary', ...content, ...options, '-in', 'info', ...by, ...out);
    return readFileSync(this.at('token'));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The time in what a token says, as the record writes it. */
export function timeIn(info) {
  const text = info.toString('latin1', info.indexOf(Buffer.from([0x18, 0x0f])) + 2).slice(0, 14);
  const [, year, ...rest] = /(....)(..)(..)(..)(..)(..)/.exec(text);
  const [month, day, hour, minute, second] = rest;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/** Puts another time into what a token says. */
export function atTime(time) {
  return info => {
    const at = info.indexOf(Buffer.from([0x18, 0x0f]));
    if (at < 0) throw new Error('no time of whole seconds');
    const text = new Date(time).toISOString().replace(/[-:T]/g, '').slice(0, 14) + 'Z';
    info.write(text, at + 2, 'latin1');
    return info;
  };
}

/** Replaces `from` by `to`, of the same length, once. */
export function replaced(bytes, from, to) {
  const at = bytes.indexOf(from);
  if (at < 0) throw new Error('it is not there');
  const copy = Buffer.from(bytes);
  to.copy(copy, at);
  return copy;
}
