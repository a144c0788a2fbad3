import { assertNever } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../../kit/bytes.ts';
import { every } from '../../kit/clock.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { CreateSimulator, SimulatedPatient } from '../../kit/simulator.ts';
import { BANKS, type Bank, createHostReader, type HostEvent, MODES } from './commands.ts';
import { createMemory, sealed } from './memory.ts';
import { cutPieces, cutReports, reportOf } from './reports.ts';

/** What a tester does to the device. */
export interface MemoryControl {
  /** Measures now, into this user's bank. */
  measure(bank?: Bank): void;
  /** Measures three times in a row, as TruRead does. */
  truRead(): void;
  /** Lets the person measure again and again without being asked, or not. */
  byItself(enabled: boolean): void;
  /** Deletes the memory. */
  clear(): void;
  /** The text that PRF answers, ten characters. */
  profile(text: string): void;
}

/** Timing of the simulated wire and of the person, in milliseconds. */
const DELAYS = { reply: 70, report: 20, off: 70, again: 15_000, record: 5 } as const;
const DAY_MS: Milliseconds = 86_400_000;
/** One question for a record in so many meets a busy device. */
const BUSY_EVERY = 5;
/** Records of somebody else, by bank. */
const OLD_RECORDS: Readonly<Record<Bank, number>> = { 0: 3, 1: 2 };
const VERSION = 'M7080IT 207';
const SERIAL = Uint8Array.of(6, 0, 0, 0, 0, 0, 0);
/** A report that a device in a new mode sends once before it is ready (maker's program, recorded). */
const NOT_READY = Uint8Array.of(8, 0x60, 0, 0, 0, 0, 0, 0);
const AVERAGE_HEAD = 0x80;
const PROFILE_LENGTH = 10;

/** A HEM-790IT on its cable, whose person measures all the same. */
export const createSimulator: CreateSimulator<MemoryControl> = (context) => {
  const { clock, bodyClock, patient, previousPatient, send } = context;
  const began = clock.monotonic();
  const memory = createMemory();
  const measured = createMeasured();
  const host = createHostReader();
  const faulty = { checksum: false, stored: false, clockBehind: 0 };
  const cancels = new Set<() => void>();
  let profile = '0010100000';
  let buffer: Uint8Array = new Uint8Array(7);
  let mode: 'off' | 'changed' | 'on' = 'off';
  let firstPiece = true;
  let recordsAsked = 0;
  let count = 0;
  let byItself = true;

  const later = (delay: Milliseconds, action: () => void): void => {
    const cancel = clock.after(delay, () => {
      cancels.delete(cancel);
      action();
    });
    cancels.add(cancel);
  };

  /** Behind the valid bytes stands what the buffer held before. */
  const sendReport = (valid: Uint8Array): void => {
    const report = reportOf(valid, buffer);
    buffer = report.slice(1);
    send(report);
  };

  const reply = (bytes: Uint8Array, delay: Milliseconds = DELAYS.reply): void => {
    for (const [index, piece] of cutPieces(bytes).entries())
      later(delay + index * DELAYS.report, () => sendReport(piece));
  };

  const answer = (data: Uint8Array): void => {
    const body = sealed(data);
    const check = body.length - 1;
    if (faulty.checksum) body[check] = (body[check] ?? 0) ^ 0x20;
    reply(Uint8Array.of(...fromLatin1('OK'), ...body));
  };

  const refuse = (): void => reply(fromLatin1('NO'));

  const bankOf = (data: Uint8Array): Bank => BANKS.find((bank) => bank === data[1]) ?? 0;

  const giveRecord = (data: Uint8Array): void => {
    recordsAsked += 1;
    const record = memory.record(bankOf(data), data[3] ?? 0);
    if (record === undefined || recordsAsked % BUSY_EVERY === 0) refuse();
    else answer(record);
  };

  const goOff = (): void => {
    reply(fromLatin1('OK'));
    reply(fromLatin1('OFF\r\n'), DELAYS.reply + DELAYS.off);
    mode = 'off';
  };

  const obey = ({ name, data }: Extract<HostEvent, { type: 'command' }>): void => {
    switch (name) {
      case 'VER':
        answer(fromLatin1(VERSION));
        break;
      case 'PRF':
        answer(fromLatin1(profile.slice(0, PROFILE_LENGTH).padEnd(PROFILE_LENGTH)));
        break;
      case 'SRL':
        answer(SERIAL);
        break;
      case 'GDC':
        answer(Uint8Array.of(0, memory.total(), 0, memory.count(bankOf(data))));
        break;
      case 'GME':
        giveRecord(data);
        break;
      case 'GMA':
      case 'GEA':
        // A week without measurements.
        answer(Uint8Array.of(AVERAGE_HEAD, data[2] ?? 0, 0, 0, 0, 0, 0, 0));
        break;
      case 'END':
        goOff();
        break;
      default:
        assertNever(name);
    }
  };

  const clear = (last: boolean): void => {
    if (firstPiece) later(DELAYS.record, () => sendReport(new Uint8Array()));
    firstPiece = false;
    if (!last) return;
    if (mode === 'changed') later(DELAYS.reply, () => send(NOT_READY));
    else reply(fromLatin1('OK'));
    mode = 'on';
  };

  const take = (event: HostEvent): void => {
    if (mode === 'off') return;
    if (event.type === 'clearing') clear(event.last);
    else if (event.type === 'command' && event.sound) obey(event);
    else refuse();
  };

  const keep = (body: SimulatedPatient, bank: Bank, ago: Milliseconds, triple = 0): void => {
    const { systolic, diastolic } = body.bloodPressure(count);
    const pulse = body.pulseRate(clock.monotonic() - began);
    const at = new Date(clock.now()).getTime() - faulty.clockBehind - ago;
    count += 1;
    memory.keep(bank, at, { systolic, diastolic, pulse, triple });
    if (body !== patient) return;
    measured.note({
      systolic: { value: systolic, unit: 'mm[Hg]' },
      diastolic: { value: diastolic, unit: 'mm[Hg]' },
      'pulse-rate': { value: pulse, unit: '/min' },
    });
  };

  for (const bank of BANKS) {
    for (let days = OLD_RECORDS[bank]; days > 0; days -= 1)
      keep(previousPatient, bank, (days + 1) * DAY_MS + bank * 1_000);
  }
  cancels.add(
    every(bodyClock, DELAYS.again, () => {
      if (byItself && !faulty.stored) keep(patient, 0, 0);
    }),
  );

  return {
    receive: (bytes) => {
      for (const report of cutReports(bytes)) for (const event of host.push(report)) take(event);
    },
    receiveFeature: (bytes) => {
      const isInformation = MODES.information.every((byte, index) => bytes[index] === byte);
      mode = isInformation ? 'on' : 'changed';
      firstPiece = true;
    },
    faults: {
      'bad-checksum': (on) => {
        faulty.checksum = on;
      },
      'clock-off': (on) => {
        faulty.clockBehind = on ? DAY_MS : 0;
      },
      'stored-reading': (on) => {
        faulty.stored = on;
      },
    },
    measured: measured.all,
    control: {
      measure: (bank = 0) => keep(patient, bank, 0),
      truRead: () => {
        for (const triple of [1, 2, 3]) keep(patient, 0, 0, triple);
      },
      byItself: (enabled) => {
        byItself = enabled;
      },
      clear: memory.clear,
      profile: (text) => {
        profile = text;
      },
    },
    close: () => {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
};
