import {
  candidatesFor,
  INSTRUMENT_ROLES,
  type InstrumentBindings,
  type InstrumentRole,
} from '#core/instruments/bindings.ts';
import type { Stop } from '../call-snapshot.ts';
import type { InstrumentPort } from './instrument-port.ts';

/** Instruments that the profile names and that are not plugged in. */
export const missingRoles = async (
  port: Pick<InstrumentPort, 'list'>,
  bindings: InstrumentBindings,
): Promise<readonly InstrumentRole[]> => {
  const devices = await port.list();
  return INSTRUMENT_ROLES.filter(
    (role) => bindings[role] !== undefined && candidatesFor(role, devices, bindings).length === 0,
  );
};

/** Tells which are missing, at once and whenever that changes. A browser that does not list its devices tells nothing. */
export const watchMissingRoles = (
  port: Pick<InstrumentPort, 'list' | 'onChanged'>,
  bindings: () => InstrumentBindings,
  tell: (missing: readonly InstrumentRole[]) => void,
): { /** The profile may be known, or another one. */ follow(): void; stop: Stop } => {
  let told: string | undefined;
  let followed: string | undefined;
  const look = async (): Promise<void> => {
    const missing = await missingRoles(port, bindings()).catch(() => undefined);
    if (missing === undefined || told === missing.join()) return;
    told = missing.join();
    tell(missing);
  };
  const lookNow = (): void => void look();
  const stop = port.onChanged(lookNow);
  const follow = (): void => {
    const named = JSON.stringify(bindings());
    if (named === followed) return;
    followed = named;
    lookNow();
  };
  follow();
  return { follow, stop };
};
