/** What `--help` tells, and what a wrong call is answered with. */
export const HELP = {
  fr: `Usage : npm run -s identity -- nir <numéro>
        npm run -s identity -- datamatrix <texte>

Lit un NIR (numéro de sécurité sociale) ou le texte d’un Datamatrix INS et écrit un objet JSON sur une ligne.
« - » à la place du numéro ou du texte : il est lu sur l’entrée standard.

  nir         15 caractères ; blancs, points et traits d’union sont ignorés, 2a vaut 2A.
              Avec 13 caractères, la clé attendue est donnée (expectedKey).
  datamatrix  ce que le lecteur a transmis ; les séparateurs peuvent manquer ou être remplacés.

  {"ok":true,...}               le numéro ou les traits lus
  {"ok":false,"reason":"..."}   length, character, key, date, field ; pour un Datamatrix aussi header, missing-field

Exemples :
  npm run -s identity -- nir 2 69 05 49 588 157 80
  npm run -s identity -- nir 2690549588157
  npm run -s identity -- datamatrix 'IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8<GS>S3ANNA<GS>S4EXEMPLE<GS>S5FS621-01-1977S701154'

Code de sortie : 0 que ce soit accepté ou refusé, 2 pour un appel incorrect.

  --lang fr|en  langue de cette aide (fr)
  --help        cette aide
`,
  en: `Usage: npm run -s identity -- nir <number>
       npm run -s identity -- datamatrix <text>

Reads a NIR (French social security number) or the text of a Datamatrix INS and writes one JSON object on one line.
"-" in place of the number or the text: it is read from the standard input.

  nir         15 characters; blanks, dots and hyphens are ignored, 2a is 2A.
              With 13 characters, the key to expect is given (expectedKey).
  datamatrix  what the scanner passed on; separators may be missing or replaced.

  {"ok":true,...}               the number or the traits that were read
  {"ok":false,"reason":"..."}   length, character, key, date, field; for a Datamatrix also header, missing-field

Examples:
  npm run -s identity -- nir 2 69 05 49 588 157 80
  npm run -s identity -- nir 2690549588157
  npm run -s identity -- datamatrix 'IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8<GS>S3ANNA<GS>S4EXEMPLE<GS>S5FS621-01-1977S701154'

Exit code: 0 whether accepted or refused, 2 for a wrong call.

  --lang fr|en  language of this help (fr)
  --help        this help
`,
} as const;
