import * as z from 'zod';
import { externalBrokerSchema, gatewayHostSchema } from '../contract/gateway-host.ts';
import { relaySettingsSchema } from '../contract/ice.ts';
import { tabletProfileSchema } from '../contract/tablet.ts';

/** A secret stands in a file of its own, readable by the cabin's account alone, or in the environment; never in the profile. */
const secretSchema = z.union([
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
]);
export type Secret = z.infer<typeof secretSchema>;

/** What the profile says of servers beside the cabin. */
export const serversSchema = z.strictObject({
  broker: z
    .strictObject({
      url: externalBrokerSchema.shape.url,
      username: externalBrokerSchema.shape.username,
      password: secretSchema,
      /** File of the certificate authority (PEM), where the system does not know it. */
      certificateAuthority: z.string().min(1).optional(),
    })
    .optional(),
  relay: relaySettingsSchema.extend({ secret: secretSchema }).optional(),
  /** Where the reverse proxy reaches the gateway when it runs on another machine. */
  gateway: z.strictObject({ host: gatewayHostSchema }).optional(),
  /** The assistant's tablets, on the local network. */
  tablet: tabletProfileSchema.optional(),
});
export type ServersProfile = z.infer<typeof serversSchema>;
