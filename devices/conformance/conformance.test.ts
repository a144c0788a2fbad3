import { describe, expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { PROPERTIES } from './properties.ts';

describe.each(DRIVER_IDS)('%s', (driver) => {
  for (const property of PROPERTIES) {
    test(property.name, { timeout: 120_000 }, async ({ skip }) => {
      const problems = await property.try(driver);
      if (problems === undefined) skip('does not apply to this device');
      expect(problems).toEqual([]);
    });
  }
});
