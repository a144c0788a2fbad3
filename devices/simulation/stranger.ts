import type { Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../kit/bytes.ts';
import { every } from '../kit/clock.ts';
import type { SimulatorContext } from '../kit/simulator.ts';
import type { Carriage } from './wire.ts';

/** A navigation receiver says where it is once a second, to whoever listens; it is no medical device. */
const SENTENCE = '$GPGGA,094105,4800.072,N,00011.922,E,1,08,0.9,54.4,M,46.9,M,,*47\r\n';
const PERIOD_MS: Milliseconds = 1_000;
const REPORT_BYTES = 64;

/** Some other device on the port: it speaks by itself, and answers everything with what it has to say. */
export const createStranger = (
  { clock, send }: Pick<SimulatorContext, 'clock' | 'send'>,
  carriage: Carriage,
): { receive(): void; close(): void } => {
  const speak = (): void => {
    const text = fromLatin1(SENTENCE);
    if (carriage === 'bytes') send(text);
    else send(Uint8Array.from({ length: REPORT_BYTES }, (_, index) => text[index] ?? 0));
  };
  const stop = every(clock, PERIOD_MS, speak);
  return { receive: speak, close: stop };
};
