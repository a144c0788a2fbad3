import * as z from 'zod';
import { guestNameSchema } from '../visit/company/company.ts';
import { physicianCardSchema } from '../visit/words.ts';
import { errorCodeSchema, failureSchema } from './error-codes.ts';
import { invitationSchema } from './guests.ts';
import { iceAccessSchema, relaySettingsSchema } from './ice.ts';
import { privateKeySchema, publicKeySchema } from './identity.ts';
import { brokerAccessSchema } from './signalling.ts';
import { tabletFromHostSchema, tabletSettingsSchema, tabletToHostSchema } from './tablet.ts';

/**
 * Main process and gateway host (an Electron utility process). Main makes the keys and the access code and passes them in, so that
 * a physician's session and the sign-in of a demonstration survive the restart of a gateway that died.
 */

/** In the clear only on this machine: secrets pass here. */
const ORIGIN = String.raw`(?:https://[A-Za-z0-9.-]+|http://(?:localhost|127\.0\.0\.1))(?::\d{1,5})?`;
const webAddress = z
  .string()
  .regex(new RegExp(`^${ORIGIN}(?:/[^\\s?#]*)?$`), { error: 'an address that begins with https://' });

/** How physicians sign in at a real site: OpenID Connect, made for Pro Santé Connect. */
export const signInSettingsSchema = z.strictObject({
  /** The gateway as physicians' browsers know it, without a path, e.g. `https://cabine.example.fr`. */
  publicUrl: z.string().regex(new RegExp(`^${ORIGIN}$`), {
    error: 'an address such as https://cabine.example.fr, without a path',
  }),
  issuer: webAddress,
  /** Where the provider describes itself, if not at `<issuer>/.well-known/openid-configuration`. */
  discovery: webAddress
    .refine((address) => address.includes('/.well-known/'), { error: 'an address with /.well-known/' })
    .optional(),
  clientId: z.string().min(1),
  /** Where the secret is; it is never written in the settings themselves. */
  clientSecret: z.union([
    z.strictObject({ file: z.string().min(1) }),
    z.strictObject({ variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
  ]),
  scope: z.string().default('openid scope_all'),
  acrValues: z.string().default('eidas1'),
  /** Whether those who assist may confirm on a device of their own (CIBA), which a service asks Pro Santé Connect for. */
  assistants: z.boolean().optional(),
});
export type SignInSettings = z.infer<typeof signInSettingsSchema>;

/** A broker beside the gateway: mosquitto with its dynamic-security plugin. */
export const externalBrokerSchema = z.strictObject({
  /** As pages and cabin reach it, e.g. `wss://broker.example.fr:8443`. */
  url: z.url({ protocol: /^wss?$/, error: 'the address of a broker, such as wss://broker.example.fr:8443' }),
  /** An administrator of the plugin. */
  username: z.string().min(1),
  password: z.string().min(1),
  /** Who signs the broker's certificate (PEM), where the system does not know them. */
  certificateAuthority: z
    .string()
    .startsWith('-----BEGIN CERTIFICATE-----', { error: 'a certificate in PEM' })
    .optional(),
});
export type ExternalBrokerSettings = z.infer<typeof externalBrokerSchema>;

/** An address of this machine, or every one (`0.0.0.0`, `::`). */
export const gatewayHostSchema = z.union([z.ipv4(), z.ipv6()], { error: 'an address such as 192.168.1.20' });

export const gatewaySettingsSchema = z.strictObject({
  /** Address of this machine that physicians' pages come in by, beside loopback, by which its cabin does. */
  host: gatewayHostSchema,
  /** 0 takes any free port; a restart passes the port that was told by `ready`. */
  port: z.int().min(0).max(65_535),
  /** Folder of the physician's page as built. */
  webRoot: z.string().min(1),
  /** Demo accounts and their access code exist only in simulation. */
  simulation: z.boolean(),
  /** Secret of the session tokens: 32 random bytes or more, base64url. */
  signingKey: z.base64url().min(43),
  /** The key pair that signs who is who, for the ends of a call. */
  identityKey: privateKeySchema,
  /** What a demo physician types to sign in. Absent outside simulation. */
  accessCode: z.string().min(6).max(64).optional(),
  /** Absent in simulation: the provider of demonstration identities. Absent elsewhere: nobody can sign in. */
  signIn: signInSettingsSchema.optional(),
  /** Absent: the gateway serves the broker itself. */
  externalBroker: externalBrokerSchema.optional(),
  site: z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), cabinId: z.string().regex(/^[a-z0-9-]+$/) }),
  /** Absent: peers reach each other directly, or not at all. */
  relay: relaySettingsSchema.optional(),
  /** Absent: no tablet, and no port for one. */
  tablet: tabletSettingsSchema.optional(),
});
export type GatewaySettings = z.infer<typeof gatewaySettingsSchema>;

/** The cabin's own token, good for its topics only. */
export const cabinTokenSchema = z.strictObject({
  token: z.string(),
  /** Seconds until it expires. */
  expiresIn: z.int().positive(),
  /** The cabin's user in the external broker, if there is one. */
  broker: brokerAccessSchema.optional(),
  ice: iceAccessSchema,
});
export type CabinToken = z.infer<typeof cabinTokenSchema>;

export const toGatewayHostSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    settings: gatewaySettingsSchema,
    /** Links that are good, and guests who came in with one: what a gateway before this one knew. */
    invitations: z.array(invitationSchema),
  }),
  z.strictObject({ type: z.literal('invite'), invitation: invitationSchema }),
  z.strictObject({ type: z.literal('end-guest'), guestId: z.string() }),
  z.strictObject({ type: z.literal('renew-cabin-token') }),
  /** Asks for a statement that binds this key to the cabin. */
  z.strictObject({ type: z.literal('state-cabin'), key: publicKeySchema }),
  /** Asks somebody on a device of their own; answered by `confirmed`. */
  z.strictObject({
    type: z.literal('confirm-person'),
    requestId: z.string(),
    nationalId: z.string(),
    number: z.string(),
  }),
  /** Nobody waits for the answer any more. */
  z.strictObject({ type: z.literal('stop-confirming'), requestId: z.string() }),
  z.strictObject({ type: z.literal('stop') }),
  tabletToHostSchema,
]);
export type ToGatewayHost = z.infer<typeof toGatewayHostSchema>;

export const fromGatewayHostSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ready'),
    port: z.int().min(1).max(65_535),
    accessCode: z.string().optional(),
    /** Who can sign in to a demonstration. */
    accounts: z.array(z.strictObject({ account: z.string(), card: physicianCardSchema })),
    cabin: cabinTokenSchema,
  }),
  /** Somebody signed in: the card that a patient is shown, as the identity provider vouches for it. */
  z.strictObject({ type: z.literal('physician'), physicianId: z.string(), card: physicianCardSchema }),
  /** Somebody came in with a link, by the name they gave. */
  z.strictObject({ type: z.literal('guest-arrived'), guestId: z.string(), name: guestNameSchema }),
  /** A guest's page is closed, or about to be loaded again. */
  z.strictObject({ type: z.literal('guest-away'), guestId: z.string(), page: z.string() }),
  z.strictObject({ type: z.literal('cabin-token'), cabin: cabinTokenSchema }),
  z.strictObject({ type: z.literal('cabin-statement'), statement: z.string() }),
  z.strictObject({ type: z.literal('sign-in-failed'), failure: failureSchema }),
  /** How a person who was asked on a device of their own answered; without a failure they said yes. */
  z.strictObject({ type: z.literal('confirmed'), requestId: z.string(), failure: failureSchema.optional() }),
  /** Something outside keeps the gateway from its work for now; it goes on trying. */
  z.strictObject({ type: z.literal('trouble'), failure: failureSchema }),
  z.strictObject({ type: z.literal('trouble-over'), code: errorCodeSchema }),
  z.strictObject({ type: z.literal('failed'), failure: failureSchema }),
  tabletFromHostSchema,
]);
export type FromGatewayHost = z.infer<typeof fromGatewayHostSchema>;
