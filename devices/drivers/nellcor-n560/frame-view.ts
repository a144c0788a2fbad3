import { assertNever } from '#core/result.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { createPrintedLineReader, type PrintedLine } from './reader.ts';
import { describeStatus } from './status.ts';

const shown = (value: number | undefined): string => (value === undefined ? '-' : String(value));

const lineOf = (printed: PrintedLine): FrameLine => {
  const { raw } = printed;
  switch (printed.type) {
    case 'data': {
      const { deviceTime, oxygenSaturation, pulseRate, pulseAmplitude, status } = printed.line;
      return {
        raw,
        name: 'measurement',
        fields: [
          ['TIME', deviceTime],
          ['%SpO2', shown(oxygenSaturation)],
          ['BPM', shown(pulseRate)],
          ['PA', shown(pulseAmplitude)],
          ...(status.length === 0 ? [] : ([['Status', status.map(describeStatus).join(', ')]] as const)),
        ],
      };
    }
    case 'header': {
      const { identity } = printed.header;
      return {
        raw,
        name: 'header',
        fields: identity === undefined ? [] : [['device', `${identity.model} ${identity.firmware}`]],
      };
    }
    case 'damage':
      return { raw, name: 'damage', fields: [] };
    default:
      return assertNever(printed);
  }
};

/** Printed lines in the words of their header; the oximeter is never spoken to. */
export const createFrameView = (): FrameView => {
  const reader = createPrintedLineReader();
  return { fromDevice: (bytes) => reader.push(bytes).map(lineOf), toDevice: () => [] };
};
