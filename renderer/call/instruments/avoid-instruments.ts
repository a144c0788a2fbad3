import { type InstrumentBindings, isInstrument, type MediaDevice } from '#core/instruments/bindings.ts';
import type { GetUserMedia } from '../media.ts';

type Devices = Pick<MediaDevices, 'enumerateDevices' | 'getUserMedia'>;

/**
 * `getUserMedia` that never takes a face from the otoscope nor a voice from the stethoscope. Nothing is changed where no
 * instrument of that kind is plugged in: the system's own choice of camera and microphone then holds.
 */
export const avoidInstruments =
  (devices: Devices, bindings: () => InstrumentBindings): GetUserMedia =>
  async (constraints) => {
    const known = (await devices.enumerateDevices()) as readonly (MediaDevice | MediaDeviceInfo)[];
    const without = (
      kind: MediaDevice['kind'],
      wanted: MediaStreamConstraints['audio'],
    ): MediaStreamConstraints['audio'] => {
      if (wanted === undefined || wanted === false) return wanted;
      const ofKind = known.filter((device): device is MediaDevice => device.kind === kind);
      const others = ofKind.filter((device) => !isInstrument(device, bindings()));
      const [first] = others;
      if (first === undefined || others.length === ofKind.length) return wanted;
      return { ...(wanted === true ? {} : wanted), deviceId: { exact: first.deviceId } };
    };
    const audio = without('audioinput', constraints.audio);
    const video = without('videoinput', constraints.video);
    return devices.getUserMedia({
      ...constraints,
      ...(audio !== undefined && { audio }),
      ...(video !== undefined && { video }),
    });
  };
