import * as z from 'zod';

/** One server that helps two peers to find a path, as a browser takes it (W3C WebRTC, RTCIceServer). */
export const iceServerSchema = z.strictObject({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServerSchema>;

/** `stun:` (RFC 7064), `turn:` or `turns:` (RFC 7065), host, port, and for a relay the way to it. */
const ICE_URL = /^(?:stun:[^\s/?]+|turns?:[^\s/?]+(?:\?transport=(?:udp|tcp))?)$/;

/** A relay for cabins and physicians who do not reach each other: it and the gateway share a secret. */
export const relaySettingsSchema = z.strictObject({
  /** Of the same relay, over UDP, TCP and TLS; which one passes is found out in each call. */
  urls: z
    .array(
      z.string().regex(ICE_URL, { error: 'an address such as turns:relay.example.fr:443?transport=tcp' }),
    )
    .min(1),
  /** `static-auth-secret` of coturn. */
  secret: z.string().min(16, { error: 'a secret of 16 characters or more' }),
});
export type RelaySettings = z.infer<typeof relaySettingsSchema>;

/** `POST /relay` of the gateway: what one session may use, and for how long. No servers when the site has no relay. */
export const iceAccessSchema = z.strictObject({
  iceServers: z.array(iceServerSchema),
  /** Seconds until the credential expires; a connection that stands by then goes on. */
  expiresIn: z.int().positive(),
});
export type IceAccess = z.infer<typeof iceAccessSchema>;
