import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { openCertificates } from './certificates.ts';
import { type LocalNames, localNames } from './local-names.ts';

const DAY_MS = 86_400_000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-certificates-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = async (clock = createFakeClock(), names: () => LocalNames = () => NAMES) => {
  const onChange = vi.fn();
  const certificates = await openCertificates({ folder, siteName: 'Mairie', clock, names, onChange });
  return { certificates, onChange };
};
const NAMES: LocalNames = { host: 'cabine-1.local', addresses: ['192.168.1.20'] };
const MOVED: LocalNames = { host: 'cabine-1.local', addresses: ['192.168.1.33'] };

it('keeps its authority over restarts, readable by the cabin’s account alone', async () => {
  const { fingerprint } = (await open()).certificates;
  expect((await open()).certificates.fingerprint).toBe(fingerprint);
  expect((await stat(join(folder, 'authority.json'))).mode & 0o777).toBe(0o600);
});

it('makes another authority when the file is damaged, and keeps the damaged one aside', async () => {
  const { fingerprint } = (await open()).certificates;
  await writeFile(join(folder, 'authority.json'), '{"version":1');
  expect((await open()).certificates.fingerprint).not.toBe(fingerprint);
  expect(await readFile(join(folder, 'authority.json.unreadable'), 'utf8')).toBe('{"version":1');
});

it('certifies the new address soon after the machine got it', async () => {
  const clock = createFakeClock();
  let names = NAMES;
  const { certificates, onChange } = await open(clock, () => names);
  names = MOVED;
  await clock.advance(15_000);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  const certificate = new X509Certificate(certificates.server().certificate);
  expect(certificate.checkIP('192.168.1.33')).toBe('192.168.1.33');
  expect(certificate.checkIP('192.168.1.20')).toBeUndefined();
  certificates.close();
});

it('makes the server’s certificate anew before it ends', async () => {
  let days = 0;
  const start = Date.parse('2026-03-02T09:00:00Z');
  const still = createFakeClock(start);
  const clock = { ...still, now: () => new Date(start + days * DAY_MS).toISOString() };
  const { certificates, onChange } = await open(clock);
  days = 39;
  await still.advance(15_000);
  expect(onChange).not.toHaveBeenCalled();
  days = 41;
  await vi.waitFor(async () => {
    await still.advance(15_000);
    expect(onChange).toHaveBeenCalledOnce();
  });
  certificates.close();
});

it('calls the machine by what the authority may vouch for, this machine last', () => {
  const info = (address: string, internal = false) => ({
    address,
    internal,
    family: address.includes(':') ? ('IPv6' as const) : ('IPv4' as const),
    netmask: '',
    mac: '',
    cidr: null,
    scopeid: 0,
  });
  const interfaces = {
    lo: [info('127.0.0.1', true), info('::1', true)],
    eth0: [info('192.168.1.20'), info('fe80::1'), info('93.184.215.14'), info('fd00::5')],
  };
  expect(localNames(interfaces, 'Cabine-1.example.fr')).toEqual({
    host: 'cabine-1.local',
    addresses: ['192.168.1.20', 'fd00::5', '127.0.0.1'],
  });
  expect(localNames({}, 'cabine_1')).toEqual({ host: undefined, addresses: [] });
});
