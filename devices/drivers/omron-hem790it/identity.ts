import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { toHex, toLatin1 } from '../../kit/bytes.ts';
import { dataOf, type ReplyKind } from './replies.ts';

const PRINTABLE = /^[ -~]+$/;

/** The text that the unit answers to VER, e.g. `M7080IT 207`; undefined when it is none. */
export const versionText = (body: Uint8Array): string | undefined => {
  const text = toLatin1(dataOf(body)).trim();
  return PRINTABLE.test(text) ? text : undefined;
};

/** The seven bytes of SRL in hex: no source says how the number on the case is made of them. Undefined when all are 0. */
export const serialText = (body: Uint8Array): string | undefined => {
  const data = dataOf(body);
  return data.some((byte) => byte !== 0) ? toHex(data).replaceAll(' ', '') : undefined;
};

/** The identity that a reply adds to. The profile (PRF) is the user's, not the device's. */
export const withReply = (identity: DeviceIdentity, kind: ReplyKind, body: Uint8Array): DeviceIdentity => {
  const firmware = kind === 'version' ? versionText(body) : undefined;
  const serial = kind === 'serial' ? serialText(body) : undefined;
  return {
    ...identity,
    ...(firmware === undefined ? {} : { firmware }),
    ...(serial === undefined ? {} : { serial }),
  };
};
