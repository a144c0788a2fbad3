/** A user that a gateway made: whose, until when at the latest, for which client. A gateway that died leaves names that say it all. */
export interface UserName {
  /** The gateway that looks after this user, and after its own restart finds it again. */
  readonly gateway: string;
  /** Seconds since 1970. */
  readonly endsAt: number;
  readonly clientId: string;
  /** The physician's session; a cabin has none. */
  readonly sessionId: string | undefined;
}

const PREFIX = 'cabine';
const NAME = /^cabine\/([^/]+)\/(\d{10,12})\/([^/]+)\/([^/]*)\/[^/]+$/;

/** The name in the broker; `unique` tells two users of one client apart. Also the name of the user's role. */
export const userNameOf = ({ gateway, endsAt, clientId, sessionId = '' }: UserName, unique: string): string =>
  [PREFIX, gateway, Math.floor(endsAt), clientId, sessionId, unique].join('/');

/** Takes a name apart; undefined for one that no gateway made. */
export const parseUserName = (name: string): UserName | undefined => {
  const [, gateway, endsAt, clientId, sessionId] = NAME.exec(name) ?? [];
  if (gateway === undefined || endsAt === undefined || clientId === undefined) return undefined;
  return { gateway, endsAt: Number(endsAt), clientId, sessionId: sessionId || undefined };
};
