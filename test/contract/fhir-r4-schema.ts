import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonObject } from './handover-rules.ts';

/**
 * The official JSON schema of FHIR R4 (hl7.org/fhir/R4/fhir.schema.json.zip, CC0-1.0), cut down to the resources of the handover
 * and what they refer to, descriptions left out.
 */
const schema: JsonObject = JSON.parse(
  readFileSync(new URL('./fhir-r4-schema.json', import.meta.url), 'utf8'),
);

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema, 'fhir-r4');

const validators = new Map<string, ValidateFunction>();
const validatorOf = (type: string): ValidateFunction => {
  const known = validators.get(type);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref: `fhir-r4#/definitions/${type}` });
  validators.set(type, made);
  return made;
};

/** What the official schema finds wrong with a resource. */
export const schemaErrors = (resource: JsonObject): readonly string[] => {
  const type = String(resource['resourceType']);
  const validate = validatorOf(type);
  if (validate(resource)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${type}${instancePath} ${message ?? ''}`,
  );
};
