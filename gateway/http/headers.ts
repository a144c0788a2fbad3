/** `data:` is for small pictures of the style sheet; nothing runs that is not a file of this origin. */
const policy = (host: string | undefined, brokerOrigin: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    // Older Firefox does not count ws:// of the same host as 'self'.
    `connect-src 'self'${host === undefined ? '' : ` ws://${host} wss://${host}`}${brokerOrigin === undefined ? '' : ` ${brokerOrigin}`}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The headers of every answer; pages may also connect to `brokerOrigin`, e.g. `wss://broker.example.fr:8443`. */
export const securityHeaders = (
  host: string | undefined,
  brokerOrigin: string | undefined,
): Record<string, string> => ({
  'content-security-policy': policy(host, brokerOrigin),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), display-capture=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
