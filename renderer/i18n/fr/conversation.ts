/** Written words between the people of a visit. */
export const conversation = {
  label: 'Messages écrits',
  open: 'Écrire',
  close: 'Fermer',
  send: 'Envoyer',
  sending: 'Envoi…',
  placeholder: 'Votre message',
  empty: 'Ce que vous écrivez est lu par toutes les personnes de la visite. Rien n’est gardé ensuite.',
  alone: 'Lu par toutes les personnes de la visite. Rien n’est gardé ensuite.',
  you: 'Vous',
  wrote: '{{name}} écrit :',
  read: 'Lu',
  unseen_one: '{{count}} nouveau',
  unseen_other: '{{count}} nouveaux',
  /** To touch instead of typing. */
  replies: {
    yes: 'Oui',
    no: 'Non',
    'not-heard': 'Je ne vous entends pas',
    again: 'Pouvez-vous répéter ?',
    slower: 'Plus lentement',
    wait: 'Un instant',
  },
} as const;
