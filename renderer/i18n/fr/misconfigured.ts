/** Words of a cabin whose profile cannot be used. */
export const misconfigured = {
  patient:
    'Elle ne peut pas ouvrir pour l’instant. Adressez-vous à l’accueil. Si cela presse, appelez le 15 ou le 112 (114 par SMS).',
  title: 'La cabine reste fermée',
  lead: 'Le profil du site a une erreur. Corrigez le fichier, puis redémarrez la cabine.',
  file: 'Fichier',
  line: 'Ligne {{line}}, colonne {{column}}',
  expected: 'Attendu : {{expected}}',
  more_one: 'Et {{count}} autre erreur.',
  more_other: 'Et {{count}} autres erreurs.',
  check: 'Pour les voir toutes : npm run -s profile -- check',
  fault: {
    syntax: 'Ce n’est pas du JSON à partir d’ici : regardez virgules, guillemets et accolades.',
    'repeated-key': 'Cette clé est écrite deux fois : gardez-en une.',
    missing: 'Ce champ manque : ajoutez-le.',
    unknown: 'Ce champ n’existe pas : corrigez son nom ou retirez-le.',
    invalid: 'Cette valeur ne convient pas.',
  },
} as const;
