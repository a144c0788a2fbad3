import { describe, expect, it } from 'vitest';
import { runtimeOrder } from './order.mjs';

const linux = { override: false, installed: false, refusedLately: false, platform: 'linux', arch: 'x64' };

describe('runtimeOrder', () => {
  it('takes the folder a person named and nothing else', () => {
    expect(runtimeOrder({ ...linux, override: true, installed: true })).toEqual(['override']);
  });

  it('takes the installed binary before any download', () => {
    expect(runtimeOrder({ ...linux, installed: true, refusedLately: true })).toEqual(['installed']);
  });

  it('downloads, then falls back, on 64-bit Linux', () => {
    expect(runtimeOrder(linux)).toEqual(['download', 'fallback']);
  });

  it('does not wait again for a download that failed a moment ago', () => {
    expect(runtimeOrder({ ...linux, refusedLately: true })).toEqual(['fallback']);
  });

  it.each([
    { platform: 'win32', arch: 'x64' },
    { platform: 'darwin', arch: 'arm64' },
    { platform: 'linux', arch: 'arm64' },
  ])('always tries the download where there is no fallback: %j', (system) => {
    expect(runtimeOrder({ ...linux, ...system, refusedLately: true })).toEqual(['download']);
  });
});
