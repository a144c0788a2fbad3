import { createPublicKey, randomBytes, webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const COMMON_NAME = '2.5.4.3';
/** A clock that is a little behind that of the cabin still takes a new certificate. */
const BACKDATED_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });

/** A certificate with its private key, both PEM (the key PKCS #8, ECDSA P-256). */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly key: string;
}

const pem = (label: string, der: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----\n`;

const derOf = (text: string): ArrayBuffer => {
  const bytes = Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return new Uint8Array(bytes).buffer;
};

const setName = (name: pkijs.RelativeDistinguishedNames, common: string): void => {
  name.typesAndValues.push(
    new pkijs.AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1.Utf8String({ value: common }) }),
  );
};

/** A serial that does not repeat (RFC 5280, 4.1.2.2): 15 random bytes after one that keeps it positive and short of leading zeros. */
const serial = (): asn1.Integer =>
  new asn1.Integer({ valueHex: new Uint8Array([0x4d, ...randomBytes(15)]).buffer });

/** What a certificate is to say. */
export interface Saying {
  readonly common: string;
  readonly now: Date;
  readonly days: number;
  /** In order; `critical` ones are understood or the certificate is refused. */
  readonly extensions: (publicKey: CryptoKey) => Promise<readonly pkijs.Extension[]>;
}

/** Makes a new key and a certificate of it: signed by `issuer`, or by itself. */
export const makeCertificate = async (
  saying: Saying,
  issuer: KeyedCertificate | undefined,
): Promise<KeyedCertificate> => {
  const pair = await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  // Version 3, counted from zero.
  certificate.version = 2;
  certificate.serialNumber = serial();
  setName(certificate.subject, saying.common);
  certificate.notBefore.value = new Date(saying.now.getTime() - BACKDATED_MS);
  certificate.notAfter.value = new Date(saying.now.getTime() + saying.days * DAY_MS);
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey as CryptoKey, engine);
  let signer = pair.privateKey as CryptoKey;
  if (issuer === undefined) certificate.issuer = certificate.subject;
  else {
    certificate.issuer = pkijs.Certificate.fromBER(derOf(issuer.certificate)).subject;
    signer = (await webcrypto.subtle.importKey('pkcs8', derOf(issuer.key), CURVE, false, [
      'sign',
    ])) as CryptoKey;
  }
  certificate.extensions = [...(await saying.extensions(pair.publicKey as CryptoKey))];
  await certificate.sign(signer, 'SHA-256', engine);
  return {
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER()),
    key: pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
};

/** An extension, by its number and its content in DER. */
export const extension = (
  extnID: string,
  critical: boolean,
  content: { toBER(): ArrayBuffer },
): pkijs.Extension => new pkijs.Extension({ extnID, critical, extnValue: content.toBER() });

/** SHA-1 of a public key's bits, by which certificates find their issuer (RFC 5280, 4.2.1.2): a name for a key, no protection. */
export const keyIdentifier = async (key: CryptoKey | string): Promise<ArrayBuffer> => {
  const info = pkijs.PublicKeyInfo.fromBER(
    typeof key === 'string'
      ? new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' })).buffer
      : await webcrypto.subtle.exportKey('spki', key as webcrypto.CryptoKey),
  );
  return webcrypto.subtle.digest(
    'SHA-1',
    info.subjectPublicKey.valueBlock.valueHexView as Uint8Array<ArrayBuffer>,
  );
};
