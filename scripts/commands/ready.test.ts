import { expect, it } from 'vitest';
import { isNoise, parseReady, sayReady } from './ready.mjs';

const line =
  'CABINE READY {"physicianUrl":"http://localhost:8123/","accounts":[{"name":"Dr Karim Benali","account":"benali"}],"accessCode":"123456","handover":"/out/handover","technicianPin":"246810","codes":{"awa-diallo":"1357"}}';

it('recognises the line that says the cabin is up, and no other', () => {
  expect(parseReady(line)?.physicianUrl).toBe('http://localhost:8123/');
  expect(parseReady('CABINE STARTING')).toBeUndefined();
});

it('tells how to sign in', () => {
  const ready = parseReady(line);
  if (ready === undefined) throw new Error('not recognised');
  const said: string[] = [];
  sayReady({ say: (key, values) => void said.push(`${key} ${JSON.stringify(values ?? {})}`) }, ready);
  expect(said.join('\n')).toMatch(
    /8123[\s\S]*awa-diallo[\s\S]*1357[\s\S]*benali[\s\S]*123456[\s\S]*handover[\s\S]*246810/,
  );
});

it('keeps real messages', () => {
  expect(isNoise('[12:ERROR:bus.cc(407)] Failed to connect to the bus')).toBe(true);
  expect(isNoise('SyntaxError: Unexpected token')).toBe(false);
});
