import { expect, it } from 'vitest';
import type { PresenceBoard } from '#core/contract/presence.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createPresenceKeeper } from './presence-keeper.ts';

it('takes nobody for somebody who listens once their page has fallen silent', async () => {
  const clock = createFakeClock();
  const boards: PresenceBoard[] = [];
  const keeper = createPresenceKeeper(clock, (board) => boards.push(board));
  const both = { sound: true, picture: true };
  const patient = { sends: { physician: both }, receives: {} };
  const physician = { sends: {}, receives: { patient: both } };
  keeper.hear('patient', patient);
  keeper.hear('physician', physician);
  expect(keeper.board()).toEqual([{ by: 'physician', of: 'patient', ...both }]);
  for (let time = 0; time < 3; time += 1) {
    await clock.advance(2_000);
    keeper.hear('patient', patient);
  }
  expect(keeper.board()).toEqual([]);
  expect(boards).toHaveLength(2);
});
