import type { DeviceBinding } from '#core/contract/devices.ts';
import type { Clock } from '#core/time.ts';
import type { RememberedMarks } from './devices/remembered-marks.ts';
import type { CabinOptions } from './options.ts';
import type { GatewayReady } from './processes/gateway.ts';
import type { CabinProfile } from './profile.ts';
import type { VisitMarker } from './visit/visit-marker.ts';
import type { WindowLayout } from './windows/layout.ts';

/** What a cabin is opened with. */
export interface CabinSetup {
  readonly options: CabinOptions;
  readonly profile: CabinProfile;
  /** Codes that everybody knows, of the place that does not exist. */
  readonly demoCodes?: Readonly<Record<string, string>>;
  readonly bindings: readonly DeviceBinding[];
  /** Which device was which at the last start. */
  readonly marks: RememberedMarks;
  /** Whether a visit was cut off by the last end of the cabin. */
  readonly marker: VisitMarker;
  readonly layout: WindowLayout;
  readonly clock: Clock;
  readonly packaged: boolean;
  readonly softwareVersion: string;
  readonly rendererRoot: string;
  readonly physicianPageRoot: string;
  readonly onGatewayReady: (ready: GatewayReady) => void;
  readonly onGatewayFailure: (code: string) => void;
  readonly onClosed: () => void;
  /** Folder of the cabin's own, for what its technician keeps. */
  readonly ownFolder: string;
  /** One line for whoever started the cabin; it holds no patient data. */
  readonly say: (line: string) => void;
}
