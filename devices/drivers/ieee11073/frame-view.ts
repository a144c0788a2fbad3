import { assertNever } from '#core/result.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { ABORT_REASONS, type Apdu } from './codec/apdu.ts';
import { type ApduEvent, createApduStream } from './codec/apdu-stream.ts';
import { ASSOCIATION_RESULTS, type AssociationInformation } from './codec/association.ts';
import type { Message } from './codec/messages.ts';
import { isReport } from './codec/scan-reports.ts';
import { manifest } from './manifest.ts';
import { type Agent, createAgent, type Interpretation } from './model/agent.ts';
import { interpretMessage } from './model/interpret.ts';
import { ACTIONS, codeText, EVENTS } from './model/nomenclature.ts';

type Fields = FrameLine['fields'];
type Named = Pick<FrameLine, 'name' | 'fields'>;

const nameIn = (names: Readonly<Record<string, number>>, value: number): string =>
  Object.entries(names).find(([, number]) => number === value)?.[0] ?? codeText(value);

const ACTION_NAMES: ReadonlyMap<number, string> = new Map([
  [ACTIONS.segmentInformation, 'get segment info'],
  [ACTIONS.setTime, 'set time'],
  [ACTIONS.dataRequest, 'data request'],
  [ACTIONS.triggerTransfer, 'trigger segment transfer'],
]);
const EVENT_NAMES: ReadonlyMap<number, string> = new Map([
  [EVENTS.configuration, 'configuration'],
  [EVENTS.segmentData, 'segment data'],
]);

const eventName = (event: number): string =>
  EVENT_NAMES.get(event) ?? (isReport(event) ? `scan report ${codeText(event)}` : `event ${codeText(event)}`);
const actionName = (action: number): string => ACTION_NAMES.get(action) ?? `action ${codeText(action)}`;

const whoAsks = (information: AssociationInformation | undefined): Fields =>
  information === undefined
    ? []
    : [
        ['system id', information.systemId],
        ['configuration', codeText(information.configurationId)],
      ];

const saidBy = (reading: DecodedReading): Fields => {
  const time: Fields = reading.deviceTime === undefined ? [] : [['time', reading.deviceTime]];
  const what: Fields =
    reading.status === 'valid'
      ? Object.entries(reading.values).map(([key, { value, unit }]) => [key, `${value} ${unit}`] as const)
      : [[reading.kind, [reading.reason, reading.detail].filter(Boolean).join(': ')]];
  return [
    ...what,
    ...time,
    ...(reading.flags.length === 0 ? [] : ([['flags', reading.flags.join(' ')]] as const)),
  ];
};

const meaningOf = (found: Interpretation | undefined): Fields => {
  if (found === undefined) return [];
  return found.type === 'unreadable'
    ? [['unreadable', found.detail]]
    : found.readings.flatMap(({ reading }) => saidBy(reading));
};

const nameMessage = (message: Message): Named => {
  const about = 'handle' in message ? ([['handle', String(message.handle)]] as const) : [];
  switch (message.type) {
    case 'event':
      return {
        name: eventName(message.event),
        fields: [...about, ['confirmed', message.confirmed ? 'yes' : 'no']],
      };
    case 'event-result':
      return { name: `answer to ${eventName(message.event)}`, fields: about };
    case 'get':
      return { name: 'get attributes', fields: about };
    case 'get-result':
      return { name: 'attributes', fields: [...about, ['count', String(message.attributes.size)]] };
    case 'set':
      return { name: 'set attributes', fields: about };
    case 'set-result':
      return { name: 'attributes set', fields: about };
    case 'action':
      return { name: actionName(message.action), fields: about };
    case 'action-result':
      return { name: `answer to ${actionName(message.action)}`, fields: about };
    case 'error':
      return { name: 'error', fields: [['value', String(message.error)]] };
    case 'reject':
      return { name: 'reject', fields: [['problem', String(message.problem)]] };
    default:
      return assertNever(message);
  }
};

const nameApdu = (apdu: Apdu): Named => {
  switch (apdu.type) {
    case 'association-request':
      return { name: 'association request', fields: whoAsks(apdu.request.information) };
    case 'association-response':
      return {
        name: 'association response',
        fields: [['result', nameIn(ASSOCIATION_RESULTS, apdu.response.result)]],
      };
    case 'release-request':
      return { name: 'release request', fields: [] };
    case 'release-response':
      return { name: 'release response', fields: [] };
    case 'abort':
      return { name: 'abort', fields: [['reason', nameIn(ABORT_REASONS, apdu.reason)]] };
    case 'data': {
      const { name, fields } = nameMessage(apdu.message);
      return { name, fields: [['invoke id', codeText(apdu.invokeId)], ...fields] };
    }
    default:
      return assertNever(apdu);
  }
};

const follow = (agent: Agent, apdu: Apdu): Interpretation | undefined => {
  if (apdu.type === 'association-request' && apdu.request.information !== undefined)
    agent.associate(apdu.request.information);
  return apdu.type === 'data' ? interpretMessage(agent, apdu.message) : undefined;
};

/** APDUs of both directions in the words of 20601. The number of a person in an agent's memory is not shown. */
export const createFrameView = (): FrameView => {
  const fromAgent = createApduStream();
  const toAgent = createApduStream();
  const agent = createAgent(manifest.identity);

  const line = (event: ApduEvent, meaning: (apdu: Apdu) => Fields): FrameLine => {
    const { raw } = event;
    if (event.type === 'damage') return { raw, name: 'damage', fields: [] };
    const { name, fields } = nameApdu(event.apdu);
    return { raw, name, fields: [...fields, ...meaning(event.apdu)] };
  };

  return {
    fromDevice: (bytes) =>
      fromAgent.push(bytes).map((event) => line(event, (apdu) => meaningOf(follow(agent, apdu)))),
    toDevice: (bytes) => toAgent.push(bytes).map((event) => line(event, () => [])),
  };
};
