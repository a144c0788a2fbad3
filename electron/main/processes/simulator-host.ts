import { type Failure, failure } from '#core/contract/error-codes.ts';
import {
  type CatalogueEntry,
  fromSimulatorHostSchema,
  type SimulatorStatus,
  type ToSimulatorHost,
} from '#core/contract/simulator-host.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { type Supervised, supervise } from './supervised.ts';

/** An order that has not been answered by then is given up. */
const ANSWER_WITHIN: Milliseconds = 10_000;

type Order = Extract<ToSimulatorHost, { number: number }>;
/** What is asked of the simulators, without the number that it gets on its way. */
export type SimulatorOrder = Order extends infer Each
  ? Each extends Order
    ? Omit<Each, 'number'>
    : never
  : never;
type Outcome = Result<null, Failure>;

/** The process that plays simulated devices, as the main process sees it. It runs from the first time that it is needed. */
export interface SimulatorHost {
  wake(): void;
  running(): readonly SimulatorStatus[];
  catalogue(): readonly CatalogueEntry[];
  /** The failure's detail says why it was refused. */
  ask(order: SimulatorOrder): Promise<Outcome>;
  stop(): Promise<void>;
}

interface SimulatorHostOptions {
  readonly clock: Clock;
  /** How much faster cuffs inflate and scales settle. */
  readonly clockRate: number;
  /** Simulators, or what can be simulated, have changed. */
  readonly onChange: () => void;
}

/** At rest; a host that died plays again what it had played. */
export const createSimulatorHost = ({ clock, clockRate, onChange }: SimulatorHostOptions): SimulatorHost => {
  let process: Supervised | undefined;
  let ready = false;
  let running: readonly SimulatorStatus[] = [];
  let latest: readonly SimulatorStatus[] = [];
  /** Orders of before that a host which was started again has not carried out yet. */
  let restoring = 0;
  let catalogue: readonly CatalogueEntry[] = [];
  let number = 0;
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let early: (() => void)[] = [];
  /** What is to play, by id: the order that started it. */
  const wanted = new Map<string, SimulatorOrder>();

  const settle = (mine: number, refused: string | undefined): void => {
    waiting.get(mine)?.(refused === undefined ? ok(null) : fail(failure('BENCH_FAILED', refused)));
    waiting.delete(mine);
  };

  const send = (order: SimulatorOrder): Promise<Outcome> =>
    new Promise((resolve) => {
      number += 1;
      const mine = number;
      const cancel = clock.after(ANSWER_WITHIN, () => settle(mine, 'the simulators do not answer'));
      waiting.set(mine, (outcome) => {
        cancel();
        resolve(outcome);
      });
      const go = (): void => process?.send({ ...order, number: mine } satisfies ToSimulatorHost);
      if (ready) go();
      else early.push(go);
    });

  /** Devices that come back one after the other are not taken away from the cabin meanwhile. */
  const apply = (): void => {
    if (restoring > 0) return;
    running = latest;
    onChange();
  };

  const restore = async (order: SimulatorOrder): Promise<void> => {
    restoring += 1;
    await send(order);
    restoring -= 1;
    apply();
  };

  const begin = (): void => {
    ready = true;
    process?.send({ type: 'settings', clockRate } satisfies ToSimulatorHost);
    const orders = early;
    early = [];
    for (const order of wanted.values()) void restore(order);
    for (const go of orders) go();
  };

  const receive = (raw: unknown): void => {
    const parsed = fromSimulatorHostSchema.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    switch (message.type) {
      case 'ready':
        ({ catalogue } = message);
        begin();
        onChange();
        return;
      case 'simulators':
        latest = message.simulators;
        apply();
        return;
      case 'done':
        settle(message.number, message.refused);
        return;
    }
  };

  const lose = (): void => {
    ready = false;
    latest = [];
    for (const mine of [...waiting.keys()]) settle(mine, 'the simulators were started again');
    onChange();
  };

  const wake = (): void => {
    process ??= supervise({
      name: 'simulator-host',
      clock,
      onStart: () => undefined,
      onMessage: receive,
      onDeath: lose,
    });
  };

  return {
    wake,
    running: () => running,
    catalogue: () => catalogue,
    ask: async (order) => {
      wake();
      const outcome = await send(order);
      if (outcome.ok && (order.type === 'start' || order.type === 'replay')) wanted.set(order.id, order);
      if (outcome.ok && order.type === 'stop') wanted.delete(order.id);
      return outcome;
    },
    stop: async () => process?.stop(() => process?.send({ type: 'shut-down' } satisfies ToSimulatorHost)),
  };
};
