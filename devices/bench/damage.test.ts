import { expect, test } from 'vitest';
import { lineChecksum } from '../drivers/tanita-scale/lines.ts';
import { fromLatin1 } from '../kit/bytes.ts';
import { DRIVERS } from '../registry.ts';
import { measureDamage, messageIn } from './damage.ts';

const covered = '{0,16,~0,1,~1,1,~2,1,MO,"SC-240",Wk,82.7,';
const LINE = fromLatin1(`${covered}CS,${lineChecksum(covered)}\r\n`);
const PLAIN = fromLatin1('0,2,170,110.6,431,28.4,31.4,79.2,58.0,27,32.3,9771\r\n');
const scale = DRIVERS['tanita-scale'];

test('the message of the first value is found, and stands alone', () => {
  expect(messageIn(scale, [fromLatin1('{0,16,MO,"x",'), LINE, PLAIN])).toEqual(LINE);
  expect(messageIn(scale, [fromLatin1('nothing at all\r\n')])).toBeUndefined();
});

test('a checksum lets no single damage through, and some double', () => {
  const [bits, lost, doubled, pairs] = measureDamage(scale, LINE, 1);
  expect(bits).toEqual({ damage: 'single-bit', tried: LINE.length * 8, values: 0, wrong: 0, unmarked: 0 });
  // Losing or doubling CR or LF at the end changes nothing that is covered.
  for (const count of [lost, doubled])
    expect(count).toMatchObject({ tried: LINE.length, wrong: 0, unmarked: 0 });
  expect(pairs?.tried).toBe(50_000);
  expect((pairs?.unmarked ?? 1) / 50_000).toBeLessThan(0.005);
});

test('what has no checksum lets some through, all of it marked', () => {
  const [bits] = measureDamage(scale, PLAIN, 1);
  expect(bits?.values).toBeGreaterThan(0);
  expect(bits?.unmarked).toBe(0);
});
