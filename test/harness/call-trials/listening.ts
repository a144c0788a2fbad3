import type { ListeningFigures } from './figures.ts';
import type { JoinedCall } from './join.ts';

const LOOK_MS = 500;
const MITRAL = { instrument: 'stethoscope', point: 'mitral' } as const;
const ACCEPTED = { status: 'accepted' } as const;

/** What both ends say and count of the stethoscope at one moment. */
interface Look {
  readonly state: 'live' | 'spoilt' | 'held' | 'none';
  readonly samples: number;
  readonly madeUp: number;
}

const percent = (part: number, whole: number): number => (100 * part) / whole;
const madeUpPercent = (pairs: readonly (readonly [Look, Look])[]): number | undefined => {
  const samples = pairs.reduce((sum, [before, after]) => sum + after.samples - before.samples, 0);
  const madeUp = pairs.reduce((sum, [before, after]) => sum + after.madeUp - before.madeUp, 0);
  return samples > 0 ? percent(madeUp, samples) : undefined;
};

/** Switches the played stethoscope in, as if the assistant had accepted, and looks twice a second at what becomes of its sound. */
export const listenIn = async ({ rig, physician }: JoinedCall) => {
  await rig.cabinPage.evaluate((asked) => window.cabin?.instruments.follow(asked), {
    exam: {
      request: {
        requestId: 'request-1',
        target: MITRAL,
        askedAt: new Date().toISOString(),
        status: ACCEPTED,
      },
      toTake: [],
      onTheWay: [],
      discarded: [],
    },
    instruments: {},
    simulation: true,
    paused: false,
  });
  const looks: Look[] = [];
  const look = async (): Promise<void> => {
    const [held, heard] = await Promise.all([
      rig.cabinPage.evaluate(() => window.cabin?.call.store.getState().listeningHeld),
      physician.evaluate(async () => ({
        counted: (await window.physician?.media.connections.incoming())?.stethoscope,
        told: window.physician?.call.store.getState().call.instruments.stethoscope,
      })),
    ]);
    const { counted = { samples: 0, madeUp: 0 }, told } = heard;
    const flows = told === 'live' || told === 'spoilt' ? told : 'none';
    looks.push({ ...counted, state: held === true ? 'held' : flows });
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => {});
  }, LOOK_MS);
  return {
    end: async (): Promise<ListeningFigures> => {
      clearInterval(timer);
      await looking;
      const share = (state: Look['state']): number =>
        percent(looks.filter((one) => one.state === state).length, looks.length);
      const pairs = looks.slice(1).map((after, index) => [looks[index] ?? after, after] as const);
      return {
        livePercent: share('live'),
        spoiltPercent: share('spoilt'),
        heldPercent: share('held'),
        madeUpPercent: madeUpPercent(pairs),
        madeUpLivePercent: madeUpPercent(
          pairs.filter(([before, after]) => before.state === 'live' && after.state === 'live'),
        ),
      };
    },
  };
};
