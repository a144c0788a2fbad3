import { BlockList } from 'node:net';

/**
 * What the cabin's authority can vouch for at all: addresses that no public site has (RFC 1918, RFC 3927, RFC 4193, this machine) and
 * names of the local network (RFC 6762). Whoever installs it in their tablet gives it no power over the rest of the web.
 */
export const PERMITTED_NETWORKS = [
  { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
  { address: '172.16.0.0', prefix: 12, family: 'ipv4' },
  { address: '192.168.0.0', prefix: 16, family: 'ipv4' },
  { address: '169.254.0.0', prefix: 16, family: 'ipv4' },
  { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
  { address: 'fc00::', prefix: 7, family: 'ipv6' },
] as const;
export const PERMITTED_DOMAIN = 'local';

const networks = new BlockList();
for (const { address, prefix, family } of PERMITTED_NETWORKS) networks.addSubnet(address, prefix, family);

/** Whether the authority may vouch for this address. */
export const isPermitted = (address: string, family: 'ipv4' | 'ipv6'): boolean =>
  networks.check(address, family);
