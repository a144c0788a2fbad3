/** Words about whether remote care is right, and about closing; shared by the assistant's screen and the physician's page. */
export const closing = {
  exclusion: {
    'presence-needed': 'À examiner ou à informer en présence',
    'data-out-of-reach': 'Des données nécessaires manquent',
    'cannot-take-part': 'Ne peut pas communiquer ou se servir de la cabine',
  },
  'noted-by': '{{name}}, {{time}}',
  question: {
    title: 'Contre la distance',
    first: 'La distance convient-elle ? Décidez en haut.',
    raised: '{{name}} signale un obstacle à la distance.',
    again: 'Un obstacle coché depuis votre décision.',
    boxes: 'Obstacles…',
    later: 'Fermer',
    confirm: 'Confirmer : {{decision}}',
  },
  assistant: {
    open: 'Un doute sur la distance ?',
    title: 'Qu’est-ce qui s’oppose à la distance ?',
    lead: 'Le médecin le voit aussitôt, et lui seul décide. Ce qui est coché reste au dossier.',
    'open-told_one': '{{count}} doute signalé',
    'open-told_other': '{{count}} doutes signalés',
    done: 'C’est bon',
    'in-person': 'Décision du médecin : consultation en présence.',
    where: '{{place}} : {{details}}',
  },
  decision: {
    label: 'Décision',
    'not-yet': 'prenez une décision',
    'weigh-again': 'confirmez votre décision',
  },
  orientation: {
    label: 'Où la personne sera-t-elle vue ?',
    place: {
      'treating-doctor': 'Médecin traitant',
      'duty-doctor': 'Médecin de garde',
      specialist: 'Spécialiste',
      'emergency-department': 'Urgences de l’hôpital',
      other: 'Ailleurs',
    },
    details: 'Quand, et ce qu’il faut savoir pour y aller',
    hint: 'Ce soir ; demain matin ; à jeun…',
    'not-yet': 'dites où la personne sera vue',
  },
  'sick-leave': {
    label: 'Arrêt de travail',
    none: 'Aucun',
    prescribed: 'Prescrit, dans votre logiciel',
    days: 'Durée, en jours',
    ongoing: 'Jours déjà passés en arrêt (0 si c’est le premier)',
    'over-limit':
      'Plus de trois jours au total. En téléconsultation, la loi ne l’admet que dans deux cas (article 65, loi 2023-1250). Lequel s’applique ?',
    exception: {
      'treating-doctor': 'Je suis son médecin traitant',
      'cannot-be-seen': 'Prolongation, la personne justifie ne pas pouvoir être vue en présence',
      none: 'Aucun des deux, je le note au dossier',
    },
    'days-missing': 'donnez la durée de l’arrêt',
    unexplained: 'répondez sur l’arrêt de travail',
  },
  remark: 'Ce que ces incidents ont changé pour la consultation (facultatif)',
} as const;
