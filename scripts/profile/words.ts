import type { ProfileFault } from '#core/site/read-profile.ts';

export type Language = 'fr' | 'en';

interface ProfileWords {
  /** What `--help` tells, and what a wrong call is answered with. */
  readonly help: string;
  readonly good: string;
  readonly unreadable: string;
  readonly expected: string;
  readonly whole: string;
  readonly faults: Readonly<Record<ProfileFault, string>>;
}

export const WORDS: Readonly<Record<Language, ProfileWords>> = {
  fr: {
    help: `Usage : npm run -s profile -- schema
        npm run -s profile -- check <fichier>

schema  écrit le schéma JSON du profil d’un lieu, pour les éditeurs ("$schema" dans le profil)
check   dit chaque erreur d’un profil : fichier:ligne:colonne, champ, comment la corriger

Code de sortie : 0 si le profil est bon, 1 s’il a une erreur, 2 pour un appel incorrect ou un fichier illisible.

  --lang fr|en  langue des messages (fr)
  --help        cette aide
`,
    good: 'le profil est bon',
    unreadable: 'le fichier ne peut pas être lu',
    expected: 'attendu',
    whole: 'fichier',
    faults: {
      syntax: 'ce n’est pas du JSON à partir d’ici : regardez virgules, guillemets et accolades',
      'repeated-key': 'cette clé est écrite deux fois : gardez-en une',
      missing: 'ce champ manque : ajoutez-le',
      unknown: 'ce champ n’existe pas : corrigez son nom ou retirez-le',
      invalid: 'cette valeur ne convient pas',
    },
  },
  en: {
    help: `Usage: npm run -s profile -- schema
       npm run -s profile -- check <file>

schema  writes the JSON schema of a site's profile, for editors ("$schema" in the profile)
check   tells each mistake in a profile: file:line:column, field, how to mend it

Exit code: 0 when the profile is good, 1 when it has a mistake, 2 for a wrong call or a file that cannot be read.

  --lang fr|en  language of messages (fr)
  --help        this help
`,
    good: 'the profile is good',
    unreadable: 'the file cannot be read',
    expected: 'expected',
    whole: 'file',
    faults: {
      syntax: 'this is not JSON from here on: look at commas, quotes and braces',
      'repeated-key': 'this key is written twice: keep one',
      missing: 'this field is missing: add it',
      unknown: 'this field does not exist: mend its name or remove it',
      invalid: 'this value does not fit',
    },
  },
};
