import { DEVICE_SPECIALIZATIONS, type MdcCode } from '../vitals/codes.ts';
import type { DeviceIdentity } from '../vitals/decoded.ts';
import { isMeasure, type Measure } from '../vitals/kinds.ts';
import type { Reading } from '../vitals/reading.ts';
import { type HandoverContext, NAMES, testDataMeta } from './context.ts';
import type { CodeableConcept, Identifier, Reference } from './fhir/datatypes.ts';
import type { Device } from './fhir/resources.ts';
import { MDC } from './fhir/systems.ts';
import { fhirText } from './fhir/text.ts';
import { cabinParts } from './place.ts';
import { SIMULATED_WORDS } from './wording.ts';

const mdc = ({ code, name }: MdcCode): CodeableConcept => ({
  coding: [{ system: MDC, code, display: name }],
});

/** Device types and version types of the Personal Health Device guide. */
const PERSONAL_HEALTH_DEVICE: MdcCode = { code: '65573', name: 'MDC_MOC_VMS_MDS_SIMP' };
const PERSONAL_HEALTH_GATEWAY: MdcCode = { code: '531981', name: 'MDC_MOC_VMS_MDS_AHD' };
const SOFTWARE_VERSION: MdcCode = { code: '531975', name: 'MDC_ID_PROD_SPEC_SW' };
const FIRMWARE_VERSION: MdcCode = { code: '531976', name: 'MDC_ID_PROD_SPEC_FW' };

/** A device that measured in this visit, once, however many readings it gave. */
export interface UsedDevice {
  readonly identifier: Identifier;
  readonly identity: DeviceIdentity;
  readonly measure: Measure;
  readonly simulated: boolean;
}

/**
 * What tells one device from another: its serial number when it has one, else its place in this cabin.
 * A simulator never has the identifier of the device it stands for, lest real values hang on it later.
 */
const deviceIdentifier = (
  { origin, deviceId, measure }: Reading,
  { maker, model, serial }: DeviceIdentity,
  context: HandoverContext,
): Identifier =>
  serial === undefined
    ? context.lasting('device', origin, maker, model, ...cabinParts(context), deviceId ?? measure)
    : context.lasting('device', origin, maker, model, serial);

/** The device of a reading; none for a value entered by hand or computed from others. */
const usedDeviceOf = (reading: Reading, context: HandoverContext): UsedDevice | undefined => {
  const { measure } = reading;
  if (reading.device === undefined || reading.derivedFrom !== undefined || !isMeasure(measure))
    return undefined;
  return {
    identifier: deviceIdentifier(reading, reading.device, context),
    identity: reading.device,
    measure,
    simulated: reading.origin === 'simulator',
  };
};

/** The devices of the visit, in the order in which they first measured. */
export const usedDevices = (context: HandoverContext): readonly UsedDevice[] => {
  const used = new Map<string, UsedDevice>();
  for (const reading of context.record.readings) {
    const device = usedDeviceOf(reading, context);
    if (device === undefined) continue;
    const { identifier } = device;
    const known = used.get(identifier.value);
    // A device may say its firmware only once: what any of its readings knew of it is kept.
    const identity = { ...known?.identity, ...device.identity };
    used.set(identifier.value, { ...device, identity });
  }
  return [...used.values()];
};

const referenceTo = ({ identifier }: UsedDevice, { to }: HandoverContext) => to(`device/${identifier.value}`);

export const deviceReference = (reading: Reading, context: HandoverContext): Reference | undefined => {
  const device = usedDeviceOf(reading, context);
  return device === undefined ? undefined : referenceTo(device, context);
};

const optionalText = <Key extends 'manufacturer' | 'modelNumber' | 'serialNumber'>(
  key: Key,
  text: string | undefined,
): Partial<Record<Key, string>> => {
  const clean = text === undefined ? undefined : fhirText(text);
  const fields: Partial<Record<Key, string>> = {};
  if (clean !== undefined) fields[key] = clean;
  return fields;
};

const versionOf = (type: MdcCode, value: string | undefined): Pick<Device, 'version'> => {
  const clean = value === undefined ? undefined : fhirText(value);
  return clean === undefined ? {} : { version: [{ type: mdc(type), value: clean }] };
};

/**
 * A measuring device, in the manner of the Personal Health Device guide. The profile `PhdDevice` is not claimed:
 * it asks for an IEEE EUI-64 system id, which these serial devices do not have.
 */
export const toDevice = (
  device: UsedDevice,
  context: HandoverContext,
): { readonly name: string; readonly resource: Device } => ({
  name: `device/${device.identifier.value}`,
  resource: {
    resourceType: 'Device',
    ...testDataMeta(context.record.simulation),
    identifier: [device.identifier],
    status: 'active',
    ...optionalText('manufacturer', device.identity.maker),
    ...optionalText('serialNumber', device.identity.serial),
    ...optionalText('modelNumber', device.identity.model),
    type: mdc(PERSONAL_HEALTH_DEVICE),
    specialization: [{ systemType: mdc(DEVICE_SPECIALIZATIONS[device.measure]) }],
    ...versionOf(FIRMWARE_VERSION, device.identity.firmware),
    location: context.to(NAMES.location),
    ...(device.simulated ? { note: [{ text: SIMULATED_WORDS }] } : {}),
  },
});

/** Identifier of the cabin's software at this place and in this version: a server keeps one gateway for each version. */
export const gatewayIdentifier = (context: HandoverContext): Identifier =>
  context.lasting('gateway', ...cabinParts(context), context.record.softwareVersion);

/** Cabine itself, which collected the values and made this bundle. */
export const toGateway = (context: HandoverContext): Device => ({
  resourceType: 'Device',
  ...testDataMeta(context.record.simulation),
  identifier: [gatewayIdentifier(context)],
  status: 'active',
  deviceName: [{ name: 'Cabine', type: 'model-name' }],
  type: mdc(PERSONAL_HEALTH_GATEWAY),
  ...versionOf(SOFTWARE_VERSION, context.record.softwareVersion),
  location: context.to(NAMES.location),
});
