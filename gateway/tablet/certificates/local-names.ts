import type { NetworkInterfaceInfo } from 'node:os';
import { isPermitted, PERMITTED_DOMAIN } from './permitted.ts';

/** By what a tablet on the local network can call this machine. */
export interface LocalNames {
  /** Such as `cabine-1.local`; undefined when the machine's name is none of the DNS. */
  readonly host: string | undefined;
  /** In a fixed order, this machine's own (loopback) last. */
  readonly addresses: readonly string[];
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names and addresses that the authority may vouch for; addresses of a public network are left out. */
export const localNames = (
  interfaces: Readonly<Record<string, NetworkInterfaceInfo[] | undefined>>,
  hostname: string,
): LocalNames => {
  const found = Object.values(interfaces).flatMap((infos) => infos ?? []);
  const permitted = found
    // An address with a zone (`fe80::1%eth0`) is good for nobody else.
    .filter(
      ({ address, family }) =>
        !address.includes('%') && isPermitted(address, family === 'IPv6' ? 'ipv6' : 'ipv4'),
    )
    .map(({ address, internal }) => ({ address, internal }));
  const label = hostname.toLowerCase().split('.')[0] ?? '';
  const addresses = permitted
    .toSorted((a, b) => Number(a.internal) - Number(b.internal) || a.address.localeCompare(b.address))
    .map(({ address }) => address);
  return {
    host: LABEL.test(label) ? `${label}.${PERMITTED_DOMAIN}` : undefined,
    addresses: [...new Set(addresses)],
  };
};
