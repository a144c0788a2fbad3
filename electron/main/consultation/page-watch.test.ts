import { beforeEach, describe, expect, it } from 'vitest';
import { createPageWatch } from './page-watch.ts';

let replaced: number;
let holder: string | undefined;
let say: ReturnType<typeof createPageWatch>;

beforeEach(() => {
  replaced = 0;
  holder = 'benali';
  say = createPageWatch({
    holds: (physicianId) => physicianId === holder,
    onReplaced: () => {
      replaced += 1;
    },
  });
});

const online = (page: string, physicianId = 'benali') => say(physicianId, { state: 'online', page });

describe('the page of a physician', () => {
  it('is replaced by a second one, once', () => {
    online('first');
    online('first');
    expect(replaced).toBe(0);
    online('second');
    online('second');
    expect(replaced).toBe(1);
  });

  it('is not where it left before, as a reload does', () => {
    online('first');
    say('benali', { state: 'offline', page: 'first' });
    online('second');
    expect(replaced).toBe(0);
  });

  it('is no matter of a visit that this physician is not in', () => {
    holder = 'moreau';
    online('first');
    online('second');
    online('other', 'moreau');
    expect(replaced).toBe(0);
  });
});
