import { type ContentHash, contentHash } from '#core/call/content-hash.ts';
import type { EchoVerdict, ReadingEchoes } from '#core/call/echo.ts';
import { joinProjection, type VisitBody, withChange } from '#core/call/visit-body.ts';
import type { PhysicianToCabin, VisitMessage } from '#core/contract/consultation.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Reading } from '#core/vitals/reading.ts';

/** Readings by what is known of their sameness; one in neither list has been echoed, and the cabin has not answered yet. */
export interface Agreement {
  /** The cabin's record holds exactly what this page renders. */
  readonly same: ReadonlySet<string>;
  /** It does not: the value must not be shown. */
  readonly withheld: ReadonlySet<string>;
}
export const NO_AGREEMENT: Agreement = { same: new Set(), withheld: new Set() };

/** `lost`: a message before this one is missing. `repeated`: it was there already. `unreadable`: it makes no visit. */
export type Received = 'taken' | 'repeated' | 'lost' | 'unreadable';

/** The page's end of the cabin's numbered stream. */
export interface VisitReceiver {
  /** A channel begins. `fromStart`: the cabin sends from 1 by itself. */
  welcome(stream: string, fromStart: boolean): void;
  receive(message: VisitMessage): Received;
  judge(verdict: EchoVerdict): void;
  agreement(): Agreement;
  /** The visit is over. */
  forget(): void;
}

interface Options {
  readonly send: (message: PhysicianToCabin) => void;
  /** Puts a projection where the screens take it from, and gives it back as they get it: that is what is echoed. */
  readonly render: (projection: PhysicianProjection) => PhysicianProjection;
  readonly onAgreement: (agreement: Agreement) => void;
}

/** Nothing received yet; see `VisitReceiver`. */
export const createVisitReceiver = ({ send, render, onAgreement }: Options): VisitReceiver => {
  let stream: string | undefined;
  let have = 0;
  let asked = false;
  let body: VisitBody | undefined;
  const readings = new Map<string, Reading>();
  /** What was echoed of each reading; what was not answered is echoed again over the next channel. */
  const echoed = new Map<string, ContentHash>();
  let agreement = NO_AGREEMENT;

  const become = (next: Agreement): void => {
    agreement = next;
    onAgreement(next);
  };
  const change = (ids: readonly string[], into: 'same' | 'withheld' | 'neither'): void => {
    const without = (set: ReadonlySet<string>) => [...set].filter((id) => !ids.includes(id));
    become({
      same: new Set([...without(agreement.same), ...(into === 'same' ? ids : [])]),
      withheld: new Set([...without(agreement.withheld), ...(into === 'withheld' ? ids : [])]),
    });
  };

  const forgetStream = (): void => {
    have = 0;
    body = undefined;
    readings.clear();
    echoed.clear();
  };

  const echo = (shown: PhysicianProjection): void => {
    const fresh = shown.readings
      .map((reading) => ({ id: reading.id, hash: contentHash(reading) }))
      .filter(({ id, hash }) => echoed.get(id) !== hash);
    for (const { id, hash } of fresh) echoed.set(id, hash);
    const echoes: ReadingEchoes = fresh;
    if (echoes.length > 0) send({ type: 'echo', readings: echoes });
  };

  const show = (): void => {
    const projection = body && joinProjection(body, readings);
    if (projection !== undefined) echo(render(projection));
  };

  const takeReading = ({ reading, hash }: Extract<VisitMessage, { type: 'reading' }>): void => {
    readings.set(reading.id, reading);
    echoed.delete(reading.id);
    // Known to be wrong before the cabin says so: it is not shown for the time of an answer.
    change([reading.id], contentHash(reading) === hash ? 'neither' : 'withheld');
    show();
  };

  const ask = (): void => {
    if (stream === undefined || asked) return;
    asked = true;
    send({ type: 'resume', stream, have });
  };

  return {
    welcome: (of, fromStart) => {
      if (of !== stream) forgetStream();
      stream = of;
      asked = false;
      for (const id of [...echoed.keys()]) if (!agreement.same.has(id)) echoed.delete(id);
      if (!fromStart || have > 0) ask();
      show();
    },
    receive: (message) => {
      if (stream === undefined) return 'unreadable';
      const { sequence } = message;
      if (sequence <= have) return 'repeated';
      if (sequence > have + 1) {
        ask();
        return 'lost';
      }
      if (message.type === 'visit') {
        const next = withChange(body, message.change);
        if (next === undefined) return 'unreadable';
        const hash = contentHash(next);
        have = sequence;
        asked = false;
        if (hash === message.hash) {
          body = next;
          show();
        }
        // A body that is not the cabin's is not shown; the cabin learns of it by the hash, and begins anew.
        send({ type: 'seen', stream, sequence, hash });
        return 'taken';
      }
      have = sequence;
      asked = false;
      takeReading(message);
      send({ type: 'seen', stream, sequence });
      return 'taken';
    },
    judge: ({ same, differing }) => {
      change(same, 'same');
      change(differing, 'withheld');
    },
    agreement: () => agreement,
    forget: () => {
      forgetStream();
      stream = undefined;
      become(NO_AGREEMENT);
    },
  };
};
