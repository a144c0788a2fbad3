import { expect, it } from 'vitest';
import { relayRefusal } from './relay-refusal.ts';

it.each([
  [401, 'turns:relay.example.fr:443?transport=tcp', '401 text turns:relay.example.fr:443?transport=tcp'],
  [438, 'turn:relay.example.fr:3478?transport=udp', '438 text turn:relay.example.fr:3478?transport=udp'],
  [486, 'turn:relay.example.fr', '486 text turn:relay.example.fr'],
  [701, 'turn:relay.example.fr:3478?transport=udp', undefined],
  [401, 'stun:relay.example.fr', undefined],
] as const)('of %i from %s is %s', (errorCode, url, detail) => {
  expect(relayRefusal({ errorCode, errorText: 'text', url })).toBe(detail);
});
