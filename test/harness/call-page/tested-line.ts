import type { LineMeasure } from '#core/call/line-test.ts';
import { lineNoise } from '#gateway/client/line-noise.ts';
import { measureLine } from '#gateway/client/line-test.ts';
import { systemClock } from '#gateway/client/system-clock.ts';

/** The line from a page to the gateway, tested when a trial says so: it lays the emulated line after the page was loaded. */
export const openTestedLine = (onMeasure: (line: LineMeasure) => void = () => {}) => {
  let measured: LineMeasure | undefined;
  return {
    measured: (): LineMeasure | undefined => measured,
    /** The product's own test, as it runs while a patient waits; undefined when it failed. */
    test: async (): Promise<LineMeasure | undefined> => {
      const result = await measureLine({
        fetch: (url, init) => fetch(url, init),
        gateway: '',
        clock: systemClock,
        noise: lineNoise,
      });
      if (!result.ok) return undefined;
      measured = result.value;
      onMeasure(measured);
      return measured;
    },
  };
};
