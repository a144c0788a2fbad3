import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { cameraFaultIn } from '#core/contract/media-faults.ts';
import { useServices } from '../services.ts';

/** The person's own picture, mirrored as in a mirror and silent; opens the camera for them alone. */
export const SelfView = () => {
  const { t } = useTranslation('patient');
  const { call } = useServices();
  const video = useRef<HTMLVideoElement>(null);
  const picture = useStore(call.store, ({ media }) => media.sends.picture || media.local === 'open');
  const fault = useStore(call.store, ({ media }) => cameraFaultIn(media.failures.map(({ code }) => code)));
  // A black picture is shown as it is.
  const failed = fault !== undefined && fault !== 'CAMERA_BLACK';
  useEffect(() => {
    if (video.current === null) return undefined;
    const detach = call.attachLocal(video.current);
    void call.openLocalMedia();
    return detach;
  }, [call]);
  const shown = picture && !failed;
  return (
    <>
      <video ref={video} muted autoPlay playsInline hidden={!shown} />
      {shown ? null : <div className="off">{t(failed ? 'call.self-off' : 'physician.no-camera')}</div>}
    </>
  );
};
