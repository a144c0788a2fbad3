import { localDateTime, type Milliseconds } from '#core/time.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { every } from '../../kit/clock.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { SimulatedPatient, Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { encodeAbsoluteTime } from './codec/absolute-time.ts';
import { join, octets, u16 } from './codec/byte-writer.ts';
import { MESSAGES, type Message } from './codec/messages.ts';
import { writePage } from './codec/segments.ts';
import { ACTIONS, ATTRIBUTES, EVENTS } from './model/nomenclature.ts';
import {
  AGENTS,
  describeConfiguration,
  observationsOf,
  type Said,
  SCANNER_HANDLE,
  type Specialization,
  STORE_HANDLE,
  scannerSlots,
} from './simulator/agents.ts';
import { createDialogue, type Dialogue } from './simulator/dialogue.ts';
import { measure } from './simulator/measuring.ts';
import { createMemory, type SimulatedMemory } from './simulator/memory.ts';
import { type ReportStyle, writeReport } from './simulator/reports.ts';
import { describeSystem } from './simulator/system.ts';

/** What a tester may do to the agent besides its faults. */
export interface AgentControl {
  /** Another kind of agent: it ends its association and asks for one as what it has become. */
  specialization(specialization: Specialization): void;
  /** With the configuration that its standard fixes, or with one of its own that it has to send. */
  configuration(form: 'known' | 'extended'): void;
  /** Whether a scanner of its extended configuration sends, once it is told to. */
  scanner(present: boolean): void;
  report(style: ReportStyle): void;
  /** Ends the association. */
  abort(): void;
  release(): void;
  /** Measures now. */
  measure(): void;
}

/** A continuous oximeter reports once a second, everything else is measured again and again. */
const STREAM_MS: Milliseconds = 1_000;
const EPISODE_MS: Milliseconds = 15_000;
const HOUR_MS: Milliseconds = 3_600_000;
const DAY_MS: Milliseconds = 24 * HOUR_MS;
/** Measurements of whoever came before that wait in the agent. */
const STORED_AGES_MS: readonly Milliseconds[] = [3 * HOUR_MS, 2 * HOUR_MS, HOUR_MS];
const OLD_RECORDS = 12;

/** Measurement status and device status of each fault; of a status object the most significant bit is bit 0. */
const INVALID = 0x8000;
const QUESTIONABLE = 0x4000;
const bit = (number: number): number => (0x8000_0000 >>> number) >>> 0;
const SENSOR_OFF = bit(4);
const ERRATIC = bit(9);
const MALFUNCTION: Readonly<Record<Specialization, number>> = {
  oximeter: bit(14),
  'blood-pressure': bit(5),
  scale: bit(5),
  thermometer: bit(5),
  glucose: bit(1),
};

/** An agent that asks for an association until it has one, and measures its patient again and again. */
export const createSimulator = (context: SimulatorContext): Simulator<AgentControl> => {
  const { clock, bodyClock, patient, previousPatient, send } = context;
  const began = clock.monotonic();
  const measured = createMeasured();
  const faulty = {
    stuck: false,
    off: false,
    moves: false,
    battery: false,
    clockOff: false,
    error: false,
    stored: false,
  };
  let specialization: Specialization = 'oximeter';
  let isExtended = true;
  let hasScanner = false;
  let scannerEnabled = false;
  let style: ReportStyle = { form: 'fixed', sender: 'system' };
  let count = 0;
  let reports = 0;
  /** Measured while nobody was associated: it goes out with the next association. */
  let unsent: Said[] = [];
  let last: Said | undefined;
  let stopMeasuring = (): void => undefined;
  let memory: SimulatedMemory = createMemory([]);

  const agent = () => AGENTS[specialization];
  const local = (age: Milliseconds = 0): string =>
    localDateTime(new Date(new Date(clock.now()).getTime() - age - (faulty.clockOff ? DAY_MS : 0)));

  const refill = (): void => {
    memory = createMemory([{ at: local(DAY_MS), glucose: 105, measurementStatus: 0 }]);
    for (let drop = OLD_RECORDS; drop > 0; drop -= 1)
      memory.add({ at: local(drop * HOUR_MS), glucose: previousPatient.glucose(drop), measurementStatus: 0 });
  };

  const valuesOf = (body: SimulatedPatient, number: number): Values =>
    measure(specialization, body, clock.monotonic() - began, number);

  /** What the agent would say now: the fault that is on, or what it measures. */
  const saidNow = (): Said => {
    const at = local();
    const nothing = { values: {}, at, measurementStatus: 0, deviceStatus: 0 };
    if (faulty.error)
      return { ...nothing, measurementStatus: INVALID, deviceStatus: MALFUNCTION[specialization] };
    if (faulty.off) return { ...nothing, deviceStatus: specialization === 'oximeter' ? SENSOR_OFF : 0 };
    const values = valuesOf(patient, count);
    if (faulty.moves) {
      const deviceStatus = specialization === 'oximeter' ? ERRATIC : 0;
      return { values, at, measurementStatus: QUESTIONABLE, deviceStatus };
    }
    measured.note(values);
    return { ...nothing, values };
  };

  const report = (said: Said): void => {
    const isStream = specialization === 'oximeter';
    const observations = observationsOf(agent(), said, isExtended);
    const byScanner = style.sender !== 'system';
    if (byScanner && !scannerEnabled) return;
    // A standard configuration has no place for a status in its fixed reports.
    const form = !isExtended && said.measurementStatus !== 0 ? 'var' : style.form;
    const written = writeReport({ ...style, form }, reports, observations, scannerSlots(agent()));
    reports += 1;
    void dialogue.event(byScanner ? SCANNER_HANDLE : 0, written.event, written.information, !isStream);
  };

  const say = (said: Said): void => {
    last = said;
    const isStream = specialization === 'oximeter';
    if (dialogue.isOperating()) report(said);
    else if (!isStream) unsent.push(said);
  };

  const keep = ({ values, at, measurementStatus }: Said): void =>
    memory.add({ at, glucose: values.glucose?.value, measurementStatus });

  const keepsRecords = (): boolean => agent().keepsRecords && isExtended;

  const measureNow = (): void => {
    if (faulty.stuck && count > 0) {
      // A memory that is stuck takes no new record.
      if (last !== undefined) say(last);
      return;
    }
    const isEmpty = faulty.off && specialization !== 'oximeter';
    if (isEmpty) return;
    const said = saidNow();
    count += 1;
    if (keepsRecords()) keep(said);
    else say(said);
  };

  /** What whoever came before measured, with its own dates. */
  const sayStored = (): void => {
    for (const age of STORED_AGES_MS) {
      const values = measure(specialization, previousPatient, age, age / HOUR_MS);
      const said = { values, at: local(age), measurementStatus: 0, deviceStatus: 0 };
      if (keepsRecords()) keep(said);
      else if (dialogue.isOperating()) report(said);
    }
  };

  const measureAgainAndAgain = (): void => {
    stopMeasuring();
    stopMeasuring =
      specialization === 'oximeter'
        ? every(clock, STREAM_MS, measureNow)
        : every(bodyClock, EPISODE_MS, measureNow);
  };

  const sendPages = async (instance: number): Promise<void> => {
    for (const page of memory.pages(instance) ?? []) {
      const isWanted = await dialogue.event(STORE_HANDLE, EVENTS.segmentData, writePage(page), true);
      if (!isWanted) return;
    }
  };

  const act = ({ handle, action, information }: Extract<Message, { type: 'action' }>) => {
    const result = (answer: Uint8Array) => ({
      choice: MESSAGES.actionResult,
      body: join(u16(handle), u16(action), octets(answer)),
    });
    if (handle !== STORE_HANDLE || !agent().keepsRecords) return undefined;
    if (action === ACTIONS.segmentInformation) return result(memory.describe());
    if (action !== ACTIONS.triggerTransfer) return undefined;
    const instance = ((information[0] ?? 0) << 8) | (information[1] ?? 0);
    const pages = memory.pages(instance);
    const code = pages === undefined ? 1 : pages.length === 0 ? 3 : 0;
    // The pages come after the answer.
    if (code === 0) clock.after(0, () => void sendPages(instance));
    return result(join(u16(instance), u16(code)));
  };

  const set = ({ handle, modifications }: Extract<Message, { type: 'set' }>) => {
    const state = modifications.get(ATTRIBUTES.operationalState);
    if (handle !== SCANNER_HANDLE || !hasScanner || state === undefined) return undefined;
    scannerEnabled = state[1] === 1;
    const body = join(u16(handle), u16(1), octets(join(u16(ATTRIBUTES.operationalState), octets(state))));
    return { choice: MESSAGES.setResult, body };
  };

  const tellSystem = (attribute: number, value: Uint8Array): void => {
    if (!dialogue.isOperating()) return;
    const observation = { handle: 0, attributes: new Map([[attribute, value]]) };
    const written = writeReport({ form: 'var', sender: 'system' }, reports, [observation], []);
    void dialogue.event(0, written.event, written.information, true);
  };

  const createOwnDialogue = (): Dialogue =>
    createDialogue(
      {
        systemId: agent().systemId,
        configurationId: () => (isExtended ? 0x4000 + (hasScanner ? 1 : 0) : agent().knownId),
        configuration: () => describeConfiguration(agent(), 0x4000 + (hasScanner ? 1 : 0), hasScanner),
        system: () => describeSystem(agent(), local(), faulty.battery),
        obey: (message) => (message.type === 'action' ? act(message) : set(message)),
        onOperating: () => {
          const waiting = unsent;
          unsent = [];
          if (faulty.stored) sayStored();
          for (const said of waiting) report(said);
        },
        onEnd: () => {
          scannerEnabled = false;
        },
      },
      clock,
      send,
    );

  refill();
  let dialogue = createOwnDialogue();
  measureAgainAndAgain();

  const become = (change: () => void): void => {
    dialogue.abort('undefined');
    dialogue.close();
    change();
    unsent = [];
    last = undefined;
    refill();
    dialogue = createOwnDialogue();
    measureAgainAndAgain();
  };

  return {
    receive: (bytes) => dialogue.receive(bytes),
    measured: measured.all,
    faults: {
      'stuck-value': (on) => {
        faulty.stuck = on;
      },
      'sensor-off': (on) => {
        faulty.off = on;
      },
      motion: (on) => {
        faulty.moves = on;
      },
      'low-battery': (on) => {
        faulty.battery = on;
        tellSystem(ATTRIBUTES.batteryCharge, u16(on ? 5 : 90));
      },
      'clock-off': (on) => {
        faulty.clockOff = on;
        // An agent whose clock was set says so.
        tellSystem(ATTRIBUTES.time, encodeAbsoluteTime(local()));
      },
      'error-code': (on) => {
        faulty.error = on;
      },
      'stored-reading': (on) => {
        faulty.stored = on;
        if (on) sayStored();
      },
    },
    control: {
      specialization: (chosen) =>
        become(() => {
          specialization = chosen;
        }),
      configuration: (form) =>
        become(() => {
          isExtended = form === 'extended';
        }),
      scanner: (present) =>
        become(() => {
          hasScanner = present;
        }),
      report: (chosen) => {
        style = chosen;
      },
      abort: () => dialogue.abort('undefined'),
      release: () => dialogue.release(),
      measure: measureNow,
    },
    close: () => {
      stopMeasuring();
      dialogue.close();
    },
  };
};
