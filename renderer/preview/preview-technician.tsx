import '#renderer/apps/technician/styles/technician.css';
import { ok } from '#core/result.ts';
import { createFrameLog } from '#renderer/apps/technician/model/frame-log.ts';
import { TechnicianScreen } from '#renderer/apps/technician/technician-app.tsx';
import { FRAMES, TECHNICIAN_SCENES } from './technician-scenes.ts';

/** The technician's window in the named state. */
export const previewTechnician = (name: string) => {
  const projection = TECHNICIAN_SCENES[name] ?? TECHNICIAN_SCENES['bench'];
  if (projection === undefined) return null;
  const log = createFrameLog();
  const deviceId = projection.access === 'open' ? projection.bench.watched : undefined;
  if (deviceId !== undefined) log.take({ deviceId, perSecond: 60, oneOf: 20, frames: [...FRAMES] });
  return <TechnicianScreen projection={projection} log={log} ask={() => Promise.resolve(ok(null))} />;
};
