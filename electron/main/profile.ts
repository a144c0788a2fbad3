import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '#core/result.ts';
import type { SiteProfile } from '#core/site/profile.ts';
import { type ProfileMistake, readProfileText } from '#core/site/read-profile.ts';
import type { StaffLanguage } from '#core/visit/words.ts';
import { readServers, type Servers } from './servers.ts';

/** The place and the people who assist. The address is read out to the emergency services. */
export type CabinProfile = Omit<SiteProfile, 'servers'> & { readonly servers: Servers };

/** Opens the technician's bench of the place that does not exist. Known to everybody: it protects nothing. */
export const DEMO_PIN = '246810';

/** Codes of the two people who do not exist, by their ids: known to everybody too. */
export const DEMO_CODES: Readonly<Record<string, string>> = { 'awa-diallo': '1357', 'claire-morel': '2468' };

/** A place that does not exist, for simulation only. */
export const DEMO_PROFILE: CabinProfile = {
  site: {
    id: 'saint-aubin',
    cabinId: 'cabine-1',
    name: 'Mairie de Saint-Aubin',
    kind: 'town-hall',
    addressLines: ['Mairie de Saint-Aubin', '4 place de la Liberté', 'Saint-Aubin-des-Prés'],
    entrance: 'Porte bleue, côté parking',
    floor: 'Rez-de-chaussée, salle 2',
    accessCode: 'Aucun, porte ouverte',
    defibrillator: 'Hall, à droite',
    position: '48,0012 N ; 0,1987 E',
    emergencyLine: '02 61 91 00 15',
    telephone: '02 61 91 00 10',
  },
  people: [
    {
      id: 'awa-diallo',
      name: 'Awa Diallo',
      givenName: 'Awa',
      profession: 'nurse',
      nationalId: '800000000033',
      codeHash: 'scrypt$32768$8$1$_qYrdc8SFM8oLQFPB9wsKA$cLhCBCSGMeV6yRaxsLXaILD2dBSNHTuWi2wwwDx5gSc',
      trainedUntil: '2099-12-31',
      manager: false,
    },
    {
      id: 'claire-morel',
      name: 'Claire Morel',
      givenName: 'Claire',
      profession: 'pharmacist',
      nationalId: '800000000041',
      codeHash: 'scrypt$32768$8$1$VK3r9l8Vh35Pd7XlwWKbaQ$MHa-Jl_79wdkayzRbr2JObIeAdsFhpKoajShp2rTJoQ',
      trainedUntil: '2099-12-31',
      manager: true,
    },
  ],
  usualWait: { fromMinutes: 9, toMinutes: 14 },
  equipment: [],
  instruments: {},
  servers: {},
  technician: {
    pinHash: 'scrypt$32768$8$1$ggTFOzsXAlO_TqyrpVaURQ$wMkUIoZAn70jU4nooyc56dWsZlPH_4L5V2PtOIYQdlI',
  },
};

/** A profile that cannot be used. */
export interface ProfileRefusal {
  /** One line for the terminal: the file, the line and the field. */
  readonly line: string;
  /** Every mistake in the file; empty when the file, or one that it refers to, cannot be read. */
  readonly mistakes: readonly ProfileMistake[];
}

/** One line for each mistake, as editors and terminals know it: file, line, column, field. */
const lineOf = (path: string, { line, column, fault, field, expected }: ProfileMistake): string =>
  [
    `${path}:${line}:${column}`,
    ...(field === '' ? [] : [field]),
    expected === '' ? fault : `${fault}, ${expected}`,
  ].join(': ');

/** Reads a profile file, and what it refers to. */
export const readProfile = async (
  path: string,
  language: StaffLanguage,
): Promise<Result<CabinProfile, ProfileRefusal>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return fail({ line: `${path}: cannot be read`, mistakes: [] });
  }
  const read = readProfileText(text, language);
  if (!read.ok) {
    const [first] = read.failure;
    return fail({ line: first === undefined ? path : lineOf(path, first), mistakes: read.failure });
  }
  const servers = await readServers(read.value.servers, path, process.env);
  return servers.ok
    ? ok({ ...read.value, servers: servers.value })
    : fail({ line: servers.failure, mistakes: [] });
};
