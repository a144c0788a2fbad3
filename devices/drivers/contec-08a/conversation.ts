import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { SessionContext } from '../../kit/driver.ts';
import { createExchange } from '../../kit/exchange.ts';
import { createAgreedRecords } from '../../kit/sessions/agreed-records.ts';
import { createTurns } from '../../kit/sessions/in-turn.ts';
import type { MeterConversation, StoredRecord } from '../../kit/sessions/record-session.ts';
import { manifest } from './manifest.ts';
import { readRecord } from './record.ts';
import { COMMANDS, downloadCommand, IDENTITY, type Report, readReport, USERS, type User } from './reports.ts';

interface Arrived {
  readonly report: Report;
  readonly raw: Uint8Array;
}

const DELAYS = {
  /** A ping is answered by a report that no document describes; whether it comes at all is not insisted upon. */
  ping: 300,
  identify: 1_000,
  /** A hundred records and their header. */
  download: 3_000,
} as const satisfies Record<string, Milliseconds>;
const ATTEMPTS = 3;

type Download = { readonly isOn: false } | { readonly isOn: true; readonly records: readonly StoredRecord[] };

/** Collects one download; `begin` forgets what came before, whose rest may still be on its way. */
const createDownload = (user: User) => {
  let expected: number | undefined;
  let records: StoredRecord[] = [];
  return {
    begin: (): void => {
      expected = undefined;
      records = [];
    },
    take: ({ report, raw }: Arrived): Download | undefined => {
      if (report.type === 'transfer' && !report.isOn) return { isOn: false };
      if (report.type === 'header' && report.user === user) expected = report.records;
      if (report.type === 'record' && expected !== undefined) {
        records.push({ reading: readRecord(report.data), raw });
      }
      return expected !== undefined && records.length === expected ? { isOn: true, records } : undefined;
    },
  };
};

/** Asks an 08A as the published program does: two pings and the identity before every download. */
export const createConversation = ({ clock, write }: SessionContext): MeterConversation => {
  const exchange = createExchange<Arrived>(clock, () => undefined);
  const inTurn = createTurns();
  /** Anything answers a ping. */
  let pinging = false;

  const ping = async (): Promise<void> => {
    pinging = true;
    await exchange.ask({
      ask: () => write(COMMANDS.ping),
      answer: () => true,
      within: DELAYS.ping,
      attempts: 1,
    });
    pinging = false;
  };

  const open = async (): Promise<Result<void, Failure>> => {
    await ping();
    await ping();
    const said = await exchange.ask({
      ask: () => write(COMMANDS.identify),
      answer: ({ report }) => (report.type === 'identity' ? report : undefined),
      within: DELAYS.identify,
      attempts: ATTEMPTS,
    });
    if (!said.ok) return said;
    const { deviceType, protocol } = said.value;
    return deviceType === IDENTITY.deviceType && protocol === IDENTITY.protocol
      ? ok(undefined)
      : fail(failure('DEVICE_UNKNOWN', `device type ${deviceType}, protocol ${protocol}`));
  };

  const recordsOf = async (user: User): Promise<Result<readonly StoredRecord[], Failure>> => {
    const opened = await open();
    if (!opened.ok) return opened;
    const download = createDownload(user);
    const said = await exchange.ask({
      ask: () => {
        download.begin();
        write(downloadCommand(user));
      },
      answer: download.take,
      within: DELAYS.download,
      attempts: ATTEMPTS,
    });
    if (!said.ok) return said;
    // Oldest first on the wire.
    if (said.value.isOn) return ok(said.value.records.toReversed());
    return fail(failure('DEVICE_REFUSED', 'the device is switched off'));
  };

  const allRecords = async (): Promise<Result<readonly StoredRecord[], Failure>> => {
    const records: StoredRecord[] = [];
    for (const user of USERS) {
      const said = await recordsOf(user);
      if (!said.ok) return said;
      records.push(...said.value);
    }
    return ok(records);
  };
  const agreedRecords = createAgreedRecords(allRecords);

  return {
    receive: (raw) => {
      const report = readReport(raw);
      if (report.type === 'damage' && !pinging) exchange.damaged();
      else exchange.take({ report, raw });
    },
    identify: () =>
      inTurn(async () => {
        const opened = await open();
        return opened.ok ? ok({ identity: manifest.identity }) : opened;
      }),
    newest: () => inTurn(agreedRecords),
    close: exchange.close,
  };
};
