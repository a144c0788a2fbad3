import { expect, it } from 'vitest';
import { ok } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createSystemPrinter, stateOf } from './system-printer.ts';

const cups = (state: string, reasons = 'none') => ({
  'printer-state': state,
  'printer-state-reasons': reasons,
});

it.each([
  ['ready', cups('3')],
  ['ready', cups('3', 'toner-low-warning')],
  ['paper-out', cups('5', 'media-empty-error')],
  ['paper-out', cups('4', 'media-needed')],
  ['jammed', cups('5', 'media-jam-error')],
  ['offline', cups('3', 'offline-report')],
  ['offline', cups('5')],
  ['unknown', {}],
] as const)('reads %s from what the system tells', (state, options) => {
  expect(stateOf({ options })).toBe(state);
});

const open = (name: string | undefined, named: readonly string[] = ['Bureau']) => {
  const clock = createFakeClock();
  let options: object = cups('3');
  const spooled: (string | undefined)[] = [];
  const purged: string[] = [];
  const printer = createSystemPrinter({
    clock,
    name,
    printers: async () => named.map((one) => ({ name: one, displayName: one, options })),
    spool: async (_document, printerName) => {
      spooled.push(printerName);
      options = cups('4');
      return ok(null);
    },
    purge: async (one) => void purged.push(one),
  });
  const bytes = new Uint8Array(8);
  return {
    clock,
    spooled,
    purged,
    print: () => printer.print(bytes),
    becomes: (next: object) => {
      options = next;
    },
  };
};

it('is done when the printer rests again', async () => {
  const rig = open('Bureau');
  const printing = rig.print();
  await rig.clock.advance(3_000);
  rig.becomes(cups('3'));
  await rig.clock.advance(1_000);
  expect(await printing).toEqual({ ok: true, value: null });
  expect(rig.spooled).toEqual(['Bureau']);
  expect(rig.purged).toEqual([]);
});

it('takes the job back when the paper runs out: it would come out in front of somebody else', async () => {
  const rig = open('Bureau');
  const printing = rig.print();
  await rig.clock.advance(2_000);
  rig.becomes(cups('4', 'media-empty-error'));
  await rig.clock.advance(1_000);
  expect(await printing).toMatchObject({ failure: { code: 'PRINTER_PAPER_OUT' } });
  expect(rig.purged).toEqual(['Bureau']);
});

it('gives up on a printer that goes on for ever', async () => {
  const rig = open('Bureau');
  const printing = rig.print();
  await rig.clock.advance(125_000);
  expect(await printing).toMatchObject({ failure: { code: 'PRINT_FAILED' } });
  expect(rig.purged).toEqual(['Bureau']);
});

it('prints nothing where the named printer is not', async () => {
  const rig = open('Accueil');
  expect(await rig.print()).toMatchObject({ failure: { code: 'PRINTER_MISSING' } });
  expect(rig.spooled).toEqual([]);
});
