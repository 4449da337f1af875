/** An authority of certificates for the tests, and the certificate of a server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands';

/** Files of the authority and of what it signed. */
export interface Certificates {
  /** The certificate of the authority. */
  readonly authority: string;
  /** Certificate and key of the server, in one file. */
  readonly server: string;
  /** The authorities of this machine, and ours. */
  readonly bundle: string;
}

/** Makes a certificate for a host, good for a day. */
export async function makeCertificates(place: string, host: string): Promise<Certificates> {
  const file = (name: string): string => join(place, name);
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '1'];
  const authority = file('authority.pem');
  await run('openssl', [
    ...[
      'req',
      '-x509',
      ...key,
      '-subj',
      '/CN=gig-ci tests',
      '-keyout',
      file('authority.key'),
      '-out',
      authority,
    ],
    ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign'],
  ]);
  await run('openssl', [
    ...['req', ...key, '-subj', `/CN=${host}`, '-keyout', file('server.key'), '-out', file('server.csr')],
  ]);
  writeFileSync(file('server.ext'), `subjectAltName=DNS:${host}\n`);
  await run('openssl', [
    ...['x509', '-req', '-days', '1', '-in', file('server.csr'), '-out', file('server.crt')],
    ...['-CA', authority, '-CAkey', file('authority.key'), '-CAcreateserial', '-extfile', file('server.ext')],
  ]);
  const joined = (target: string, sources: readonly string[]): string => {
    writeFileSync(target, sources.map((source) => readFileSync(source, 'utf8')).join('\n'), { mode: 0o600 });
    return target;
  };
  return {
    authority,
    server: joined(file('server.pem'), [file('server.crt'), file('server.key')]),
    bundle: joined(file('authorities.pem'), ['/etc/ssl/certs/ca-certificates.crt', authority]),
  };
}
