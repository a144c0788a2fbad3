import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DeviceChoicesState } from '#renderer/call/own-devices/device-choices.ts';
import {
  choosable,
  chosenOf,
  type ListedDevice,
  nameInUse,
  nameOf,
  type OwnDevice,
  systemOutput,
} from '#renderer/call/own-devices/own-device.ts';
import { Pick as PickOne } from '#renderer/ui/staff/pick.tsx';
import type { OwnControls } from './own-controls.ts';
import { useLasting } from './use-lasting.ts';

/** How long a device may take to open before it counts as one that does not, in milliseconds. */
const OPENS_MS = 3_000;
const SYSTEM = '';

/** Each by its name; of twins, by a number too. */
const useNames = (devices: readonly ListedDevice[]): ReadonlyMap<string, string> => {
  const { t } = useTranslation('physician');
  const seen = new Map<string, number>();
  return new Map(
    devices.map((device) => {
      const name = nameOf(device);
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      return [device.deviceId, number === 1 ? name : t('own.twin', { name, number })];
    }),
  );
};

/** The name of what is in use; undefined while nothing is, or the browser does not tell. */
const inUse = (what: OwnDevice, own: OwnControls, { listed, choices }: DeviceChoicesState) => {
  if (what === 'output') {
    const chosen = chosenOf(what, choices, listed);
    return chosen === undefined ? systemOutput(listed) : nameOf(chosen);
  }
  const track = what === 'camera' ? own.camera() : own.microphone();
  return track && nameInUse(track, listed);
};

/** One of the physician's devices: which one is to be used, and which one is. */
export const DeviceSelect = ({ what, own }: { readonly what: OwnDevice; readonly own: OwnControls }) => {
  const { t } = useTranslation('physician');
  const state = useStore(own.store);
  const devices = choosable(what, state.listed);
  const names = useNames(devices);
  const wanted = state.choices[what];
  const chosen = chosenOf(what, state.choices, state.listed);
  const used = inUse(what, own, state);
  const isOther = chosen !== undefined && used !== undefined && used !== nameOf(chosen);
  const isRefused = useLasting(isOther, OPENS_MS);
  if (devices.length === 0) return null;
  const missing =
    wanted !== undefined && chosen === undefined
      ? t('own.absent', { name: wanted.label ?? wanted.usb ?? '' })
      : undefined;
  const refused =
    isRefused && chosen !== undefined ? t('own.not-opened', { name: nameOf(chosen) }) : undefined;
  return (
    <div className="choice">
      <PickOne
        label={t(`own.choose.${what}`)}
        value={chosen?.deviceId ?? SYSTEM}
        options={[
          { value: SYSTEM, words: t('own.system') },
          ...devices.map(({ deviceId }) => ({ value: deviceId, words: names.get(deviceId) ?? '' })),
        ]}
        onChange={(id) =>
          own.choose(
            what,
            devices.find(({ deviceId }) => deviceId === id),
          )
        }
      />
      <small role="status">
        {missing ?? refused} {used === undefined ? null : t('own.in-use', { name: used })}
      </small>
    </div>
  );
};
