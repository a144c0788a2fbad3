import type { StaffLanguage } from '#core/visit/words.ts';

/** The words of the demonstration's sign-in page; it is no page of the product, so they are kept beside it. */
export const DEMO_WORDS = {
  fr: {
    title: 'Identité de démonstration',
    lead: 'Cette page tient lieu de Pro Santé Connect. Les médecins proposés n’existent pas.',
    account: 'Compte de démonstration',
    code: 'Code d’accès',
    submit: 'Se connecter',
    cancel: 'Annuler',
    refused: 'Ce code n’est pas le bon.',
    'too-many': 'Trop d’essais. Attendez une minute.',
    gone: 'Cette connexion est finie ou a pris trop de temps.',
    back: 'Revenir à la page du médecin',
  },
  en: {
    title: 'Demonstration identity',
    lead: 'This page stands in for Pro Santé Connect. The physicians it offers do not exist.',
    account: 'Demonstration account',
    code: 'Access code',
    submit: 'Sign in',
    cancel: 'Cancel',
    refused: 'This is not the right code.',
    'too-many': 'Too many attempts. Wait for a minute.',
    gone: 'This sign-in is over or took too long.',
    back: 'Back to the physician’s page',
  },
} as const satisfies Record<StaffLanguage, Record<string, string>>;

export type DemoWords = (typeof DEMO_WORDS)[StaffLanguage];
