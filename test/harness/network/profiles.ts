/** One direction of a line. */
export interface Direction {
  /** 0: as fast as the machine. 1 kbit/s is 1 000 bit/s, headers of IP included. */
  readonly kbps: number;
  readonly delay: number;
  /** Each packet's delay differs by up to this, evenly; none overtakes another. Milliseconds, as `delay` and `queue`. */
  readonly jitter: number;
  /** Percent of packets lost, in bursts of `burst` packets on average. */
  readonly loss: number;
  readonly burst: number;
  /** A packet that would wait longer than this for its turn is dropped. */
  readonly queue: number;
  /** Whether UDP passes. */
  readonly udp: boolean;
  /** Ports of others that a firewall lets this place reach, such as `tcp 443`; null: all. */
  readonly only: readonly string[] | null;
}

/** The line of one place, towards it and away from it. */
export interface Profile {
  readonly down: Direction;
  readonly up: Direction;
}

const direction = (part: Partial<Direction>): Direction => ({
  kbps: 0,
  delay: 0,
  jitter: 0,
  loss: 0,
  burst: 1,
  queue: 500,
  udp: true,
  only: null,
  ...part,
});
const asymmetric = (down: number, up: number, both: Partial<Direction>): Profile => ({
  down: direction({ kbps: down, ...both }),
  up: direction({ kbps: up, ...both }),
});

/** Lines on which cabins stand. */
export const PROFILES = {
  lan: asymmetric(0, 0, {}),
  adsl: asymmetric(8_000, 1_000, { delay: 25 }),
  '4g': asymmetric(4_000, 1_500, { delay: 40, jitter: 15, loss: 0.5 }),
  '3g': asymmetric(1_000, 384, { delay: 100, loss: 1, burst: 3 }),
  satellite: asymmetric(2_000, 512, { delay: 300, loss: 1 }),
  edge: asymmetric(200, 100, { delay: 250, jitter: 80, loss: 2, burst: 3 }),
  'udp-blocked': asymmetric(8_000, 1_000, { delay: 25, udp: false }),
} as const satisfies Record<string, Profile>;

/** A fast line behind a firewall that lets through only these. */
export const firewall = (...only: readonly string[]): Profile =>
  asymmetric(8_000, 1_000, { delay: 25, only });
export type ProfileName = keyof typeof PROFILES;
