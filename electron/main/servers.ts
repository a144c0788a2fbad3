import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type * as z from 'zod';
import { type ExternalBrokerSettings, externalBrokerSchema } from '#core/contract/gateway-host.ts';
import { type RelaySettings, relaySettingsSchema } from '#core/contract/ice.ts';
import type { TabletProfile } from '#core/contract/tablet.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Secret, ServersProfile } from '#core/site/servers.ts';

/** The same with what stands in the files, as the gateway takes it. */
export interface Servers {
  readonly externalBroker?: ExternalBrokerSettings;
  readonly relay?: RelaySettings;
  /** Absent: the gateway is reached on this machine alone. */
  readonly gatewayHost?: string;
  /** Absent: no tablet. */
  readonly tablet?: TabletProfile;
}

/** Reads what the profile at `profilePath` refers to; relative paths begin at its folder. The failure is one line. */
export const readServers = async (
  { broker, relay, gateway, tablet }: ServersProfile,
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

  const check = <Settings>(
    place: string,
    schema: z.ZodType<Settings>,
    settings: unknown,
  ): Result<Settings, string> => {
    const checked = schema.safeParse(settings);
    if (checked.success) return ok(checked.data);
    const issue = checked.error.issues[0];
    return fail(`${profilePath}: ${place}.${issue?.path.join('.')}: ${issue?.message}`);
  };
  const readBroker = async (
    broker: NonNullable<ServersProfile['broker']>,
  ): Promise<Result<ExternalBrokerSettings, string>> => {
    const password = await reveal('servers.broker.password', broker.password);
    if (!password.ok) return password;
    const authority =
      broker.certificateAuthority === undefined
        ? ok(undefined)
        : await read('servers.broker.certificateAuthority', broker.certificateAuthority);
    if (!authority.ok) return authority;
    return check('servers.broker', externalBrokerSchema, {
      url: broker.url,
      username: broker.username,
      password: password.value,
      certificateAuthority: authority.value,
    });
  };
  const readRelay = async ({
    urls,
    secret,
  }: NonNullable<ServersProfile['relay']>): Promise<Result<RelaySettings, string>> => {
    const revealed = await reveal('servers.relay.secret', secret);
    return revealed.ok
      ? check('servers.relay', relaySettingsSchema, { urls, secret: revealed.value })
      : revealed;
  };

  const externalBroker = broker && (await readBroker(broker));
  if (externalBroker && !externalBroker.ok) return externalBroker;
  const readRelayed = relay && (await readRelay(relay));
  if (readRelayed && !readRelayed.ok) return readRelayed;
  return ok({
    ...(externalBroker && { externalBroker: externalBroker.value }),
    ...(readRelayed && { relay: readRelayed.value }),
    ...(gateway && { gatewayHost: gateway.host }),
    ...(tablet && { tablet }),
  });
};
