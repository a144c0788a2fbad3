import type { HidDescription, HidHandle, HidLibrary } from './hid-library.ts';

/** A HID library without devices of its own: a test says what is plugged in, what the device sends and what fails. */
export const createFakeHid = (devices: readonly HidDescription[] = []) => {
  const dataListeners: ((report: Uint8Array) => void)[] = [];
  const errorListeners: ((error: unknown) => void)[] = [];
  const written: number[][] = [];
  const features: number[][] = [];
  let writeFailure: unknown;
  let closings = 0;
  const record =
    (list: number[][]) =>
    async (report: number[]): Promise<number> => {
      if (writeFailure !== undefined) throw writeFailure;
      list.push(report);
      return report.length;
    };
  function on(event: 'data', listener: (report: Uint8Array) => void): unknown;
  function on(event: 'error', listener: (error: unknown) => void): unknown;
  function on(event: 'data' | 'error', listener: (value: never) => void): void {
    (event === 'data' ? dataListeners : errorListeners).push(listener as (value: unknown) => void);
  }
  const handle: HidHandle = {
    on,
    write: record(written),
    sendFeatureReport: record(features),
    close: async () => {
      closings += 1;
    },
  };
  const library: HidLibrary = {
    devicesAsync: async () => devices,
    HIDAsync: { open: async () => handle },
  };
  return {
    load: async () => library,
    written,
    features,
    closings: () => closings,
    send: (...report: number[]) => {
      for (const listener of dataListeners) listener(Uint8Array.from(report));
    },
    breakDown: (error: unknown) => {
      for (const listener of errorListeners) listener(error);
    },
    failWrites: (error: unknown) => {
      writeFailure = error;
    },
  };
};
