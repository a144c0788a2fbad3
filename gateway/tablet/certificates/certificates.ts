import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Clock } from '#core/time.ts';
import { readOwnFile, writeOwnFile } from '../own-file.ts';
import { createAuthority, fingerprintOf } from './authority.ts';
import type { LocalNames } from './local-names.ts';
import { DAY_MS, type KeyedCertificate } from './make-certificate.ts';
import { issueServerCertificate, SERVER_DAYS } from './server-certificate.ts';

const fileSchema = z.strictObject({ version: z.literal(1), certificate: z.string(), key: z.string() });

/** A cable that is plugged in, or an address that the router changes, is noticed within this time. */
const LOOK_MS = 15_000;
/** A certificate is made anew with a third of its life left. */
const RENEW_MS = (SERVER_DAYS / 3) * DAY_MS;

/** The cabin's authority, and a server certificate that is always good for the names the machine has now. */
export interface Certificates {
  /** The authority's, PEM: what a tablet installs. Its key stays in the cabin's own folder. */
  readonly authority: string;
  readonly fingerprint: string;
  server(): KeyedCertificate;
  names(): LocalNames;
  close(): void;
}

interface CertificatesOptions {
  readonly folder: string;
  readonly siteName: string;
  readonly clock: Clock;
  readonly names: () => LocalNames;
  /** Another server certificate from now on. */
  readonly onChange: () => void;
}

const endOf = (certificate: string): number => Date.parse(new X509Certificate(certificate).validTo);

/** The authority of before, or a new one: then every tablet is paired anew. */
const authorityOf = async (
  { folder, siteName }: Pick<CertificatesOptions, 'folder' | 'siteName'>,
  now: Date,
): Promise<KeyedCertificate> => {
  const path = join(folder, 'authority.json');
  const known = await readOwnFile(path, fileSchema);
  if (known !== undefined && endOf(known.certificate) > now.getTime() + SERVER_DAYS * DAY_MS) return known;
  const made = await createAuthority(siteName, now);
  await writeOwnFile(path, { version: 1, ...made });
  return made;
};

export const openCertificates = async (options: CertificatesOptions): Promise<Certificates> => {
  const { clock, onChange } = options;
  const now = (): Date => new Date(clock.now());
  const authority = await authorityOf(options, now());
  let names = options.names();
  let server = await issueServerCertificate(authority, names, now());
  let cancel: (() => void) | undefined;

  const look = async (): Promise<void> => {
    const found = options.names();
    const isSame = JSON.stringify(found) === JSON.stringify(names);
    if (!isSame || endOf(server.certificate) - now().getTime() < RENEW_MS) {
      server = await issueServerCertificate(authority, found, now());
      names = found;
      onChange();
    }
  };
  const lookLater = (): void => {
    cancel = clock.after(LOOK_MS, () => void look().then(() => cancel && lookLater()));
  };
  lookLater();

  return {
    authority: authority.certificate,
    fingerprint: fingerprintOf(authority.certificate),
    server: () => server,
    names: () => names,
    close: () => {
      cancel?.();
      cancel = undefined;
    },
  };
};
