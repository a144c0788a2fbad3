import { fail } from '#core/result.ts';
import { type DamageCount, measureDamage, messageIn } from '../bench/damage.ts';
import { DRIVERS } from '../registry.ts';
import { wholeNumber } from './arguments.ts';
import { type DeviceCommand, parseDriverId, WELL } from './command.ts';
import { DEFAULT_SEED, DRIVER, JSON_SWITCH } from './common-options.ts';
import { readCapture } from './read-capture.ts';

const NAMES: Readonly<Record<DamageCount['damage'], (tried: number) => string>> = {
  'single-bit': (tried) => `each of the ${tried} single bits`,
  'lost-byte': (tried) => `each of the ${tried} bytes lost`,
  'doubled-byte': (tried) => `each of the ${tried} bytes doubled`,
  'bit-pair': (tried) => `${tried} random pairs of bits`,
};

/** Few are counted, of many a part is told. */
const shown = (count: number, { damage, tried }: DamageCount): string =>
  damage === 'bit-pair' && count > 0 ? `${((count / tried) * 100).toFixed(2)} %` : String(count);

/** `damage`: what a driver makes of its own message when it is damaged, as the table of its page. */
export const damageCommand: DeviceCommand = {
  name: 'damage',
  purpose:
    'damages the first message of a capture file in every single way and counts what comes of it: the table of the driver’s page',
  positionals: [DRIVER, { name: 'file', says: 'a capture file, or - for standard input', path: true }],
  options: { '--seed': { takes: 'N', says: 'of the random pairs of bits (1)' }, ...JSON_SWITCH },
  examples: [['tanita-scale weighing.cap', 'single bits, lost and doubled bytes, and pairs of bits']],
  run: async (given, console) => {
    const [word, path] = given.positional;
    const id = parseDriverId(word);
    if (!id.ok) return id;
    if (path === undefined) return fail('a capture file is needed');
    const seed = wholeNumber(given, '--seed', DEFAULT_SEED);
    if (!seed.ok) return seed;
    const capture = await readCapture(path, console);
    if (!capture.ok) return capture;
    const driver = DRIVERS[id.value];
    const chunks = capture.value.chunks.flatMap(({ direction, bytes }) =>
      direction === 'from-device' ? [bytes] : [],
    );
    const message = messageIn(driver, chunks);
    if (message === undefined) return fail(`${path}: no message in it that is a value on its own`);
    const counts = measureDamage(driver, message, seed.value);
    if (given.switches.has('--json'))
      console.out(JSON.stringify({ driver: id.value, bytes: message.length, counts }));
    else {
      console.out(
        `| Damage to one message (${message.length} bytes) | Gives a value | Gives a wrong value | Wrong and not marked |`,
      );
      console.out('|---|---|---|---|');
      for (const count of counts) {
        const cells = [count.values, count.wrong, count.unmarked].map((number) => shown(number, count));
        console.out(`| ${[NAMES[count.damage](count.tried), ...cells].join(' | ')} |`);
      }
    }
    return WELL;
  },
};
