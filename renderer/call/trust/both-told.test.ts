import { beforeEach, describe, expect, it } from 'vitest';
import { HELD, openTwoSides, type TwoSides } from '#test/harness/two-sides.ts';

/** Another certificate than was signed. */
const STRANGE = { own: ['EE'], other: ['01'] };

let sides: TwoSides;
/** What each end shows at this moment: the state of the call and why it failed. */
const shown = () =>
  [sides.cabin.store.getState(), sides.physician.store.getState().call].map(({ state, failure }) => [
    state,
    failure?.code,
  ]);
const FORGED = [
  ['lost', 'PEER_FORGED'],
  ['lost', 'PEER_FORGED'],
];

beforeEach(() => {
  sides = openTwoSides();
  sides.show();
});

/** The attempt is opened, and its certificate turns out to be another one at this end. */
const joinForged = async (end: 'cabin' | 'physician'): Promise<void> => {
  sides.desk.setState({ claim: HELD });
  const joining = sides.clock.advance(1);
  const peer = () => sides.network.peer(end === 'cabin');
  // Between the moment when the peer is opened and the one when it has joined.
  for (let turn = 0; turn < 100 && peer() === undefined; turn += 1) await Promise.resolve();
  const forged = peer();
  if (forged) forged.inUse = STRANGE;
  await joining;
  await sides.clock.advance(100);
};

describe('a certificate in use that nobody signed', () => {
  it('found by the physician’s page is the reason on both screens, and in the record', async () => {
    await joinForged('physician');
    expect(shown()).toEqual(FORGED);
    expect(sides.incidents).toContain('PEER_FORGED');
  });

  it('found by the cabin’s window is the reason on both screens, and in the record', async () => {
    await joinForged('cabin');
    expect(shown()).toEqual(FORGED);
    expect(sides.incidents).toContain('PEER_FORGED');
    expect(sides.cabinRefusals).toEqual(['PEER_FORGED']);
  });

  it('leaves no reason behind once an attempt is proven', async () => {
    await joinForged('physician');
    await sides.clock.advance(10_000);
    expect(shown()).toEqual([
      ['connected', undefined],
      ['connected', undefined],
    ]);
  });
});

describe('a joined call that is told of another certificate', () => {
  const refuse = (): void => {
    const { attempt } = sides.cabin.store.getState();
    if (attempt) sides.toCabin({ type: 'refused', attempt, code: 'PEER_FORGED' });
  };

  it('goes on, since a stranger may have said so', async () => {
    await sides.join();
    refuse();
    await sides.clock.advance(30_000);
    expect(shown()).toEqual([
      ['connected', undefined],
      ['connected', undefined],
    ]);
    expect(sides.cabinRefusals).toEqual([]);
  });

  it('says why when the other end then leaves it', async () => {
    await sides.join();
    refuse();
    sides.network.peer(true)?.events.onClosed();
    await sides.clock.advance(0);
    expect(sides.cabin.store.getState()).toMatchObject({ state: 'lost', failure: { code: 'PEER_FORGED' } });
    expect(sides.cabinRefusals).toEqual(['PEER_FORGED']);
  });

  it('is lost for its own reason when it is lost long after', async () => {
    await sides.join();
    refuse();
    await sides.clock.advance(21_000);
    sides.network.peer(true)?.events.onClosed();
    await sides.clock.advance(0);
    expect(sides.cabin.store.getState()).toMatchObject({ state: 'lost', failure: { code: 'CALL_LOST' } });
    expect(sides.cabinRefusals).toEqual([]);
  });
});
