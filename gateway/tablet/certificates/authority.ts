import { X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { addressBytes, maskBytes } from './address-bytes.ts';
import { extension, type KeyedCertificate, keyIdentifier, makeCertificate } from './make-certificate.ts';
import { PERMITTED_DOMAIN, PERMITTED_NETWORKS } from './permitted.ts';

/** As long as a cabin's PC may serve: installing it anew means touching every tablet. */
const AUTHORITY_DAYS = 3_650;
/** Of a GeneralName (RFC 5280, 4.2.1.6). */
const DNS_NAME = 2;
const IP_ADDRESS = 7;
/** `keyCertSign` and `cRLSign`: bits 5 and 6 of the key usage, one bit unused. */
const KEY_USAGE = new Uint8Array([0b0000_0110]).buffer;

const constraints = (): pkijs.NameConstraints =>
  new pkijs.NameConstraints({
    permittedSubtrees: [
      new pkijs.GeneralSubtree({
        base: new pkijs.GeneralName({ type: DNS_NAME, value: PERMITTED_DOMAIN }),
      }),
      ...PERMITTED_NETWORKS.map(({ address, prefix }) => {
        const bytes = addressBytes(address);
        const value = new Uint8Array([...bytes, ...maskBytes(prefix, bytes.length)]);
        return new pkijs.GeneralSubtree({
          base: new pkijs.GeneralName({
            type: IP_ADDRESS,
            value: new asn1.OctetString({ valueHex: value.buffer }),
          }),
        });
      }),
    ],
  });

/** Makes an authority of the cabin's own, which can vouch for the local network alone and make no other authority. */
export const createAuthority = (siteName: string, now: Date): Promise<KeyedCertificate> =>
  makeCertificate(
    {
      common: `Cabine ${siteName}`.slice(0, 64),
      now,
      days: AUTHORITY_DAYS,
      extensions: async (publicKey) => [
        extension(
          '2.5.29.19',
          true,
          new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema(),
        ),
        extension('2.5.29.15', true, new asn1.BitString({ valueHex: KEY_USAGE, unusedBits: 1 })),
        extension('2.5.29.30', true, constraints().toSchema()),
        extension('2.5.29.14', false, new asn1.OctetString({ valueHex: await keyIdentifier(publicKey) })),
      ],
    },
    undefined,
  );

/** SHA-256 of a certificate in 64 small hexadecimal digits: what people compare. */
export const fingerprintOf = (certificate: string): string =>
  new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase();
