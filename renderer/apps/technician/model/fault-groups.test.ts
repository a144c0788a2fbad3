import { expect, it } from 'vitest';
import { FAULTS } from '#core/contract/simulation.ts';
import { faultKeys } from './fault-groups.ts';

it('shows every fault that can be made, once, the plug first', () => {
  const shown = [...faultKeys(FAULTS, 'device'), ...faultKeys(FAULTS, 'line')];
  expect(shown.toSorted()).toEqual([...FAULTS].toSorted());
  expect(shown[0]).toBe('unplug');
  expect(faultKeys(['motion', 'slow'], 'line')).toEqual(['slow']);
});
