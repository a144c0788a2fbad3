import { expect, it } from 'vitest';
import { planPackage } from './plan.mjs';

const real = {
  forTests: false,
  isFallback: false,
  folder: '/electron',
  version: '45.4.1',
  platform: 'linux',
};

it('never makes a real cabin of the fallback runtime', () => {
  expect(planPackage({ ...real, isFallback: true })).toEqual({ refused: true, args: [] });
});

it('lets no inspector into a real cabin', () => {
  const { refused, args } = planPackage(real);
  expect(refused).toBe(false);
  expect(args.join(' ')).not.toMatch(/Inspect|TEST/);
});

it('marks a test package in its name', () => {
  const { refused, args } = planPackage({ ...real, forTests: true, isFallback: true, version: '33.2.1' });
  expect(refused).toBe(false);
  expect(args).toContain('-c.productName=Cabine TEST');
  expect(args).toContain('-c.electronVersion=33.2.1');
});
