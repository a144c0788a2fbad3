/** Somebody who may have left: what each of the three reads of it. */
export const attendance = {
  patient: {
    title: 'Êtes-vous toujours là ?',
    lead: 'L’écran n’a pas été touché depuis un moment. Sinon, {{name}} viendra voir.',
    coming: '{{name}} vient voir si tout va bien.',
    here: 'Oui, je suis là',
    'away-title': 'Cette visite est protégée',
    'away-lead': 'Plus rien n’est affiché. Si c’était la vôtre, appelez {{name}} avec la touche Aide.',
  },
  assistant: {
    title: 'Personne ne répond à l’écran',
    lead: 'Allez voir si la personne est là et si elle va bien.',
    since: 'Depuis {{time}}',
    here: 'Elle est là',
    gone: 'Elle est partie',
    'gone-and': {
      reached: 'Partie, jointe au téléphone',
      'not-reached': 'Partie, pas jointe',
      'no-number': 'Partie, sans numéro',
    },
    'blank-soon': 'L’écran du patient s’efface trois minutes après la question.',
    'away-title': 'La cabine paraît vide',
    'away-lead':
      'L’écran du patient ne montre plus rien. Si la même personne revient, vérifiez son nom et sa date de naissance.',
    'same-person': 'C’est la même personne',
    'over-soon': 'La visite s’efface quinze minutes après. Le médecin est prévenu.',
    reach: 'Un signe d’alerte a été noté : essayez de la joindre au {{number}}.',
    'reach-nobody': 'Un signe d’alerte a été noté et aucun numéro n’est connu : cherchez-la aux alentours.',
    need: 'Personne ne répond à l’écran',
  },
  physician: {
    alerted: 'Le patient ne répond plus à l’écran. {{name}} va voir.',
    away: 'La cabine paraît vide. L’écran du patient ne montre plus rien. {{name}} est prévenu.',
  },
} as const;
