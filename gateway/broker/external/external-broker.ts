import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { ExternalBrokerSettings } from '#core/contract/gateway-host.ts';
import { type PhysicianPresence, TOPICS } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Party } from '../../accounts/rights.ts';
import type { BrokerAccess } from '../../client/broker-access.ts';
import { parsePhysicianClientId } from '../../client/client-ids.ts';
import { accessListOf } from './access-list.ts';
import type { Command, DynamicSecurity, Response } from './dynamic-security.ts';
import { parseUserName, userNameOf } from './user-name.ts';

/** No user outlives this, in seconds: whatever becomes of the gateway that made it, another one on this broker removes it then. */
const LONGEST_USE_SECONDS = 12 * 3_600;
/** A user is given to its client again while at least so much of its longest use is left; then another takes over. */
const LEAST_LEFT_MS: Milliseconds = (LONGEST_USE_SECONDS * 1_000) / 2;
/** Users of this gateway from before its restart are given this long to be extended. */
const ADOPTION_MS: Milliseconds = 15 * 60_000;
/** Users of other gateways are looked at this often. */
const LONGEST_SWEEP_MS: Milliseconds = 10 * 60_000;
/** After a sweep that failed. */
const RETRY_SWEEP_MS: Milliseconds = 5_000;
/** The gateway's own right beside the plugin's: to say that a physician whose user ended is away. */
const OWN_ROLE = 'cabine-gateway';

const namesSchema = z.object({ clients: z.array(z.string()) });
const ownSchema = z.object({ client: z.object({ roles: z.array(z.object({ rolename: z.string() })) }) });

export interface Admission {
  readonly party: Party;
  readonly clientId: string;
  readonly sessionId?: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: Milliseconds;
}

/** A broker that is not ours, in which each client gets a user of its own for as long as its token is good. */
export interface ExternalBroker {
  /**
   * A user for this client, bound to its id, with the party's rights: the one that it has, lasting longer, while the broker knows it, or
   * a new one. A cabin renews every few minutes over a connection that goes on. BROKER_LOST, BROKER_REFUSED.
   */
  admit(who: Admission): Promise<Result<BrokerAccess, Failure>>;
  /** Lets the users of a client stay until then (milliseconds since 1970), if they belong to the session: its token was renewed. */
  extend(clientId: string, sessionId: string, expiresAtMs: Milliseconds): void;
  /** Removes every user of a session that was ended. */
  endSession(sessionId: string): void;
  /** Removes every user whose time has come, whichever gateway made it. */
  sweep(): Promise<Result<null, Failure>>;
  close(): Promise<void>;
}

const refused = ({ command, error }: Response): Failure => failure('BROKER_REFUSED', `${command}: ${error}`);

/**
 * Looks after the users of one gateway in the broker that `plugin` is connected to. `gateway` names it over its restarts, without a
 * slash; `clock` is the one by which tokens end.
 */
export const createExternalBroker = (
  { url, username }: Pick<ExternalBrokerSettings, 'url' | 'username'>,
  gateway: string,
  plugin: DynamicSecurity,
  clock: Clock,
): ExternalBroker => {
  /** When each user of this gateway ends; milliseconds since 1970. */
  const ends = new Map<string, Milliseconds>();
  /** The newest user of each client. */
  const newest = new Map<string, BrokerAccess>();
  const nowMs = (): Milliseconds => Date.parse(clock.now());
  let cancelSweep = (): void => {};
  let closed = false;

  /** Whether the administrator has the gateway's own right on the present connection. */
  let ready = false;

  const prepare = async (): Promise<Result<null, Failure>> => {
    if (ready) return ok(null);
    const taken = await takeOwnRole(plugin, username);
    ready = taken.ok;
    return taken;
  };

  const sweepAt = (timeMs: Milliseconds): void => {
    cancelSweep();
    if (closed) return;
    const waitMs = Math.min(Math.max(timeMs - nowMs(), 0), LONGEST_SWEEP_MS);
    cancelSweep = clock.after(waitMs, () => void sweep());
  };
  const sweepNext = (): void => sweepAt(Math.min(nowMs() + LONGEST_SWEEP_MS, ...ends.values()));

  /** Until when a user stays: this gateway's own as long as told, anyone else's until the time in its name. */
  const endOf = (name: string): Milliseconds | undefined => {
    const parts = parseUserName(name);
    if (!parts) return undefined;
    const latestMs = parts.endsAt * 1_000;
    if (parts.gateway !== gateway) return latestMs;
    const known = ends.get(name) ?? Math.min(nowMs() + ADOPTION_MS, latestMs);
    ends.set(name, known);
    return known;
  };

  const removeUsers = async (names: readonly string[]): Promise<Result<null, Failure>> => {
    const commands: Command[] = names.flatMap((name) => [
      { command: 'deleteClient', username: name },
      { command: 'deleteRole', rolename: name },
    ]);
    const removed = await plugin.run(commands);
    if (!removed.ok) return removed;
    for (const name of names) {
      ends.delete(name);
      const clientId = parseUserName(name)?.clientId ?? '';
      if (newest.get(clientId)?.username === name) newest.delete(clientId);
      sayAway(plugin, name);
    }
    return ok(null);
  };

  const sweep = async (): Promise<Result<null, Failure>> => {
    cancelSweep();
    const prepared = await prepare();
    if (!prepared.ok) {
      sweepAt(nowMs() + RETRY_SWEEP_MS);
      return prepared;
    }
    const listed = await plugin.run([{ command: 'listClients', count: -1, offset: 0 }]);
    const names = listed.ok ? namesSchema.safeParse(listed.value[0]?.data).data?.clients : undefined;
    if (!listed.ok || !names) {
      sweepAt(nowMs() + RETRY_SWEEP_MS);
      return listed.ok ? fail(failure('BROKER_REFUSED', 'listClients')) : listed;
    }
    const over = names.filter((name) => (endOf(name) ?? Number.POSITIVE_INFINITY) <= nowMs());
    const removed = over.length === 0 ? ok(null) : await removeUsers(over);
    if (removed.ok) sweepNext();
    else sweepAt(nowMs() + RETRY_SWEEP_MS);
    return removed;
  };

  /** The user that this client has of the same session, if it serves on and the broker still knows it. */
  const takeUpAgain = async ({
    clientId,
    sessionId,
    expiresAtMs,
  }: Admission): Promise<BrokerAccess | undefined> => {
    const access = newest.get(clientId);
    const parts = access && parseUserName(access.username);
    if (!access || !parts || parts.sessionId !== sessionId) return undefined;
    const latestMs = parts.endsAt * 1_000;
    if (latestMs - nowMs() < LEAST_LEFT_MS) return undefined;
    const found = await plugin.run([{ command: 'getClient', username: access.username }]);
    const stays = (ends.get(access.username) ?? 0) > nowMs();
    if (!stays || !found.ok || found.value.some(({ error }) => error !== undefined)) return undefined;
    ends.set(access.username, Math.min(expiresAtMs, latestMs));
    sweepNext();
    return access;
  };

  plugin.onConnected(() => {
    ready = false;
    void sweep();
  });

  return {
    sweep,
    admit: async (who) => {
      const prepared = await prepare();
      if (!prepared.ok) return prepared;
      const again = await takeUpAgain(who);
      if (again) return ok(again);
      const { party, clientId, sessionId, expiresAtMs } = who;
      const latest = nowMs() + LONGEST_USE_SECONDS * 1_000;
      const endsAt = Math.floor(Math.max(latest, expiresAtMs) / 1_000);
      const name = userNameOf({ gateway, endsAt, clientId, sessionId }, randomBytes(6).toString('hex'));
      const secret = randomBytes(24).toString('base64url');
      const made = await plugin.run([
        { command: 'createRole', rolename: name, acls: accessListOf(party) },
        {
          command: 'createClient',
          username: name,
          password: secret,
          clientid: clientId,
          roles: [{ rolename: name }],
        },
      ]);
      if (!made.ok) return made;
      const objection = made.value.find(({ error }) => error !== undefined);
      if (objection) return fail(refused(objection));
      ends.set(name, expiresAtMs);
      sweepNext();
      const access = { url, username: name, password: secret };
      newest.set(clientId, access);
      return ok(access);
    },
    extend: (clientId, sessionId, expiresAtMs) => {
      for (const name of ends.keys()) {
        const user = parseUserName(name);
        if (user?.clientId === clientId && user.sessionId === sessionId) ends.set(name, expiresAtMs);
      }
      sweepNext();
    },
    endSession: (sessionId) => {
      for (const name of ends.keys()) if (parseUserName(name)?.sessionId === sessionId) ends.set(name, 0);
      sweepNext();
    },
    close: async () => {
      closed = true;
      cancelSweep();
      await plugin.close();
    },
  };
};

/** The broker ends a removed user's connection without its last will. */
const sayAway = (plugin: DynamicSecurity, name: string): void => {
  const parts = parsePhysicianClientId(parseUserName(name)?.clientId ?? '');
  if (!parts) return;
  const away: PhysicianPresence = { state: 'offline', page: parts.page };
  plugin.keep(TOPICS.physicianPresence(parts.physicianId), away);
};

/**
 * Gives the administrator the right to speak for physicians, once and for all. The broker ends the connection after it, so that this fails
 * with BROKER_LOST; the next connection has the right.
 */
const takeOwnRole = async (plugin: DynamicSecurity, username: string): Promise<Result<null, Failure>> => {
  const own = await plugin.run([{ command: 'getClient', username }]);
  if (!own.ok) return own;
  const roles = ownSchema.safeParse(own.value[0]?.data).data?.client.roles ?? [];
  if (roles.some(({ rolename }) => rolename === OWN_ROLE)) return ok(null);
  const acls = [
    {
      acltype: 'publishClientSend',
      topic: TOPICS.physicianPresence('+'),
      priority: 0,
      allow: true,
    },
  ];
  const given = await plugin.run([
    { command: 'createRole', rolename: OWN_ROLE, acls },
    { command: 'addClientRole', username, rolename: OWN_ROLE },
  ]);
  return given.ok
    ? fail(failure('BROKER_LOST', 'the right of the gateway begins with the next connection'))
    : given;
};
