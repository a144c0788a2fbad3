/** The computer itself, by name or by address (RFC 6761 6.3, RFC 5735 3, RFC 4291 2.5.3). */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a link leads nowhere but to the computer on which it is opened. */
export const isLocalLink = (link: string): boolean => {
  const { hostname } = URL.canParse(link) ? new URL(link) : { hostname: '' };
  return LOOPBACK.test(hostname);
};
