import { expect, it } from 'vitest';
import { isLocalLink } from './local-link.ts';

it.each([
  ['http://localhost:4000/guest#code', true],
  ['http://127.0.0.1:4000/guest#code', true],
  ['http://127.8.0.1/guest#code', true],
  ['http://[::1]:4000/guest#code', true],
  ['http://cabine.localhost/guest#code', true],
  ['https://cabine.example/guest#localhost', false],
  ['https://localhost.example/guest#code', false],
  ['http://192.168.1.20:4000/guest#code', false],
  ['no link', false],
])('%s leads only to the computer itself: %s', (link, isLocal) => {
  expect(isLocalLink(link)).toBe(isLocal);
});
