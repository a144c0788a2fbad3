import { LOINC, OBSERVATION_CATEGORY, UCUM } from '#core/handover/fhir/systems.ts';
import { VALUE_CODES } from '#core/vitals/codes.ts';
import { VALUE_KEYS, VALUE_UNITS } from '#core/vitals/kinds.ts';

/**
 * What a transaction of vital signs must be beyond the shape that its types give it. The official R4 JSON schema and the
 * base validators miss most of these, so they are written out here, over plain JSON: the bundle as a receiver gets it.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Extract<Json, { readonly [key: string]: Json }>;

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const object = (json: Json | undefined): JsonObject => (isObject(json) ? json : {});
const list = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);
const objects = (json: Json | undefined): readonly JsonObject[] => list(json).filter(isObject);
const text = (json: Json | undefined): string => (typeof json === 'string' ? json : '');

export const entriesOf = (bundle: JsonObject): readonly JsonObject[] => objects(bundle['entry']);
export const resourcesOf = (bundle: JsonObject, type?: string): readonly JsonObject[] =>
  entriesOf(bundle)
    .map((entry) => object(entry['resource']))
    .filter((resource) => type === undefined || resource['resourceType'] === type);

export const codesOf = (concept: Json | undefined, system: string): readonly string[] =>
  objects(object(concept)['coding'])
    .filter((coding) => coding['system'] === system)
    .map((coding) => text(coding['code']));

export const isTestData = (resource: JsonObject): boolean =>
  objects(object(resource['meta'])['security']).some((label) => label['code'] === 'HTEST');

/** Every value of the JSON tree with the path that leads to it. */
function* walk(json: Json, path: string): Generator<readonly [string, Json]> {
  yield [path, json];
  if (Array.isArray(json)) {
    for (const [index, item] of json.entries()) yield* walk(item, `${path}[${index}]`);
  } else if (isObject(json)) {
    for (const [key, value] of Object.entries(json)) yield* walk(value, `${path}.${key}`);
  }
}

/** R4 pattern of `string`; ele-1 and the JSON format forbid empty objects, empty arrays and nulls. */
const FHIR_STRING = /^[ \r\n\t\S]+$/u;
const wellFormed = (bundle: JsonObject): readonly string[] =>
  [...walk(bundle, 'Bundle')].flatMap(([path, json]) => {
    if (json === null) return [`${path} is null`];
    if (typeof json === 'string') return FHIR_STRING.test(json) ? [] : [`${path} is not a FHIR string`];
    if (typeof json === 'object' && Object.keys(json).length === 0) return [`${path} is empty`];
    return [];
  });

const URN_UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const entryRules = (bundle: JsonObject): readonly string[] => {
  const urls = entriesOf(bundle).map((entry) => text(entry['fullUrl']));
  return entriesOf(bundle).flatMap((entry, index) => {
    const type = text(object(entry['resource'])['resourceType']);
    const request = object(entry['request']);
    const conditional = request['ifNoneExist'] !== undefined;
    const where = `entry[${index}] (${type})`;
    const fullUrl = text(entry['fullUrl']);
    return [
      ...(URN_UUID.test(fullUrl) ? [] : [`${where}: fullUrl ${fullUrl}`]),
      ...(urls.indexOf(fullUrl) === index ? [] : [`${where}: fullUrl is used twice`]),
      ...(request['method'] === 'POST' && request['url'] === type ? [] : [`${where}: request`]),
      ...((type === 'Patient' || type === 'Device') && !conditional ? [`${where}: no ifNoneExist`] : []),
      ...(type === 'Observation' && conditional ? [`${where}: conditional Observation`] : []),
    ];
  });
};

const references = (bundle: JsonObject): readonly string[] => {
  const urls = new Set(entriesOf(bundle).map((entry) => text(entry['fullUrl'])));
  return [...walk(bundle, 'Bundle')].flatMap(([path, json]) =>
    path.endsWith('.reference') && !urls.has(text(json)) ? [`${path} resolves to nothing`] : [],
  );
};

/** The one UCUM unit that goes with each LOINC code of a value. */
const UNIT_OF_LOINC = new Map<string, string>(
  VALUE_KEYS.flatMap((key) => VALUE_CODES[key].loinc.map(({ code }) => [code, VALUE_UNITS[key]] as const)),
);

const quantityRules = (holder: JsonObject, where: string): readonly string[] => {
  const [loinc = ''] = codesOf(holder['code'], LOINC);
  const quantity = object(holder['valueQuantity']);
  const values = Object.keys(holder).filter((key) => /^value[A-Z]/.test(key));
  if (values.length > 1) return [`${where}: several values`];
  if (holder['valueQuantity'] === undefined) {
    return holder['dataAbsentReason'] === undefined ? [`${where}: neither value nor reason`] : [];
  }
  return [
    ...(holder['dataAbsentReason'] === undefined ? [] : [`${where}: value and reason for none (obs-6)`]),
    ...(typeof quantity['value'] === 'number' ? [] : [`${where}: quantity without a number`]),
    ...(quantity['system'] === UCUM && quantity['code'] === UNIT_OF_LOINC.get(loinc)
      ? []
      : [`${where}: ${loinc} in ${text(quantity['code'])}`]),
  ];
};

/** Date, time and time zone: a vital sign known to the day or without its offset says too little. */
const TIME_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

const timeRules = (observation: JsonObject, where: string): readonly string[] => {
  const period = object(observation['effectivePeriod']);
  const times = [observation['effectiveDateTime'], period['start'], period['end']].filter(
    (time) => time !== undefined,
  );
  return times.length > 0 && times.every((time) => TIME_WITH_ZONE.test(text(time)))
    ? []
    : [`${where}: effective time`];
};

const PANEL = '85354-9';
const PANEL_COMPONENTS = ['8480-6', '8462-4'];

const panelRules = (observation: JsonObject, where: string): readonly string[] => {
  const components = objects(observation['component']);
  const loinc = components.flatMap((component) => codesOf(component['code'], LOINC));
  return [
    ...(PANEL_COMPONENTS.every((code) => loinc.filter((found) => found === code).length === 1)
      ? []
      : [`${where}: systolic and diastolic once each`]),
    ...(observation['valueQuantity'] === undefined ? [] : [`${where}: a panel has no value of its own`]),
    ...components.flatMap((component, index) => quantityRules(component, `${where}.component[${index}]`)),
  ];
};

const observationRules = (bundle: JsonObject): readonly string[] => {
  const patient = entriesOf(bundle).find(
    (entry) => object(entry['resource'])['resourceType'] === 'Patient',
  )?.['fullUrl'];
  return resourcesOf(bundle, 'Observation').flatMap((observation, index) => {
    const loinc = codesOf(observation['code'], LOINC);
    const where = `Observation[${index}] ${loinc.join('+')}`;
    const categories = objects(observation['category']).flatMap((one) => codesOf(one, OBSERVATION_CATEGORY));
    return [
      ...(['final', 'cancelled'].includes(text(observation['status'])) ? [] : [`${where}: status`]),
      ...(categories.includes('vital-signs') ? [] : [`${where}: category`]),
      ...(object(observation['subject'])['reference'] === patient ? [] : [`${where}: subject`]),
      ...(observation['interpretation'] === undefined ? [] : [`${where}: interpretation`]),
      ...timeRules(observation, where),
      ...(loinc.includes(PANEL) ? panelRules(observation, where) : quantityRules(observation, where)),
    ];
  });
};

/** Identifier systems of national health numbers (NIR, INS): a cabin may send none of them. */
const NATIONAL_NUMBER = 'urn:oid:1.2.250.1.213.1.4';

const patientRules = (bundle: JsonObject): readonly string[] => {
  const patients = resourcesOf(bundle, 'Patient');
  const statuses = [...walk([...patients], 'Patient')].filter(([, json]) => json === 'PROV');
  return [
    ...(patients.length === 1 ? [] : [`${patients.length} patients`]),
    ...(statuses.length === 1 ? [] : ['identity is not marked as provisional']),
    ...(JSON.stringify(bundle).includes(NATIONAL_NUMBER) ? ['a national number is sent'] : []),
  ];
};

/** Everything wrong with a transaction bundle; an empty list when nothing is. */
export const brokenRules = (bundle: JsonObject): readonly string[] => [
  ...(bundle['resourceType'] === 'Bundle' && bundle['type'] === 'transaction' ? [] : ['not a transaction']),
  ...wellFormed(bundle),
  ...entryRules(bundle),
  ...references(bundle),
  ...patientRules(bundle),
  ...observationRules(bundle),
];
