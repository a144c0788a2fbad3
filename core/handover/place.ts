import { type HandoverContext, NAMES, testDataMeta } from './context.ts';
import type { Address, Identifier } from './fhir/datatypes.ts';
import type { Location, Organization } from './fhir/resources.ts';
import { frCore } from './fhir/systems.ts';
import { fhirText } from './fhir/text.ts';
import { SITE_WORDS } from './wording.ts';

/** A site's id is chosen by its operator: name and address tell it from another operator's site of the same id. */
const siteParts = ({ record: { site } }: HandoverContext): readonly string[] => [
  site.id,
  site.name,
  ...site.addressLines,
];

export const siteIdentifier = (context: HandoverContext): Identifier =>
  context.lasting('site', ...siteParts(context));

export const cabinParts = (context: HandoverContext): readonly string[] => [
  ...siteParts(context),
  context.record.site.cabinId,
];

export const cabinIdentifier = (context: HandoverContext): Identifier =>
  context.lasting('cabin', ...cabinParts(context));

const addressOf = (lines: readonly string[]): Address | undefined => {
  const line = lines.map(fhirText).filter((text) => text !== undefined);
  return line.length === 0 ? undefined : { use: 'work', text: line.join(', '), line };
};

/** Where the patient sat. The site's national number (FINESS, SIRET) is not known to the cabin, so none is sent. */
export const toOrganization = (context: HandoverContext): Organization => {
  const { site, simulation } = context.record;
  const address = addressOf(site.addressLines);
  return {
    resourceType: 'Organization',
    meta: { profile: [frCore('fr-core-organization')], ...testDataMeta(simulation).meta },
    identifier: [siteIdentifier(context)],
    type: [{ text: SITE_WORDS[site.kind] }],
    name: fhirText(site.name) ?? site.id,
    ...(address === undefined ? {} : { address: [address] }),
  };
};

/** The cabin itself. How to get in (entrance, floor, door code) is for the emergency services and stays out. */
export const toLocation = (context: HandoverContext): Location => {
  const { site, simulation } = context.record;
  const address = addressOf(site.addressLines);
  return {
    resourceType: 'Location',
    ...testDataMeta(simulation),
    identifier: [cabinIdentifier(context)],
    status: 'active',
    name: `${fhirText(site.name) ?? site.id}, cabine ${site.cabinId}`,
    mode: 'instance',
    ...(address === undefined ? {} : { address }),
    managingOrganization: context.to(NAMES.organization),
  };
};
