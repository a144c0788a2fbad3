import type { FromDeviceHost, ToDeviceHost } from '#core/contract/device-host.ts';
import { askingId, fromAskingId } from '#core/visit/capture-id.ts';
import type { VisitEvent } from '#core/visit/events.ts';
import type { Visit } from '#core/visit/visit.ts';
import type { VisitKeeper } from './keeper.ts';

/** What the device host is told after an event of the visit. */
export const deviceOrder = (event: VisitEvent, visit: Visit): ToDeviceHost | undefined => {
  const { body } = event;
  const { epoch } = visit;
  if (body.type === 'measuring-started' && visit.capture !== undefined) {
    const { measure } = visit.capture;
    return { type: 'start-capture', captureId: askingId(body.captureId, body.run), epoch, measure };
  }
  if (body.type === 'capture-stopped') {
    return { type: 'stop-capture', captureId: askingId(body.captureId, body.run), epoch };
  }
  return undefined;
};

/** Brings a device's answer to the visit; one of an earlier visit is dropped. */
export const bringDeviceAnswer = (
  keeper: VisitKeeper,
  message: Extract<FromDeviceHost, { type: 'capture-reading' | 'capture-failed' }>,
): void => {
  if (message.epoch !== keeper.visit().epoch) return;
  const asking = fromAskingId(message.captureId);
  if (message.type === 'capture-failed') {
    keeper.bring({ type: 'fail-capture', ...asking, code: message.failure.code });
    return;
  }
  const { deviceId, origin, reading, signal, rawHash } = message;
  keeper.bring({
    type: 'deliver-reading',
    ...asking,
    deviceId,
    origin,
    reading,
    ...(signal === undefined ? {} : { signal }),
    rawHash,
  });
};

/** The host died while a device was being asked: the patient is offered another try, nothing else is lost. */
export const bringHostDeath = (keeper: VisitKeeper): void => {
  const { capture } = keeper.visit();
  if (capture?.phase.phase === 'measuring') {
    keeper.bring({
      type: 'fail-capture',
      captureId: capture.captureId,
      run: capture.run,
      code: 'DEVICE_HOST_RESTARTED',
    });
  }
  keeper.bring({ type: 'note-incident', code: 'DEVICE_HOST_RESTARTED' });
};
