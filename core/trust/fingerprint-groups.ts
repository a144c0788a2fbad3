/** A fingerprint as people compare it: capital digits in groups of four, 16 of them for SHA-256. */
export const fingerprintGroups = (fingerprint: string): readonly string[] =>
  fingerprint.toUpperCase().match(/.{1,4}/g) ?? [];
