import { X509Certificate } from 'node:crypto';
import { createServer, connect as tlsConnect } from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, fingerprintOf } from './authority.ts';
import type { KeyedCertificate } from './make-certificate.ts';
import { issueServerCertificate, SERVER_DAYS } from './server-certificate.ts';

const NOW = new Date();
let authority: KeyedCertificate;
beforeAll(async () => {
  authority = await createAuthority('Mairie de Saint-Aubin', NOW);
});

/** What a client that trusts the authority alone makes of a server under this name: undefined, or why it leaves. */
const visit = (server: KeyedCertificate, servername: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const listening = createServer({ cert: server.certificate, key: server.key });
    listening.on('tlsClientError', () => undefined);
    listening.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const socket = tlsConnect({ host: '127.0.0.1', port, ca: authority.certificate, servername });
      const end = (outcome: string | undefined): void => {
        socket.destroy();
        listening.close();
        resolve(outcome);
      };
      socket.once('secureConnect', () => end(undefined));
      socket.once('error', (error: NodeJS.ErrnoException) =>
        end(error.code === 'UNSPECIFIED' ? error.message : error.code),
      );
    });
  });

describe('the cabin’s own authority', () => {
  it('is an authority that signed itself, on P-256', () => {
    const certificate = new X509Certificate(authority.certificate);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(certificate.subject).toBe('CN=Cabine Mairie de Saint-Aubin');
    expect(fingerprintOf(authority.certificate)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('vouches for a server on the local network, under each of its names', async () => {
    const server = await issueServerCertificate(
      authority,
      { host: 'cabine-1.local', addresses: ['192.168.1.20', 'fd00::1:20', '127.0.0.1'] },
      NOW,
    );
    const certificate = new X509Certificate(server.certificate);
    expect(certificate.checkIssued(new X509Certificate(authority.certificate))).toBe(true);
    expect(certificate.checkIP('192.168.1.20')).toBe('192.168.1.20');
    expect(certificate.checkIP('fd00:0:0:0:0:0:1:20')).toBeDefined();
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    const days = (Date.parse(certificate.validTo) - NOW.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(SERVER_DAYS);
    expect(await visit(server, 'cabine-1.local')).toBeUndefined();
    expect(await visit(server, 'cabine-2.local')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('cannot pass for a site of the web, even in the hands of a thief', async () => {
    const name = await issueServerCertificate(authority, { host: 'banque.example.fr', addresses: [] }, NOW);
    expect(await visit(name, 'banque.example.fr')).toBe('permitted subtree violation');
    const address = await issueServerCertificate(
      authority,
      { host: undefined, addresses: ['93.184.215.14', '127.0.0.1'] },
      NOW,
    );
    expect(await visit(address, '127.0.0.1')).toBe('permitted subtree violation');
  });

  it('is worth nothing to who trusts another', async () => {
    const other = await createAuthority('Ailleurs', NOW);
    const server = await issueServerCertificate(other, { host: 'cabine-1.local', addresses: [] }, NOW);
    expect(await visit(server, 'cabine-1.local')).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });
});
