import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Connection, ConnectionState } from '../../client/connection.ts';

/** A broker that starts with the gateway, or that ends a connection to change its rights, is back before. */
export const TELL_LOST_AFTER_MS: Milliseconds = 5_000;

/** What keeps the gateway from its work for now, and that it no longer does. */
export interface TroubleNews {
  readonly onTrouble: (trouble: Failure) => void;
  readonly onTroubleOver: (code: ErrorCode) => void;
}

/** Tells BROKER_LOST when the administrator's connection to the broker at `url` stays away for some seconds, and when it is back. */
export const watchBroker = (
  connection: Pick<Connection['store'], 'getState' | 'subscribe'>,
  url: string,
  clock: Clock,
  news: TroubleNews,
): void => {
  let told = false;
  let cancel: (() => void) | undefined;
  const follow = ({ state }: ConnectionState): void => {
    if (state === 'connecting' || state === 'lost') {
      if (told) return;
      cancel ??= clock.after(TELL_LOST_AFTER_MS, () => {
        told = true;
        news.onTrouble(failure('BROKER_LOST', url));
      });
      return;
    }
    cancel?.();
    cancel = undefined;
    if (!told || state !== 'connected') return;
    told = false;
    news.onTroubleOver('BROKER_LOST');
  };
  follow(connection.getState());
  connection.subscribe(follow);
};
