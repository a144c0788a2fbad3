import { describe, expect, it } from 'vitest';
import { parseBirthDate, withSlashes } from './birth-date.ts';

const TODAY = '2026-03-02';

describe('a typed birth date', () => {
  it.each(['02/03/1948', '2/3/1948', '02.03.1948', '02-03-1948', '02 03 1948', '02031948'])(
    'reads %s',
    (text) => {
      expect(parseBirthDate(text, TODAY)).toEqual({ ok: true, value: '1948-03-02' });
    },
  );

  it.each([
    ['', 'empty'],
    ['02/03', 'incomplete'],
    ['02/03/48', 'incomplete'],
    ['1948-03-02', 'incomplete'],
    ['31/04/1948', 'no-such-day'],
    ['29/02/1949', 'no-such-day'],
    ['12/13/1948', 'no-such-day'],
    ['00/03/1948', 'no-such-day'],
    ['03/03/2026', 'future'],
    ['02/03/1848', 'too-old'],
  ] as const)('refuses %j as %s', (text, failure) => {
    expect(parseBirthDate(text, TODAY)).toEqual({ ok: false, failure });
  });

  it('takes 29 February of a leap year, and a birth today', () => {
    expect(parseBirthDate('29/02/1948', TODAY)).toEqual({ ok: true, value: '1948-02-29' });
    expect(parseBirthDate('02/03/2026', TODAY)).toEqual({ ok: true, value: '2026-03-02' });
  });
});

describe('slashes while typing', () => {
  const type = (keys: string) => {
    let text = '';
    for (const key of keys) text = withSlashes(text + key, text);
    return text;
  };

  it('come by themselves between digits', () => {
    expect(type('02031948')).toBe('02/03/1948');
  });

  it('may be typed too, also after one digit', () => {
    expect(type('02/03/1948')).toBe('02/03/1948');
    expect(type('2/3/1948')).toBe('2/3/1948');
  });

  it('can be erased', () => {
    expect(withSlashes('02', '02/')).toBe('02');
  });
});
