const DIGITS = /^[A-Za-z0-9_-]*$/;

/** Undefined for anything that is not base64url (RFC 4648, without padding). */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!DIGITS.test(text) || text.length % 4 === 1) return undefined;
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
};

export const toBase64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
