import { describe, expect, it } from 'vitest';
import { keyName } from './key-name.ts';

const press = (key: string, code: string, held: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, code, altKey: false, ctrlKey: false, metaKey: false, ...held });

describe('a key of the page', () => {
  it('is the same digit on a French keyboard, with and without Shift, and on the pad', () => {
    const row = [...'&é"\'(-è_'].map((key, index) => press(key, `Digit${index + 1}`));
    expect(row).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect([press('1', 'Digit1'), press('4', 'Numpad4'), press('End', 'Numpad1')]).toEqual(['1', '4', 'end']);
  });

  it('is the letter that is written, wherever it stands', () => {
    expect([press('a', 'KeyQ'), press('M', 'Semicolon'), press('?', 'KeyM')]).toEqual(['a', 'm', '?']);
  });

  it('held with Alt is another one, on a Mac too', () => {
    const altKey = true;
    expect(press('p', 'KeyP', { altKey })).toBe('alt+p');
    expect(press('π', 'KeyP', { altKey })).toBe('alt+p');
    expect(press('Alt', 'AltLeft', { altKey })).toBeUndefined();
  });

  it('held with another modifier is the browser’s', () => {
    expect(press('d', 'KeyD', { ctrlKey: true })).toBeUndefined();
    expect(press('d', 'KeyD', { metaKey: true })).toBeUndefined();
    expect(press('€', 'KeyE', { ctrlKey: true, altKey: true })).toBeUndefined();
  });
});
