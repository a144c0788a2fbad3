import { beforeEach, describe, expect, it } from 'vitest';
import type { IceServer } from '#core/contract/ice.ts';
import { createRelayWatch, type RelayWatch } from './relay-watch.ts';

const SERVERS: readonly IceServer[] = [{ urls: ['turns:relay'], username: 'one', credential: 'x' }];
let watch: RelayWatch;
beforeEach(() => {
  watch = createRelayWatch();
  watch.begin(SERVERS, 1_000);
});

describe('what the relay says', () => {
  it('is asked for once, five seconds into an attempt that does not join', () => {
    expect([5_900, 6_000, 6_100].map(watch.mustCheck)).toEqual([false, true, false]);
    watch.begin(SERVERS, 13_000);
    expect([13_100, 18_000].map(watch.mustCheck)).toEqual([false, true]);
  });

  it('is told once an attempt, and needs no further question', () => {
    expect(watch.refused('401')).toBe('refused');
    expect(watch.refused('401 again')).toBe('known');
    expect(watch.failure()).toEqual({ code: 'RELAY_REFUSED', detail: '401' });
    expect(watch.mustCheck(9_000)).toBe(false);
    watch.begin(SERVERS, 13_000);
    expect(watch.failure()).toBeUndefined();
  });

  it('sends to try again with credentials that come after a refusal, and with the first ones of all', () => {
    watch.refused('401');
    expect(watch.renewed(SERVERS)).toBe(true);
    watch.begin([], 13_000);
    expect(watch.renewed(SERVERS)).toBe(true);
  });

  it('does not disturb an attempt that joins, and tries what came meanwhile when what it had is refused', () => {
    expect(watch.renewed(SERVERS)).toBe(false);
    expect(watch.refused('401')).toBe('restart');
    expect(watch.refused('401')).toBe('refused');
    watch.begin([], 13_000);
    expect(watch.renewed([])).toBe(false);
  });
});
