import { createHash } from 'node:crypto';

/** An identifier that stays the same for the same certificate: installed twice, the profile replaces itself. */
const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    .toUpperCase();

const plist = (entries: Readonly<Record<string, string>>): string =>
  `<dict>${Object.entries(entries)
    .map(([key, value]) => `<key>${key}</key>${value}`)
    .join('')}</dict>`;
const string = (text: string): string =>
  `<string>${text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`)}</string>`;
const VERSION = '<integer>1</integer>';

/** The authority's certificate (DER) as a configuration profile, unsigned: iPadOS says so, and shows the certificate before it takes it. */
export const appleProfile = (certificate: Buffer, siteName: string): string => {
  const seed = certificate.toString('base64');
  const payload = plist({
    PayloadType: string('com.apple.security.root'),
    PayloadVersion: VERSION,
    PayloadIdentifier: string('org.cabine.authority.root'),
    PayloadUUID: string(uuidOf(`root ${seed}`)),
    PayloadDisplayName: string(`Cabine ${siteName}`),
    PayloadCertificateFileName: string('cabine.cer'),
    PayloadContent: `<data>${seed}</data>`,
  });
  const profile = plist({
    PayloadType: string('Configuration'),
    PayloadVersion: VERSION,
    PayloadIdentifier: string('org.cabine.authority'),
    PayloadUUID: string(uuidOf(`profile ${seed}`)),
    PayloadDisplayName: string(`Cabine ${siteName}`),
    PayloadContent: `<array>${payload}</array>`,
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">' +
    `<plist version="1.0">${profile}</plist>`
  );
};
