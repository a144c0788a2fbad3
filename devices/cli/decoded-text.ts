import { assertNever } from '#core/result.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { KIND_VALUES } from '#core/vitals/kinds.ts';
import { formatDecoded } from '../kit/decoded-line.ts';
import type { Decoded } from '../kit/driver.ts';

const readingText = (reading: DecodedReading): string => {
  const flags = reading.flags.length === 0 ? [] : [`[${reading.flags.join(' ')}]`];
  if (reading.status === 'invalid') {
    const { reason, detail } = reading;
    return [`${reading.kind}: no value, ${reason}${detail === undefined ? '' : ` ${detail}`}`, ...flags].join(
      '  ',
    );
  }
  const { required, optional } = KIND_VALUES[reading.kind];
  const values = [...required, ...optional].flatMap((key) => {
    const quantity = reading.values[key];
    return quantity === undefined ? [] : [`${key} ${quantity.value} ${quantity.unit}`];
  });
  return [`${reading.kind}:`, ...values, ...flags].join('  ');
};

/** What was decoded, for a person; undefined for what the frames already show. A scan's content is a patient's identity: not shown. */
export const decodedText = (decoded: Decoded): string | undefined => {
  switch (decoded.type) {
    case 'reading':
      return readingText(decoded.reading);
    case 'scan':
      return `identity code: ${decoded.scan.status}`;
    case 'wave':
      return undefined;
    default:
      return assertNever(decoded);
  }
};

/** The same for a program. */
export const decodedJson = (decoded: Decoded): string | undefined => {
  switch (decoded.type) {
    case 'reading':
      return `{"type":"reading","reading":${formatDecoded(decoded)}}`;
    case 'scan':
      return JSON.stringify({ type: 'scan', status: decoded.scan.status });
    case 'wave':
      return undefined;
    default:
      return assertNever(decoded);
  }
};
