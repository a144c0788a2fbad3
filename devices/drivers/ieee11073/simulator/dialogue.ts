import type { Clock, Milliseconds } from '#core/time.ts';
import { ABORT_REASONS, APDUS, readApdu, writeApdu, writeDataApdu } from '../codec/apdu.ts';
import {
  ASSOCIATION_RESULTS,
  SYSTEM_TYPES,
  VERSION_1,
  writeAssociationRequest,
} from '../codec/association.ts';
import { type Attributes, writeAttributes } from '../codec/attributes.ts';
import { join, octets, u16, u32 } from '../codec/byte-writer.ts';
import { MESSAGES, type Message } from '../codec/messages.ts';
import { EVENTS } from '../model/nomenclature.ts';

/** What the agent is, as far as its dialogue goes. */
export interface DialogueAgent {
  readonly systemId: string;
  configurationId(): number;
  /** The information of its configuration report. */
  configuration(): Uint8Array;
  /** Attributes of its MDS object. */
  system(): Attributes;
  /** Answers an action or a set; undefined refuses it. */
  obey(
    message: Extract<Message, { type: 'action' | 'set' }>,
  ): { choice: number; body: Uint8Array } | undefined;
  /** Associated and configured. */
  onOperating(): void;
  onEnd(): void;
}

/** The agent's side of the dialogue. */
export interface Dialogue {
  receive(bytes: Uint8Array): void;
  isOperating(): boolean;
  /** Sends an event; a confirmed one is sent once more when it was rejected as damaged, and the association ends when it stays unanswered. */
  event(handle: number, event: number, information: Uint8Array, confirmed: boolean): Promise<boolean>;
  abort(reason: keyof typeof ABORT_REASONS): void;
  release(): void;
  /** Ends the association without a word and asks for another one. */
  restart(): void;
  close(): void;
}

/** Times of the agent. The standard's agent asks again after 10 s; this one does not know when the host opens its port. */
const TIMES = { ask: 2_000, answer: 3_000 } as const satisfies Record<string, Milliseconds>;
const UNKNOWN_EVENT_TIME = 0xffff_ffff;
const NOT_ALLOWED = 24;
const FUNCTIONAL_UNITS = 0;
/** It sends by itself, one report at a time. */
const DATA_REQUESTS = { flags: 0x0001, byAgent: 1, byManager: 0 } as const;

type State = 'unassociated' | 'associating' | 'configuring' | 'operating';

/** An agent that asks for an association at once, and again and again until it has one. */
export const createDialogue = (
  agent: DialogueAgent,
  clock: Clock,
  send: (bytes: Uint8Array) => void,
): Dialogue => {
  let state: State = 'unassociated';
  let invokeId = 0;
  let cancelTimer = (): void => undefined;
  const waiting = new Map<
    number,
    { settle: (confirmed: boolean) => void; again: (() => void) | undefined }
  >();
  let closed = false;

  const wait = (delay: Milliseconds, action: () => void): void => {
    cancelTimer();
    cancelTimer = clock.after(delay, action);
  };

  const request = (): void => {
    if (closed) return;
    state = 'associating';
    // Before sending: a host beside it answers at once.
    wait(TIMES.ask, request);
    send(
      writeApdu(
        APDUS.associationRequest,
        writeAssociationRequest({
          protocolVersion: VERSION_1,
          encodingRules: 0x8000,
          nomenclatureVersion: VERSION_1,
          functionalUnits: FUNCTIONAL_UNITS,
          systemType: SYSTEM_TYPES.agent,
          systemId: agent.systemId,
          configurationId: agent.configurationId(),
          dataRequests: DATA_REQUESTS,
        }),
      ),
    );
  };

  const end = (): void => {
    for (const { settle } of [...waiting.values()]) settle(false);
    state = 'unassociated';
    agent.onEnd();
    wait(TIMES.ask, request);
  };

  const abort = (reason: keyof typeof ABORT_REASONS): void => {
    send(writeApdu(APDUS.abort, u16(ABORT_REASONS[reason])));
    end();
  };

  const answer = (to: number, choice: number, body: Uint8Array): void =>
    send(writeDataApdu(to, choice, body));

  const event = (
    handle: number,
    kind: number,
    information: Uint8Array,
    confirmed: boolean,
  ): Promise<boolean> => {
    invokeId = (invokeId + 1) & 0xffff;
    const mine = invokeId;
    const body = join(u16(handle), u32(UNKNOWN_EVENT_TIME), u16(kind), octets(information));
    const put = (): void => answer(mine, confirmed ? MESSAGES.confirmedEvent : MESSAGES.event, body);
    if (!confirmed) {
      put();
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const cancel = clock.after(TIMES.answer, () => {
        if (waiting.has(mine)) abort('response-timeout');
      });
      waiting.set(mine, {
        settle: (isConfirmed) => {
          cancel();
          waiting.delete(mine);
          resolve(isConfirmed);
        },
        again: put,
      });
      put();
    });
  };

  const operate = (): void => {
    cancelTimer();
    state = 'operating';
    agent.onOperating();
  };

  const configure = async (): Promise<void> => {
    state = 'configuring';
    cancelTimer();
    await event(0, EVENTS.configuration, agent.configuration(), true);
  };

  const takeResult = (to: number, message: Message): void => {
    const asked = waiting.get(to);
    if (message.type === 'reject' && asked?.again !== undefined) {
      const { again } = asked;
      waiting.set(to, { ...asked, again: undefined });
      again();
      return;
    }
    asked?.settle(message.type === 'event-result');
    if (message.type !== 'event-result' || message.event !== EVENTS.configuration) return;
    // The configuration id, then what the manager makes of it.
    if (message.information[3] === 0) operate();
    else release();
  };

  const release = (): void => {
    send(writeApdu(APDUS.releaseRequest, u16(0)));
    end();
  };

  const takeMessage = (to: number, message: Message): void => {
    switch (message.type) {
      case 'get':
        answer(to, MESSAGES.getResult, join(u16(message.handle), writeAttributes(agent.system())));
        return;
      case 'set':
      case 'action': {
        const obeyed = agent.obey(message);
        if (obeyed === undefined)
          answer(to, MESSAGES.error, join(u16(NOT_ALLOWED), octets(new Uint8Array())));
        else answer(to, obeyed.choice, obeyed.body);
        return;
      }
      default:
        takeResult(to, message);
    }
  };

  wait(0, request);
  return {
    event,
    abort,
    release,
    isOperating: () => state === 'operating',
    restart: end,
    receive: (bytes) => {
      const apdu = closed ? undefined : readApdu(bytes);
      switch (apdu?.type) {
        case 'association-response':
          if (state !== 'associating') return;
          if (apdu.response.result === ASSOCIATION_RESULTS.accepted) operate();
          else if (apdu.response.result === ASSOCIATION_RESULTS['accepted-unknown-config']) void configure();
          return;
        case 'release-request':
          send(writeApdu(APDUS.releaseResponse, u16(0)));
          end();
          return;
        case 'abort':
          end();
          return;
        case 'data':
          if (state === 'operating' || state === 'configuring') takeMessage(apdu.invokeId, apdu.message);
          else if (state === 'unassociated') send(writeApdu(APDUS.abort, u16(ABORT_REASONS.undefined)));
          return;
        default:
      }
    },
    close: () => {
      closed = true;
      cancelTimer();
      for (const { settle } of [...waiting.values()]) settle(false);
    },
  };
};
