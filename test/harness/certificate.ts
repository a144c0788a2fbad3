import { execFile } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A certificate that signed itself, for `localhost`, `127.0.0.1` and the given addresses. */
export interface Certificate {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** The certificate is its own authority (PEM). */
  readonly authority: string;
  /** SHA-256 of its public key, base64: what Chromium takes by `--ignore-certificate-errors-spki-list`. */
  readonly publicKeyHash: string;
}

/** Made anew in `folder` with openssl, good for a day and readable by servers that gave their rights up. */
export const makeCertificate = async (
  folder: string,
  addresses: readonly string[] = [],
): Promise<Certificate> => {
  const certificateFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'key.pem');
  const names = ['DNS:localhost', 'IP:127.0.0.1', ...addresses.map((address) => `IP:${address}`)].join(',');
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', `subjectAltName=${names}`],
    ...['-keyout', keyFile, '-out', certificateFile],
  ]);
  await chmod(keyFile, 0o644);
  const authority = await readFile(certificateFile, 'utf8');
  const publicKey = new X509Certificate(authority).publicKey.export({ type: 'spki', format: 'der' });
  const publicKeyHash = createHash('sha256').update(publicKey).digest('base64');
  return { certificateFile, keyFile, authority, publicKeyHash };
};
