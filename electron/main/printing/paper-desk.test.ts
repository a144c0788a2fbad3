import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { PaperDelivery } from '#core/contract/printing.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { FakeVisit } from '#core/visit/fake-visit.ts';
import { createPaperDesk } from './paper-desk.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const PAPER = 'paper-0001';

const open = () => {
  const played = new FakeVisit().reachCall();
  const printed: string[] = [];
  let purged = 0;
  let outcome: Result<null, Failure> = ok(null);
  let looked: Result<{ pages: number }, Failure> = ok({ pages: 1 });
  let finishLook = (): void => {};
  let slow = false;
  const desk = createPaperDesk({
    keeper: {
      visit: () => played.visit,
      bring: (command) => {
        played.bring(command);
        for (const body of played.events.splice(0)) desk.follow(body);
        return ok(null);
      },
    },
    printer: {
      state: async () => 'ready',
      print: async (bytes) => {
        printed.push(new TextDecoder().decode(bytes));
        return outcome;
      },
      purge: async () => {
        purged += 1;
      },
    },
    sheets: {
      look: async () => {
        if (slow)
          await new Promise<void>((resolve) => {
            finishLook = resolve;
          });
        return looked;
      },
    },
    sha256,
  });
  const ask = (...command: Parameters<FakeVisit['ask']>) => {
    const refused = played.ask(...command);
    for (const body of played.events.splice(0)) desk.follow(body);
    return refused;
  };
  const announce = (text: string, paperId = PAPER): PaperDelivery => {
    const bytes = new TextEncoder().encode(text);
    ask('physician', {
      type: 'send-paper',
      paper: {
        paperId,
        kind: 'prescription',
        name: 'a.pdf',
        pages: 1,
        byteLength: bytes.length,
        sha256: sha256(bytes),
      },
    });
    return { paperId, bytes };
  };
  return {
    played,
    desk,
    ask,
    announce,
    printed,
    purged: () => purged,
    finishLook: () => finishLook(),
    willBe: (next: { outcome?: Result<null, Failure>; looked?: typeof looked; slow?: boolean }) => {
      outcome = next.outcome ?? outcome;
      looked = next.looked ?? looked;
      slow = next.slow ?? slow;
    },
    state: () => played.visit.papers.list[0]?.state,
  };
};
const close = ({ ask }: ReturnType<typeof open>) => {
  ask('physician', { type: 'choose-pathway', pathway: 'remote' });
  ask('physician', { type: 'close-consultation', report: 'no-doctor', advice: '', notes: '' });
};
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it('prints what was announced once the patient is there, and forgets it with the visit', async () => {
  const rig = open();
  expect((await rig.desk.deliver(rig.announce('ordonnance'))).ok).toBe(true);
  close(rig);
  await settled();
  expect(rig.printed).toEqual([]);
  rig.ask('patient', { type: 'confirm-presence' });
  await settled();
  expect(rig.printed).toEqual(['ordonnance']);
  expect(rig.state()).toMatchObject({ state: 'printed' });
  // It may have to be printed once more.
  expect(rig.desk.held()).toBe(1);
  rig.ask('patient', { type: 'take-papers' });
  rig.played.bring({ type: 'handover-written' });
  rig.ask('patient', { type: 'finish-visit' });
  expect(rig.desk.held()).toBe(0);
});

it('takes no paper that nobody has announced, and none twice', async () => {
  const rig = open();
  const foreign = { paperId: 'paper-else', bytes: new Uint8Array(4) };
  expect(await rig.desk.deliver(foreign)).toMatchObject({ failure: { code: 'NOT_NOW' } });
  const paper = rig.announce('ordonnance');
  await rig.desk.deliver(paper);
  expect(await rig.desk.deliver(paper)).toMatchObject({ failure: { code: 'NOT_NOW' } });
  expect(rig.desk.held()).toBe(1);
});

it('refuses other bytes, other pages and what cannot be read, and holds nothing of it', async () => {
  for (const [change, code] of [
    [{ bytes: new TextEncoder().encode('ordonnancf') }, 'PAPER_DIFFERS'],
    [{ looked: ok({ pages: 2 }) }, 'PAPER_DIFFERS'],
    [{ looked: fail(failure('PAPER_ENCRYPTED')) }, 'PAPER_ENCRYPTED'],
  ] as const) {
    const rig = open();
    const paper = rig.announce('ordonnance');
    if ('looked' in change) rig.willBe({ looked: change.looked });
    await rig.desk.deliver({ ...paper, ...('bytes' in change ? { bytes: change.bytes } : {}) });
    expect(rig.state()).toEqual({ state: 'refused', code });
    expect(rig.desk.held()).toBe(0);
  }
});

it('forgets at once what is taken back, also while it is looked at', async () => {
  const rig = open();
  rig.willBe({ slow: true });
  const paper = rig.announce('ordonnance');
  const delivered = rig.desk.deliver(paper);
  rig.ask('physician', { type: 'take-back-paper', paperId: PAPER });
  expect(rig.desk.held()).toBe(0);
  expect([...paper.bytes].every((byte) => byte === 0)).toBe(true);
  rig.finishLook();
  expect(await delivered).toMatchObject({ failure: { code: 'NOT_NOW' } });
  expect(rig.state()).toEqual({ state: 'taken-back' });
});

it('forgets the papers of a physician who is gone', async () => {
  const rig = open();
  await rig.desk.deliver(rig.announce('ordonnance'));
  rig.played.bring({ type: 'lose-claim', cause: 'physician-gone' });
  rig.desk.follow({ type: 'claim-lost', cause: 'physician-gone' });
  expect(rig.desk.held()).toBe(0);
});

it('tells why nothing came out, and clears the printer when the visit is wiped over it', async () => {
  const rig = open();
  rig.willBe({ outcome: fail(failure('PRINTER_PAPER_OUT')) });
  await rig.desk.deliver(rig.announce('ordonnance'));
  close(rig);
  rig.ask('assistant', { type: 'confirm-presence' });
  await settled();
  expect(rig.state()).toEqual({ state: 'failed', code: 'PRINTER_PAPER_OUT' });
  rig.desk.forget();
  expect(rig.purged()).toBe(1);
  expect(rig.desk.held()).toBe(0);
});
