import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createIceAccess } from './relay-credentials.ts';

const SECRET = 'shared-with-the-relay';
const UDP = 'turn:relay.example.fr:3478?transport=udp';
const TLS = 'turns:relay.example.fr:443?transport=tcp';

describe('access to the relay', () => {
  it('ends by itself, is signed with the secret, and says whose it is', () => {
    const clock = createFakeClock();
    const issue = createIceAccess({ urls: [UDP, TLS], secret: SECRET }, clock);
    const { iceServers, expiresIn } = issue('cabin.site.one');
    const end = Math.floor(Date.parse(clock.now()) / 1_000) + expiresIn;
    expect(iceServers).toEqual([
      { urls: [UDP, TLS], username: `${end}:cabin.site.one`, credential: expect.any(String) },
    ]);
  });

  it('is what coturn computes: a value of `openssl dgst -sha1 -hmac`', () => {
    const clock = { ...createFakeClock(), now: () => '2026-03-02T09:00:00.000Z' };
    const issue = createIceAccess({ urls: [UDP], secret: SECRET }, clock);
    expect(issue('cabin.site.one').iceServers[0]).toMatchObject({
      username: '1772445600:cabin.site.one',
      credential: 'CRbMwY+Yb1UIYDPUiuqC/GzBd+w=',
    });
  });

  it('gives no credential to a server that needs none, and no server where there is none', () => {
    const clock = createFakeClock();
    const issue = createIceAccess({ urls: ['stun:relay.example.fr', UDP], secret: SECRET }, clock);
    expect(issue('x').iceServers[0]).toEqual({ urls: ['stun:relay.example.fr'] });
    expect(issue('x').iceServers).toHaveLength(2);
    expect(createIceAccess(undefined, clock)('x').iceServers).toEqual([]);
  });
});
