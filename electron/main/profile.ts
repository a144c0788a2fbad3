import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { signInSettingsSchema } from '#core/contract/gateway-host.ts';
import { instrumentBindingsSchema } from '#core/instruments/bindings.ts';
import { CODE_HASH, peopleSchema } from '#core/opening/people.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { siteSchema } from '#core/visit/words.ts';
import { readServers, type Servers, serversSchema } from './servers.ts';

const profileSchema = z
  .strictObject({
    site: siteSchema,
    /** Who may open the cabin and stand beside the patient. */
    people: peopleSchema,
    /** Usual wait for a physician, in minutes, as the patient is told it. */
    usualWait: z.strictObject({ fromMinutes: z.int().nonnegative(), toMinutes: z.int().positive() }),
    /** Absent: the technician's bench stays locked. */
    technician: z
      .strictObject({ pinHash: z.string().regex(CODE_HASH, 'the hash that `npm run pin` prints') })
      .optional(),
    /** How physicians sign in. Absent: with demonstration identities in simulation, else nobody can. */
    signIn: signInSettingsSchema.optional(),
    /** Cameras and stethoscope of the call; absent: none, and in simulation played ones. */
    instruments: instrumentBindingsSchema.default({}),
    /** Servers beside the cabin; absent: the cabin is its own. */
    servers: serversSchema.default({}),
  })
  .refine(({ usualWait }) => usualWait.fromMinutes <= usualWait.toMinutes, { error: 'the wait is a range' });
/** The place and the people who assist. The address is read out to the emergency services. */
export type CabinProfile = Omit<z.infer<typeof profileSchema>, 'servers'> & { readonly servers: Servers };

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
  instruments: {},
  servers: {},
  technician: {
    pinHash: 'scrypt$32768$8$1$ggTFOzsXAlO_TqyrpVaURQ$wMkUIoZAn70jU4nooyc56dWsZlPH_4L5V2PtOIYQdlI',
  },
};

/** Reads a profile file; the failure is one line that names the file and the place in it. */
export const readProfile = async (path: string): Promise<Result<CabinProfile, string>> => {
  try {
    const parsed = profileSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (parsed.success) {
      const servers = await readServers(parsed.data.servers, path, process.env);
      return servers.ok ? ok({ ...parsed.data, servers: servers.value }) : servers;
    }
    const issue = parsed.error.issues[0];
    return fail(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return fail(`${path}: ${reason}`);
  }
};
