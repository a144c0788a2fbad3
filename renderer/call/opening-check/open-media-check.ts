import type { PatientBridge } from '#core/contract/ipc.ts';
import type { MediaCheck } from './media-check.ts';

/** Looks when the main process asks, and tells it what was found. */
export const openMediaCheck = (
  bridge: Pick<PatientBridge, 'onLook' | 'mediaReport'>,
  check: MediaCheck,
): void => {
  bridge.onLook((looking) => {
    if (!looking) {
      check.stop();
      return;
    }
    void check.run().then((report) => {
      if (report !== undefined) bridge.mediaReport(report);
    });
  });
};
