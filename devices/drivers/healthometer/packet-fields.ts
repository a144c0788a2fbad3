import { toLatin1 } from '../../kit/bytes.ts';

/** A number with the decimals that the scale printed. */
interface Printed {
  readonly value: number;
  readonly decimals: number;
}

/** What a packet says, in the scale's own units. The patient's identification in it is never read. */
export interface PacketFields {
  readonly unit: 'metric' | 'imperial';
  /** kg or lb. */
  readonly weight: Printed;
  /** cm or in; 0 where there is none. Measured on 600KL, typed in on every other model, and the packet does not tell which. */
  readonly height: Printed | undefined;
  /** kg/m2. */
  readonly bodyMassIndex: Printed | undefined;
  /** kg or lb; undefined on models that send none. */
  readonly tare: Printed | undefined;
  /** Everything after the start of the packet: equal in equal packets. */
  readonly said: string;
}

const ESCAPE = '\u001b';
/** Leading zeros are suppressed, and there is always a decimal. */
const NUMBER = String.raw`(?:0|[1-9]\d{0,2})\.\d{1,3}`;
const ESCAPE_FIELDS = [
  `${ESCAPE}I\\d{10}`,
  `${ESCAPE}W(?<weight>${NUMBER})`,
  `${ESCAPE}H(?<height>${NUMBER})`,
  `${ESCAPE}B(?<index>${NUMBER})`,
  `(?:${ESCAPE}T(?<tare>${NUMBER}))?`,
  `${ESCAPE}N(?<unit>[mc])`,
  `${ESCAPE}E`,
];
const ESCAPE_PACKET = new RegExp(`^(?:${ESCAPE}|6)R(?<said>${ESCAPE_FIELDS.join('')})$`);

/** Unit byte 80 or 82, and two bytes that never change. */
const SHORT_HEAD = '[\u0080\u0082]\u00d7\u00e4';
/** 2595KL sends 02 and `xxx.x`, the baby scales 01 or 02 and `xxx.xxx`; both with leading zeros. */
const SHORT_PACKET = new RegExp(
  `^(?:\u0002(?<chair>${SHORT_HEAD}\\d{3}\\.\\d\r)|[\u0001\u0002](?<baby>${SHORT_HEAD}\\d{3}\\.\\d{3}\r))$`,
);
const IMPERIAL = '\u0080';
const SHORT_HEAD_LENGTH = 3;

const printedOf = (text: string): Printed => ({
  value: Number(text),
  decimals: text.length - text.indexOf('.') - 1,
});
const optionalOf = (text: string | undefined): Printed | undefined =>
  text === undefined ? undefined : printedOf(text);

/** In every sample all numbers of a packet have the same decimals: one that lost a character has not. */
const decimalsAgree = ({ weight, height, bodyMassIndex, tare }: PacketFields): boolean =>
  [height, bodyMassIndex, tare].every(
    (number) => number === undefined || number.decimals === weight.decimals,
  );

const readEscapePacket = (text: string): PacketFields | undefined => {
  const { weight, height, index, tare, unit, said } = ESCAPE_PACKET.exec(text)?.groups ?? {};
  if (weight === undefined || said === undefined) return undefined;
  const fields: PacketFields = {
    unit: unit === 'm' ? 'metric' : 'imperial',
    weight: printedOf(weight),
    height: optionalOf(height),
    bodyMassIndex: optionalOf(index),
    tare: optionalOf(tare),
    said,
  };
  return decimalsAgree(fields) ? fields : undefined;
};

const readShortPacket = (text: string): PacketFields | undefined => {
  const { chair, baby } = SHORT_PACKET.exec(text)?.groups ?? {};
  const said = chair ?? baby;
  if (said === undefined) return undefined;
  return {
    unit: said.startsWith(IMPERIAL) ? 'imperial' : 'metric',
    weight: printedOf(said.slice(SHORT_HEAD_LENGTH, -1)),
    height: undefined,
    bodyMassIndex: undefined,
    tare: undefined,
    said,
  };
};

/** Reads a packet from its start to its end; undefined when anything in it is not as the document has it. */
export const readPacket = (raw: Uint8Array): PacketFields | undefined => {
  const text = toLatin1(raw);
  return readEscapePacket(text) ?? readShortPacket(text);
};
