import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { type ExternalBrokerSettings, externalBrokerSchema } from '#core/contract/gateway-host.ts';
import { fail, ok, type Result } from '#core/result.ts';

/** A secret stands in a file of its own, readable by the cabin's account alone, or in the environment; never in the profile. */
const secretSchema = z.union([
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
]);
type Secret = z.infer<typeof secretSchema>;

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
});
export type ServersProfile = z.infer<typeof serversSchema>;

/** The same with what stands in the files, as the gateway takes it. */
export interface Servers {
  readonly externalBroker?: ExternalBrokerSettings;
}

/** Reads what the profile at `profilePath` refers to; relative paths begin at its folder. The failure is one line. */
export const readServers = async (
  { broker }: ServersProfile,
  profilePath: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<Servers, string>> => {
  const read = async (place: string, file: string): Promise<Result<string, string>> => {
    const path = resolve(dirname(profilePath), file);
    try {
      return ok((await readFile(path, 'utf8')).trim());
    } catch {
      return fail(`${profilePath}: ${place}: ${path} cannot be read`);
    }
  };
  const reveal = async (place: string, secret: Secret): Promise<Result<string, string>> => {
    if ('file' in secret) return read(`${place}.file`, secret.file);
    const value = environment[secret.variable];
    return value === undefined || value === ''
      ? fail(`${profilePath}: ${place}.variable: ${secret.variable} is not set`)
      : ok(value);
  };

  if (broker === undefined) return ok({});
  const password = await reveal('servers.broker.password', broker.password);
  if (!password.ok) return password;
  const authority =
    broker.certificateAuthority === undefined
      ? ok(undefined)
      : await read('servers.broker.certificateAuthority', broker.certificateAuthority);
  if (!authority.ok) return authority;
  const checked = externalBrokerSchema.safeParse({
    url: broker.url,
    username: broker.username,
    password: password.value,
    certificateAuthority: authority.value,
  });
  if (checked.success) return ok({ externalBroker: checked.data });
  const issue = checked.error.issues[0];
  return fail(`${profilePath}: servers.broker.${issue?.path.join('.')}: ${issue?.message}`);
};
