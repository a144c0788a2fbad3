import type { StaffLanguage } from '#core/visit/words.ts';

/** The words of the page that gives the certificate: it has no script and no file, so they are kept beside it. */
export const PLAIN_WORDS = {
  fr: {
    title: 'Préparer cette tablette',
    lead: 'Cette tablette doit d’abord reconnaître la cabine de {{site}}. Une seule fois.',
    'compare-title': '1. Comparez cette empreinte',
    compare:
      'Elle doit être la même que sur l’écran de la cabine, du premier signe au dernier. Si un seul diffère, arrêtez-vous et appelez votre technicien.',
    'install-title': '2. Installez le certificat de la cabine',
    certificate: 'Android, Windows, ordinateur : télécharger le certificat',
    profile: 'iPad : télécharger le profil',
    android:
      'Android : Réglages, Sécurité, Autres paramètres de sécurité, Installer depuis l’appareil, Certificat CA.',
    ipad: 'iPad : Réglages, Profil téléchargé, Installer. Puis Général, Informations, Réglages de confiance des certificats : activez celui de la cabine.',
    windows:
      'Windows : ouvrez le fichier, Installer un certificat, Autorités de certification racines de confiance.',
    check: 'À l’installation, la tablette montre aussi l’empreinte (SHA-256) : comparez-la encore.',
    limits:
      'Ce certificat ne vaut que sur un réseau local. Il ne peut se faire passer pour aucun site d’Internet.',
    'open-title': '3. Ouvrez la page de la cabine',
    open: 'Si un avertissement s’affiche, le certificat n’est pas installé : ne passez pas outre, reprenez à l’étape 2.',
  },
  en: {
    title: 'Prepare this tablet',
    lead: 'This tablet must first recognise the cabin of {{site}}. Once only.',
    'compare-title': '1. Compare this fingerprint',
    compare:
      'It must be the same as on the cabin’s screen, from the first sign to the last. If a single one differs, stop and call your technician.',
    'install-title': '2. Install the cabin’s certificate',
    certificate: 'Android, Windows, computer: download the certificate',
    profile: 'iPad: download the profile',
    android:
      'Android: Settings, Security, More security settings, Install from device storage, CA certificate.',
    ipad: 'iPad: Settings, Profile Downloaded, Install. Then General, About, Certificate Trust Settings: switch on that of the cabin.',
    windows: 'Windows: open the file, Install Certificate, Trusted Root Certification Authorities.',
    check: 'While it installs it, the tablet shows the fingerprint (SHA-256) too: compare it again.',
    limits: 'This certificate is good on a local network only. It cannot pass for any site of the Internet.',
    'open-title': '3. Open the cabin’s page',
    open: 'If a warning is shown, the certificate is not installed: do not go past it, go back to step 2.',
  },
} as const satisfies Record<StaffLanguage, Record<string, string>>;
