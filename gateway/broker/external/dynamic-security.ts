import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { ExternalBrokerSettings } from '#core/contract/gateway-host.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { BrokerAccess } from '../../client/broker-access.ts';
import { type Connection, createConnection } from '../../client/connection.ts';

/** Topics of mosquitto's dynamic-security plugin, version 1 of its commands (mosquitto 2.0). */
const CONTROL = '$CONTROL/dynamic-security/v1';
const RESPONSE = `${CONTROL}/response`;
/** A broker that knows the plugin answers within a few milliseconds. */
const ANSWER_MS = 5_000;

const responsesSchema = z.object({
  responses: z.array(
    z.object({
      command: z.string(),
      correlationData: z.string().optional(),
      error: z.string().optional(),
      data: z.unknown().optional(),
    }),
  ),
});
/** The broker's own plugin answers, at the length and the rate that it is asked: a list of users may be long. */
const readResponses = (payload: Uint8Array): readonly Response[] => {
  try {
    return responsesSchema.parse(JSON.parse(Buffer.from(payload).toString('utf8'))).responses;
  } catch {
    // Whatever waits for this answer says so after its time.
    return [];
  }
};
/** The plugin's answer to one command: `error` in its own words, or `data`. */
export type Response = z.infer<typeof responsesSchema>['responses'][number];
/** A command of the plugin's documentation, with its arguments. */
export type Command = { readonly command: string } & Readonly<Record<string, unknown>>;

/** The administrator's connection to an external broker. */
export interface DynamicSecurity {
  /** One answer for each command, in order. BROKER_LOST while the broker is away, BROKER_REFUSED when it does not obey. */
  run(commands: readonly Command[]): Promise<Result<readonly Response[], Failure>>;
  /** Publishes and keeps `message`; false while the broker is away. */
  keep(topic: string, message: unknown): boolean;
  readonly connection: Pick<Connection['store'], 'getState' | 'subscribe'>;
  /** Calls back at each connection. */
  onConnected(listener: () => void): void;
  close(): Promise<void>;
}

/** Connects as the administrator, and again by itself whenever the link is lost; `clock` is that of the line. */
export const createDynamicSecurity = (settings: ExternalBrokerSettings, clock: Clock): DynamicSecurity => {
  const { certificateAuthority, ...own } = settings;
  const access: BrokerAccess = {
    ...own,
    ...(certificateAuthority !== undefined && { certificateAuthority }),
  };
  const waiting = new Map<string, (response: Response) => void>();
  const connection = createConnection({
    clientId: `${access.username}.${randomUUID()}`,
    access: async (refused) => (refused ? fail(failure('SESSION_EXPIRED')) : ok(access)),
    filters: [RESPONSE],
    onMessage: (_topic, payload) => {
      for (const response of readResponses(payload)) waiting.get(response.correlationData ?? '')?.(response);
    },
    afterRefusal: 'retry',
    clock,
    random: Math.random,
  });

  const ask = (commands: readonly Command[]): Promise<readonly Response[] | undefined> =>
    new Promise((resolve) => {
      const ids = commands.map(() => randomUUID());
      const answers = new Map<string, Response>();
      const finish = (whole: boolean): void => {
        cancel();
        stopWatching();
        for (const id of ids) waiting.delete(id);
        resolve(whole ? ids.flatMap((id) => answers.get(id) ?? []) : undefined);
      };
      const cancel = clock.after(ANSWER_MS, () => finish(false));
      // What was asked of a connection that is gone is never answered.
      const stopWatching = connection.store.subscribe(() => finish(false));
      for (const id of ids)
        waiting.set(id, (response) => {
          answers.set(id, response);
          if (answers.size === ids.length) finish(true);
        });
      const numbered = commands.map((command, index) => ({ ...command, correlationData: ids[index] }));
      if (!connection.publish(CONTROL, { commands: numbered }, 1)) finish(false);
    });

  return {
    run: async (commands) => {
      const { state } = connection.store.getState();
      if (state === 'refused') return fail(failure('BROKER_REFUSED', `user ${access.username} is refused`));
      if (state !== 'connected') return fail(failure('BROKER_LOST', access.url));
      const responses = await ask(commands);
      if (responses) return ok(responses);
      return connection.store.getState().state === 'connected'
        ? fail(
            failure(
              'BROKER_REFUSED',
              `no answer to user ${access.username} on ${CONTROL}: is the dynamic-security plugin loaded?`,
            ),
          )
        : fail(failure('BROKER_LOST', access.url));
    },
    connection: connection.store,
    keep: (topic, message) => connection.publish(topic, message, 1, true),
    onConnected: (listener) => {
      connection.store.subscribe(({ state }) => {
        if (state === 'connected') listener();
      });
    },
    close: () => connection.close(),
  };
};
