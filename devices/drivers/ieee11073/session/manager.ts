import { type Failure, failure } from '#core/contract/error-codes.ts';
import { assertNever, fail, type Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { SessionContext } from '../../../kit/driver.ts';
import { ABORT_REASONS, APDUS, readApdu, writeApdu, writeDataApdu } from '../codec/apdu.ts';
import { type AssociationRequest, refusalOf, writeAssociationResponse } from '../codec/association.ts';
import { u16 } from '../codec/byte-writer.ts';
import { MESSAGES, type Message } from '../codec/messages.ts';
import { isReport } from '../codec/scan-reports.ts';
import { PAGE_STATUS, readSegmentPage, type SegmentPage, writePageAnswer } from '../codec/segments.ts';
import { type Agent, type AgentReading, measuresOf } from '../model/agent.ts';
import { readConfiguration } from '../model/configuration.ts';
import { EVENTS } from '../model/nomenclature.ts';
import { FIRST_EXTENDED_ID, standardConfiguration } from '../model/standard-configurations.ts';
import { createPending } from './pending.ts';
import * as requests from './requests.ts';

/** Time-outs of the standard (20601, state tables), in milliseconds of real time. */
const TIMEOUTS = {
  /** An agent with an unknown configuration describes it within this. */
  configuration: 10_000,
  /** Any confirmed question is answered within this. */
  answer: 3_000,
  /** Nothing heard for so long: the agent may hold an association of a program that died. Not the standard's. */
  shake: 3_000,
} as const satisfies Record<string, Milliseconds>;

/** What a manager tells its owner. */
export interface ManagerEvents {
  /** The agent is associated, its configuration is known, and it has described itself. */
  onReady(): void;
  onReadings(readings: readonly AgentReading[], raw: Uint8Array): void;
  /** A page of its memory came; returns whether it is wanted and in its place. */
  onPage(page: SegmentPage, raw: Uint8Array): boolean;
  /** Something of this agent came damaged. */
  onDamage(detail: string): void;
  /** Bytes of no agent came. */
  onNoise(bytes: Uint8Array): void;
  /** The agent says that its clock was set, or how its battery is. */
  onChange(): void;
  /** The association is over; the agent may ask for another. */
  onEnd(): void;
  /** Nothing can be measured with this agent. */
  onUseless(why: string): void;
}

/** The manager's side of the dialogue with one agent over one open link. */
export interface Manager {
  start(): void;
  receive(bytes: Uint8Array): void;
  /** Asks the agent; fails when it refuses, does not answer, or is not associated. */
  ask(request: requests.Outgoing): Promise<Result<Message, Failure>>;
  isOperating(): boolean;
  /** Releases the agent. */
  close(): void;
}

type State = 'unassociated' | 'configuring' | 'checking' | 'operating';

/** A manager that has heard nothing. What it learns goes into `agent`. */
export const createManager = (context: SessionContext, agent: Agent, events: ManagerEvents): Manager => {
  const { clock } = context;
  let state: State = 'unassociated';
  let cancelTimer = (): void => undefined;
  /** Readings that came before the agent had said what its clock shows. */
  let early: (() => void)[] = [];
  let useless: string | undefined;
  let closed = false;

  const wait = (delay: Milliseconds, action: () => void): void => {
    cancelTimer();
    cancelTimer = clock.after(delay, action);
  };

  const send = (invokeId: number, { choice, body }: requests.Outgoing): void =>
    context.write(writeDataApdu(invokeId, choice, body));

  const end = (): void => {
    cancelTimer();
    if (state === 'unassociated') return;
    state = 'unassociated';
    early = [];
    agent.forget();
    pending.abandon();
    events.onEnd();
    if (useless !== undefined) events.onUseless(useless);
  };

  const abort = (reason: keyof typeof ABORT_REASONS): void => {
    context.write(writeApdu(APDUS.abort, u16(ABORT_REASONS[reason])));
    end();
  };

  const pending = createPending(clock, TIMEOUTS.answer, () => {
    if (!closed) abort('response-timeout');
  });

  const ask = async (request: requests.Outgoing): Promise<Result<Message, Failure>> => {
    if (closed || state === 'unassociated' || state === 'configuring')
      return fail(failure('DEVICE_SILENT', 'not associated'));
    const { invokeId, answer } = pending.open();
    send(invokeId, request);
    return await answer;
  };

  const check = async (): Promise<void> => {
    cancelTimer();
    const said = await ask(requests.getSystem);
    if (closed || state !== 'checking') return;
    // An agent that will not describe itself is still one that measures.
    if (said.ok && said.value.type === 'get-result') agent.describe(said.value.attributes);
    state = 'operating';
    events.onReady();
    const waiting = early;
    early = [];
    for (const tell of waiting) tell();
  };

  const awaitConfiguration = (): void => wait(TIMEOUTS.configuration, () => abort('configuration-timeout'));

  const associate = (request: AssociationRequest): void => {
    const refusal = refusalOf(request);
    if (refusal !== undefined || request.information === undefined) {
      const result = refusal ?? 'rejected-no-common-protocol';
      context.write(writeApdu(APDUS.associationResponse, writeAssociationResponse(result)));
      events.onUseless(result);
      return;
    }
    useless = undefined;
    const isKnown = agent.associate(request.information);
    const result = isKnown ? 'accepted' : 'accepted-unknown-config';
    cancelTimer();
    state = isKnown ? 'checking' : 'configuring';
    // Before it is written: the description may be there as soon as it is.
    if (!isKnown) awaitConfiguration();
    context.write(writeApdu(APDUS.associationResponse, writeAssociationResponse(result)));
    if (isKnown) void check();
  };

  const configure = (invokeId: number, information: Uint8Array): void => {
    const configuration = readConfiguration(information);
    if (configuration === undefined) {
      send(invokeId, requests.reject('badly-structured'));
      events.onDamage('the configuration contradicts itself');
      return;
    }
    const { id, objects } = configuration;
    const isNamedOnly = objects.size === 0 && id < FIRST_EXTENDED_ID;
    const meant = isNamedOnly ? standardConfiguration(id) : configuration;
    awaitConfiguration();
    if (meant === undefined) {
      send(invokeId, requests.answerConfiguration(id, 'standard-unknown'));
    } else if (measuresOf(meant).length === 0) {
      // The agent may offer another configuration.
      useless = 'it measures nothing that a cabin takes';
      send(invokeId, requests.answerConfiguration(id, 'unsupported'));
    } else {
      useless = undefined;
      agent.configure(configuration);
      state = 'checking';
      send(invokeId, requests.answerConfiguration(id, 'accepted'));
      void check();
    }
  };

  const whenReady = (tell: () => void): void => {
    if (state === 'operating') tell();
    else early.push(tell);
  };

  const takePage = (
    invokeId: number,
    message: Extract<Message, { type: 'event' }>,
    raw: Uint8Array,
  ): void => {
    const page = readSegmentPage(message.information);
    if (page === undefined) {
      send(invokeId, requests.reject('badly-structured'));
      events.onDamage('the page contradicts itself');
      return;
    }
    const status = events.onPage(page, raw) ? PAGE_STATUS.confirmed : PAGE_STATUS.abortedByManager;
    send(invokeId, requests.confirmEvent(message.handle, message.event, writePageAnswer(page, status)));
  };

  const takeEvent = (
    invokeId: number,
    message: Extract<Message, { type: 'event' }>,
    raw: Uint8Array,
  ): void => {
    const { event, handle, information, confirmed } = message;
    const answer = (outgoing: requests.Outgoing): void => {
      if (confirmed) send(invokeId, outgoing);
    };
    if (event === EVENTS.configuration) {
      configure(invokeId, information);
      return;
    }
    if (state === 'configuring') {
      answer(requests.violation);
      return;
    }
    if (event === EVENTS.segmentData) {
      takePage(invokeId, message, raw);
      return;
    }
    if (!isReport(event)) {
      answer(requests.confirmEvent(handle, event));
      return;
    }
    const before = [agent.clock(), agent.battery()];
    const found = agent.report(event, handle, information);
    const isChanged = before[0] !== agent.clock() || before[1] !== agent.battery();
    if (isChanged && state === 'operating') events.onChange();
    answer(found.type === 'readings' ? requests.confirmEvent(handle, event) : requests.violation);
    whenReady(() =>
      found.type === 'readings' ? events.onReadings(found.readings, raw) : events.onDamage(found.detail),
    );
  };

  const takeMessage = (invokeId: number, message: Message, raw: Uint8Array): void => {
    switch (message.type) {
      case 'event':
        takeEvent(invokeId, message, raw);
        return;
      case 'get':
      case 'set':
      case 'action':
        send(invokeId, requests.reject('unrecognized-operation'));
        return;
      default:
        pending.settle(invokeId, message);
    }
  };

  /** A question tells its number in a fixed place, however damaged the rest is: it is refused, so that it can be put again. */
  const takeDamage = (bytes: Uint8Array): void => {
    const [choice = 0, zero, , , , , high = 0, low = 0, message] = bytes;
    if (choice !== APDUS.data >> 8 || zero !== 0) {
      events.onNoise(bytes);
      return;
    }
    const isQuestion = message === MESSAGES.event >> 8;
    if (isQuestion && state !== 'unassociated') send((high << 8) | low, requests.reject('badly-structured'));
    events.onDamage('an APDU contradicts itself');
  };

  const take = (bytes: Uint8Array): void => {
    const apdu = readApdu(bytes);
    if (apdu === undefined) {
      takeDamage(bytes);
      return;
    }
    switch (apdu.type) {
      case 'association-request':
        // It began anew without saying so: by the standard the old association is aborted, and the agent asks again.
        if (state === 'unassociated') associate(apdu.request);
        else abort('undefined');
        return;
      case 'release-request':
        context.write(writeApdu(APDUS.releaseResponse, u16(0)));
        end();
        return;
      case 'release-response':
      case 'abort':
        end();
        return;
      case 'association-response':
        return;
      case 'data':
        if (state === 'unassociated') abort('undefined');
        else takeMessage(apdu.invokeId, apdu.message, bytes);
        return;
      default:
        assertNever(apdu);
    }
  };

  return {
    start: () => wait(TIMEOUTS.shake, () => abort('undefined')),
    receive: (bytes) => {
      if (!closed) take(bytes);
    },
    ask,
    isOperating: () => state === 'operating',
    close: () => {
      if (closed) return;
      closed = true;
      cancelTimer();
      if (state !== 'unassociated') context.write(writeApdu(APDUS.releaseRequest, u16(0)));
      pending.abandon();
    },
  };
};
