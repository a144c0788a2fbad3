import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { addressBytes } from './address-bytes.ts';
import type { LocalNames } from './local-names.ts';
import { extension, type KeyedCertificate, keyIdentifier, makeCertificate } from './make-certificate.ts';

/** Far under the 398 days that browsers allow, so that one which was stolen is soon worth nothing. */
export const SERVER_DAYS = 60;
const DNS_NAME = 2;
const IP_ADDRESS = 7;
/** `digitalSignature`: bit 0, seven bits unused. */
const KEY_USAGE = new Uint8Array([0b1000_0000]).buffer;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

/** Makes a new key and the certificate of the tablet's page for these names, signed by the authority. */
export const issueServerCertificate = (
  authority: KeyedCertificate,
  { host, addresses }: LocalNames,
  now: Date,
): Promise<KeyedCertificate> =>
  makeCertificate(
    {
      common: host ?? addresses[0] ?? 'Cabine',
      now,
      days: SERVER_DAYS,
      extensions: async (publicKey) => [
        extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
        extension('2.5.29.15', true, new asn1.BitString({ valueHex: KEY_USAGE, unusedBits: 7 })),
        extension('2.5.29.37', false, new pkijs.ExtKeyUsage({ keyPurposes: [SERVER_AUTH] }).toSchema()),
        extension(
          '2.5.29.17',
          false,
          new pkijs.GeneralNames({
            names: [
              ...(host === undefined ? [] : [new pkijs.GeneralName({ type: DNS_NAME, value: host })]),
              ...addresses.map(
                (address) =>
                  new pkijs.GeneralName({
                    type: IP_ADDRESS,
                    value: new asn1.OctetString({ valueHex: new Uint8Array(addressBytes(address)).buffer }),
                  }),
              ),
            ],
          }).toSchema(),
        ),
        extension('2.5.29.14', false, new asn1.OctetString({ valueHex: await keyIdentifier(publicKey) })),
        extension(
          '2.5.29.35',
          false,
          new pkijs.AuthorityKeyIdentifier({
            keyIdentifier: new asn1.OctetString({ valueHex: await keyIdentifier(authority.certificate) }),
          }).toSchema(),
        ),
      ],
    },
    authority,
  );
