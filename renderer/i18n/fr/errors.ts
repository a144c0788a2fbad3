import type { ErrorCode } from '#core/contract/error-codes.ts';

/** What each role is told of a failure. The code itself is shown to staff beside it. */
export type FailureWords = Readonly<Record<'patient' | 'assistant' | 'physician', string>>;

const moment = 'Un instant, s’il vous plaît. Rien n’est perdu.';
const comes = 'La personne près de vous vient regarder. Rien n’est perdu.';
const device = 'Un appareil de la cabine ne répond pas. Elle s’en occupe.';

/** Every code of the catalogue, in French. */
export const errors: Readonly<Record<ErrorCode, FailureWords>> = {
  PORT_MISSING: {
    patient: comes,
    assistant: 'L’appareil n’est pas branché au port prévu. Vérifiez le câble, puis appelez le technicien.',
    physician: device,
  },
  PORT_BUSY: {
    patient: comes,
    assistant: 'Le port de l’appareil est pris par un autre programme. Fermez-le ou appelez le technicien.',
    physician: device,
  },
  PORT_PERMISSION: {
    patient: comes,
    assistant: 'La cabine n’a pas le droit d’ouvrir ce port. Appelez le technicien.',
    physician: device,
  },
  PORT_RENUMBERED: {
    patient: comes,
    assistant: 'Les ports ont changé de numéro : un autre appareil est à cette place. Appelez le technicien.',
    physician: device,
  },
  PORT_TWINS: {
    patient: comes,
    assistant: 'Deux adaptateurs identiques sont branchés. Choisissez celui de cet appareil.',
    physician: device,
  },
  PORT_FAILED: {
    patient: comes,
    assistant: 'Le port de l’appareil est en panne. Appelez le technicien.',
    physician: device,
  },
  DEVICE_SILENT: {
    patient: comes,
    assistant: 'L’appareil ne répond pas. Allumez-le et vérifiez son câble.',
    physician: device,
  },
  DEVICE_UNPLUGGED: {
    patient: comes,
    assistant: 'L’appareil a été débranché. Rebranchez-le.',
    physician: device,
  },
  DEVICE_UNKNOWN: {
    patient: comes,
    assistant: 'Ce n’est pas l’appareil attendu sur ce port. Appelez le technicien.',
    physician: device,
  },
  DEVICE_AMBIGUOUS: {
    patient: comes,
    assistant: 'Deux appareils peuvent être celui-ci. Choisissez lequel.',
    physician: device,
  },
  DEVICE_FROZEN: {
    patient: 'Essayons encore.',
    assistant: 'L’appareil répète la même valeur figée. Éteignez-le, rallumez-le, puis recommencez.',
    physician: device,
  },
  DEVICE_BATTERY: {
    patient: comes,
    assistant: 'La pile de l’appareil est trop faible. Changez-la, puis recommencez.',
    physician: device,
  },
  DEVICE_STORED_ONLY: {
    patient: 'Essayons encore.',
    assistant:
      'L’appareil n’a donné que des valeurs gardées en mémoire. Refaites la mesure et vérifiez son horloge.',
    physician: device,
  },
  DEVICE_GARBLED: {
    patient: 'Essayons encore.',
    assistant: 'L’appareil envoie des données abîmées. Vérifiez le câble, puis recommencez.',
    physician: device,
  },
  DEVICE_REFUSED: {
    patient: comes,
    assistant: 'L’appareil refuse la mesure. Regardez son écran, puis recommencez.',
    physician: device,
  },
  DEVICE_NOT_CONFIGURED: {
    patient: comes,
    assistant: 'Aucun appareil n’est réglé pour cette mesure. Appelez le technicien.',
    physician: 'Cette mesure n’existe pas dans cette cabine.',
  },
  DEVICE_HOST_RESTARTED: {
    patient: moment,
    assistant: 'Le module des appareils redémarre. La mesure en cours est à refaire.',
    physician: 'La cabine redémarre ses appareils. La visite continue.',
  },
  BENCH_FAILED: {
    patient: comes,
    assistant: 'Le banc technique n’a pas pu faire cela.',
    physician: device,
  },
  CABIN_CLOSED: {
    patient: 'La cabine n’est pas ouverte. La personne qui l’ouvre est prévenue.',
    assistant: 'La cabine n’est pas ouverte : identifiez-vous.',
    physician: 'La cabine n’est pas ouverte.',
  },
  NOT_SIGNED_IN: {
    patient: 'Un instant, s’il vous plaît. Rien n’est perdu.',
    assistant: 'Identifiez-vous d’abord, avec votre code.',
    physician: 'Personne n’est identifié auprès du patient.',
  },
  CODE_WRONG: {
    patient: 'Un instant, s’il vous plaît. Rien n’est perdu.',
    assistant: 'Ce code n’est pas le bon.',
    physician: 'Un code faux a été tapé dans la cabine.',
  },
  CODE_PAUSE: {
    patient: 'Un instant, s’il vous plaît. Rien n’est perdu.',
    assistant: 'Trop de codes faux : la cabine n’en prend plus pendant un moment.',
    physician: 'La cabine ne prend plus de code pendant un moment.',
  },
  TRAINING_EXPIRED: {
    patient: 'Un instant, s’il vous plaît. Rien n’est perdu.',
    assistant:
      'La formation de cette personne à la cabine n’est plus à jour. Une autre personne peut ouvrir.',
    physician: 'La formation de la personne qui accompagne n’est plus à jour.',
  },
  PREMISES_NOT_ALLOWED: {
    patient: 'Un instant, s’il vous plaît. Rien n’est perdu.',
    assistant:
      'Une infirmière n’exerce pas dans une pharmacie (art. R. 4312-77). Un responsable peut l’autoriser, à son nom.',
    physician: 'Une infirmière n’exerce pas dans une pharmacie.',
  },
  HANDED_OVER_MISSING: {
    patient: 'Un instant, le médecin termine.',
    assistant: 'Le médecin dit d’abord qui a pris la personne en charge.',
    physician: 'Dites d’abord qui a pris la personne en charge : une urgence est en cours.',
  },
  PRIVATE_TALK: {
    patient: 'Vous êtes seul avec le médecin : cela se fait avec la personne qui vous accompagne.',
    assistant: 'Le patient parle seul avec le médecin.',
    physician: 'Vous êtes seul avec le patient : faites d’abord revenir l’accompagnant.',
  },
  GUARDIAN_MISSING: {
    patient: 'Un instant : la personne qui vous accompagne note qui est responsable de l’enfant.',
    assistant: 'Personne mineure : notez d’abord qui exerce l’autorité parentale (« Compléter le dossier »).',
    physician: 'Personne mineure : titulaire de l’autorité parentale non noté.',
  },
  HELP_UNANSWERED: {
    patient: 'Personne n’a encore répondu à votre demande d’aide.',
    assistant: 'Une demande d’aide est restée sans réponse une minute et demie.',
    physician: 'Une demande d’aide du patient est restée sans réponse une minute et demie.',
  },
  PATIENT_NOT_CALLED: {
    patient: 'La personne près de vous doit d’abord faire quelque chose.',
    assistant: 'Un signe d’alerte a été noté : dites d’abord si vous avez joint cette personne.',
    physician: 'L’assistant essaie d’abord de joindre le patient.',
  },
  CAPTURE_TIMEOUT: {
    patient: 'La mesure n’est pas venue à temps. On la refait tranquillement.',
    assistant: 'Pas de mesure dans le temps prévu. Vérifiez la position, puis recommencez.',
    physician: 'La mesure n’est pas venue à temps.',
  },
  CAPTURE_MOVED: {
    patient: 'Gardez la main immobile, posée sur la table.',
    assistant: 'Mouvement pendant la mesure. Calez le bras, puis recommencez.',
    physician: 'Mouvement pendant la mesure.',
  },
  CAPTURE_NO_PULSE: {
    patient: 'L’appareil ne sent pas bien le pouls. On va réchauffer la main.',
    assistant: 'Pouls non trouvé. Réchauffez la main, ôtez le vernis, changez de doigt.',
    physician: 'Pouls non trouvé par l’appareil.',
  },
  CAPTURE_CUFF: {
    patient: 'Le brassard est à replacer. On vient vous aider.',
    assistant: 'Brassard à replacer : deux doigts au-dessus du coude, ni trop serré ni trop lâche.',
    physician: 'Brassard à replacer.',
  },
  CAPTURE_SIGNAL_LOST: {
    patient: 'Laissez le doigt bien au fond de la pince.',
    assistant: 'Signal perdu. Replacez la pince, puis recommencez.',
    physician: 'Signal perdu pendant la mesure.',
  },
  CAPTURE_OUT_OF_RANGE: {
    patient: 'L’appareil n’est pas sûr de lui. On refait la mesure.',
    assistant: 'Valeur impossible, non gardée. Vérifiez la pose, puis recommencez.',
    physician: 'Valeur impossible, non gardée.',
  },
  CAPTURE_STOPPED: {
    patient: 'La mesure est arrêtée. Vous pouvez la refaire ou la passer.',
    assistant: 'Mesure arrêtée avant la fin.',
    physician: 'Mesure arrêtée avant la fin.',
  },
  NOT_ALLOWED: {
    patient: comes,
    assistant: 'Cette action n’est pas permise depuis cet écran.',
    physician: 'Cette action n’est pas permise depuis cette page.',
  },
  NOT_NOW: {
    patient: moment,
    assistant: 'Cette action n’est plus possible à cette étape.',
    physician: 'Cette action n’est pas possible à cette étape.',
  },
  NO_VISIT: { patient: moment, assistant: 'Personne n’est en visite.', physician: 'La visite est terminée.' },
  INVALID_MESSAGE: {
    patient: comes,
    assistant: 'La cabine a reçu un message qu’elle ne comprend pas. Appelez le technicien.',
    physician:
      'Un message illisible est venu par la liaison. Il n’a pas été lu. Si cela se répète, rechargez la page.',
  },
  VALUE_IMPLAUSIBLE: {
    patient: comes,
    assistant: 'Cette valeur n’est pas possible. Vérifiez le nombre et l’unité.',
    physician: 'Valeur impossible, non gardée.',
  },
  CONSENT_REFUSED: {
    patient: 'Sans votre accord, cette étape ne se fait pas.',
    assistant: 'Accord non donné. Proposez les autres solutions.',
    physician: 'La personne n’a pas donné son accord.',
  },
  PAPER_ON_THE_WAY: {
    patient: moment,
    assistant: 'Le médecin envoie encore un document. Patientez.',
    physician: 'Un document n’est pas encore arrivé. Attendez-le, ou reprenez-le, puis clôturez.',
  },
  PAPERS_WAITING: {
    patient: 'Vos papiers ne sont pas encore tous remis. On s’en occupe, vous pouvez partir.',
    assistant: 'Un papier n’est pas remis. Imprimez-le, ou dites ce qu’il devient.',
    physician: 'Un papier n’est pas encore remis au patient.',
  },
  PAPER_TOO_MANY: {
    patient: moment,
    assistant: 'Le médecin a envoyé trop de documents pour une visite.',
    physician: 'Une visite imprime douze documents au plus. Réunissez-les en un seul fichier.',
  },
  PAPER_NOT_PDF: {
    patient: moment,
    assistant: 'Un document du médecin n’est pas un PDF. Il en est prévenu.',
    physician: 'Ce fichier n’est pas un PDF. Enregistrez-le en PDF depuis votre logiciel.',
  },
  PAPER_TOO_LARGE: {
    patient: moment,
    assistant: 'Un document du médecin est trop lourd. Il en est prévenu.',
    physician: 'Ce document dépasse 5 Mo. Enregistrez-le plus léger, sans image de page entière.',
  },
  PAPER_TOO_LONG: {
    patient: moment,
    assistant: 'Un document du médecin est trop long. Il en est prévenu.',
    physician: 'Ce document a plus de dix pages. La cabine n’imprime pas au-delà.',
  },
  PAPER_ENCRYPTED: {
    patient: moment,
    assistant: 'Un document du médecin est protégé par un mot de passe. Il en est prévenu.',
    physician:
      'Ce document est protégé par un mot de passe : la cabine ne peut pas l’imprimer. Enregistrez-le sans mot de passe.',
  },
  PAPER_UNREADABLE: {
    patient: moment,
    assistant: 'Un document du médecin ne se lit pas. Il en est prévenu.',
    physician: 'Ce document ne se lit pas : il est vide ou abîmé. Enregistrez-le de nouveau.',
  },
  PAPER_DIFFERS: {
    patient: moment,
    assistant:
      'Un document est arrivé autrement qu’annoncé : il n’est pas imprimé. Le médecin en est prévenu.',
    physician: 'La cabine n’a pas reçu le document annoncé : elle ne l’imprime pas. Envoyez-le de nouveau.',
  },
  PRINTER_MISSING: {
    patient: comes,
    assistant: 'La cabine ne trouve pas son imprimante. Branchez-la, ou appelez le technicien.',
    physician: 'La cabine n’a pas d’imprimante. Envoyez ce document autrement.',
  },
  PRINTER_OFFLINE: {
    patient: comes,
    assistant: 'L’imprimante ne répond pas. Allumez-la, vérifiez son câble, puis réessayez.',
    physician: 'L’imprimante de la cabine ne répond pas. L’accompagnant est prévenu.',
  },
  PRINTER_PAPER_OUT: {
    patient: comes,
    assistant: 'L’imprimante n’a plus de papier. Remettez-en, puis réessayez.',
    physician: 'L’imprimante de la cabine n’a plus de papier. L’accompagnant est prévenu.',
  },
  PRINTER_JAMMED: {
    patient: comes,
    assistant: 'Le papier est coincé. Retirez la feuille, puis réessayez.',
    physician: 'Le papier est coincé dans l’imprimante de la cabine. L’accompagnant est prévenu.',
  },
  PRINT_FAILED: {
    patient: comes,
    assistant: 'L’impression n’a pas abouti. Regardez l’imprimante, puis réessayez.',
    physician: 'L’impression n’a pas abouti dans la cabine. L’accompagnant est prévenu.',
  },
  GATEWAY_LOST: {
    patient: moment,
    assistant: 'La liaison avec les médecins est coupée. La cabine réessaie seule.',
    physician: 'La liaison avec la cabine est coupée. La page réessaie seule.',
  },
  BROKER_LOST: {
    patient: moment,
    assistant: 'La messagerie des médecins ne répond pas. La cabine réessaie seule.',
    physician: 'La messagerie des cabines ne répond pas. La page réessaie seule.',
  },
  BROKER_REFUSED: {
    patient: comes,
    assistant: 'La messagerie des médecins refuse la cabine. Appelez le technicien.',
    physician: 'La messagerie des cabines refuse la passerelle. Prévenez le support technique.',
  },
  GATEWAY_PORT_TAKEN: {
    patient: comes,
    assistant: 'La passerelle ne peut pas démarrer : son port est pris. Appelez le technicien.',
    physician: 'La passerelle n’a pas démarré.',
  },
  SIGN_IN_REFUSED: {
    patient: moment,
    assistant: 'La connexion du médecin est refusée.',
    physician: 'La connexion est refusée. Recommencez.',
  },
  SIGN_IN_CANCELLED: {
    patient: moment,
    assistant: 'Le médecin a interrompu sa connexion.',
    physician: 'Vous avez interrompu la connexion. Recommencez quand vous voulez.',
  },
  SIGN_IN_EXPIRED: {
    patient: moment,
    assistant: 'La connexion du médecin a pris trop de temps.',
    physician: 'La connexion a pris trop de temps. Recommencez.',
  },
  SIGN_IN_MISMATCH: {
    patient: moment,
    assistant: 'La connexion du médecin n’est pas valable.',
    physician: 'Cette connexion ne vient pas de cette page. Recommencez ici.',
  },
  SIGN_IN_CLOCK: {
    patient: moment,
    assistant: 'L’heure de la passerelle est fausse. Appelez le technicien.',
    physician:
      'L’heure de la passerelle est fausse : la connexion ne peut pas être vérifiée. Prévenez le lieu de la cabine.',
  },
  SIGN_IN_UNAVAILABLE: {
    patient: moment,
    assistant: 'Le service de connexion des médecins ne répond pas.',
    physician: 'Le service de connexion ne répond pas. Recommencez dans un instant.',
  },
  SIGN_IN_NOT_PHYSICIAN: {
    patient: moment,
    assistant: 'La personne qui se connecte n’est pas médecin.',
    physician:
      'Cette page est réservée aux médecins en exercice. Votre identité ne porte pas cette profession.',
  },
  SIGN_IN_INCOMPLETE: {
    patient: moment,
    assistant: 'L’identité du médecin est incomplète.',
    physician:
      'Votre identité est incomplète : le nom ou le numéro RPPS manque. Adressez-vous à votre ordre.',
  },
  SIGN_IN_TOO_MANY: {
    patient: moment,
    assistant: 'Le médecin a fait trop d’essais de connexion.',
    physician: 'Trop d’essais de connexion. Attendez une minute.',
  },
  SIGN_IN_NOT_SET_UP: {
    patient: moment,
    assistant: 'La connexion des médecins n’est pas réglée. Appelez le technicien.',
    physician:
      'La connexion des médecins n’est pas encore réglée à cette passerelle. Prévenez le lieu de la cabine.',
  },
  SESSION_EXPIRED: {
    patient: moment,
    assistant: 'La session du médecin est finie.',
    physician: 'Votre session est finie. Connectez-vous à nouveau.',
  },
  GUEST_LINK_UNKNOWN: {
    patient: moment,
    assistant: 'Ce lien d’invitation n’est pas connu. Envoyez-en un nouveau.',
    physician: 'Ce lien d’invitation n’est pas connu. Envoyez-en un nouveau.',
  },
  GUEST_LINK_USED: {
    patient: moment,
    assistant: 'Ce lien d’invitation a déjà servi. Envoyez-en un nouveau.',
    physician: 'Ce lien d’invitation a déjà servi. Envoyez-en un nouveau.',
  },
  GUEST_LINK_EXPIRED: {
    patient: moment,
    assistant: 'Ce lien d’invitation n’est plus valable : son temps est passé. Envoyez-en un nouveau.',
    physician: 'Ce lien d’invitation n’est plus valable : son temps est passé. Envoyez-en un nouveau.',
  },
  GUEST_LINK_REVOKED: {
    patient: moment,
    assistant: 'Cette invitation a été retirée.',
    physician: 'Cette invitation a été retirée.',
  },
  TABLET_CODE_WRONG: {
    patient: moment,
    assistant: 'Ce n’est pas le code affiché sur la cabine.',
    physician: moment,
  },
  TABLET_CODE_OVER: {
    patient: moment,
    assistant: 'Ce code n’est plus valable. Affichez-en un autre sur la cabine.',
    physician: moment,
  },
  TABLET_UNKNOWN: {
    patient: moment,
    assistant: 'Cette tablette n’est plus reliée à la cabine.',
    physician: moment,
  },
  PAGE_REPLACED: {
    patient: 'Le médecin a changé d’écran. Restez là, il revient.',
    assistant: 'Le médecin a ouvert la visite dans une autre page. La liaison reprend d’elle-même.',
    physician: 'Vous avez ouvert cette page ailleurs. Celle-ci est fermée, la visite continue dans l’autre.',
  },
  ALREADY_TAKEN: {
    patient: moment,
    assistant: 'Un autre médecin a déjà pris cette personne.',
    physician: 'Un autre médecin a déjà pris cette personne.',
  },
  TICKET_GONE: {
    patient: moment,
    assistant: 'Cette demande n’attend plus.',
    physician: 'Cette demande n’attend plus.',
  },
  CONSULTATION_CLOSED: {
    patient: moment,
    assistant: 'La consultation est close, son dossier est parti.',
    physician: 'La consultation est close, son dossier est parti : rien ne s’y ajoute.',
  },
  MESSAGE_TOO_LONG: {
    patient: moment,
    assistant: 'Un message trop long est venu par la liaison. Il n’a pas été lu.',
    physician: 'Un message trop long est venu par la liaison. Il n’a pas été lu.',
  },
  MESSAGE_TOO_MANY: {
    patient: moment,
    assistant:
      'Trop de messages sont venus par la liaison. Ceux en trop n’ont pas été lus. Appelez le technicien.',
    physician: 'Trop de messages sont venus par la liaison. Ceux en trop n’ont pas été lus.',
  },
  MESSAGE_OUT_OF_ORDER: {
    patient: moment,
    assistant: 'Un message de la liaison n’était pas à sa place. La suite est redemandée.',
    physician: 'Un message de la liaison n’était pas à sa place. La suite est redemandée.',
  },
  MESSAGE_REPLAYED: {
    patient: moment,
    assistant: 'Une demande est venue deux fois avec un contenu différent. Seule la première compte.',
    physician:
      'Une demande est venue deux fois avec un contenu différent. Seule la première compte : vérifiez, refaites l’autre.',
  },
  READING_DIFFERS: {
    patient: moment,
    assistant: 'La page du médecin montrait une autre valeur. Elle y a été masquée, puis renvoyée.',
    physician: 'Une valeur différait de celle de la cabine. Elle est masquée et renvoyée.',
  },
  VISIT_DIFFERS: {
    patient: moment,
    assistant: 'La page du médecin ne montrait pas la même visite. Tout a été renvoyé.',
    physician: 'Cette page ne montrait pas la même visite que la cabine. Tout est renvoyé.',
  },
  PROTOCOL_VERSION: {
    patient: moment,
    assistant: 'La page du médecin est trop ancienne. Il doit la recharger.',
    physician: 'Cette page est trop ancienne pour la cabine. Rechargez-la.',
  },
  PICTURE_FROZEN: {
    patient: 'L’image du médecin est arrêtée. Le son continue.',
    assistant: 'L’image du médecin est arrêtée dans la cabine. Elle revient d’elle-même.',
    physician: 'L’image de la cabine est arrêtée. Elle revient d’elle-même.',
  },
  SOUND_HELD: {
    patient: 'Touchez l’écran pour entendre.',
    assistant: 'La fenêtre ne rend pas encore le son : touchez-la.',
    physician: 'Votre navigateur retient le son : cliquez n’importe où dans la page pour entendre.',
  },
  SOUND_LOST: {
    patient: 'Le son du médecin n’arrive plus. Il revient, ou le médecin vous écrit.',
    assistant: 'Le son du médecin n’arrive plus. S’il ne revient pas, écrivez ou téléphonez.',
    physician: 'Le son de la cabine n’arrive plus. S’il ne revient pas, écrivez (M) ou téléphonez.',
  },
  LINE_POOR: {
    patient: 'La ligne est lente : le son passe avant l’image.',
    assistant: 'La ligne ne porte pas l’image. Elle revient d’elle-même.',
    physician: 'La ligne ne porte pas l’image. Elle revient d’elle-même.',
  },
  LINE_CONTINUED: {
    patient: 'Le médecin continue sans image.',
    assistant: 'La ligne ne porte pas l’image : le médecin a choisi de continuer au son.',
    physician: 'La ligne ne porte pas l’image : vous avez choisi de continuer au son.',
  },
  LINE_POSTPONED: {
    patient: 'Le médecin reporte la suite : la ligne est trop faible.',
    assistant: 'La ligne ne porte pas l’image : le médecin a reporté la suite.',
    physician: 'La ligne ne porte pas l’image : la suite a été reportée.',
  },
  COMPUTER_BUSY: {
    patient: 'Le son passe avant l’image.',
    assistant: 'L’ordinateur est trop chargé pour l’image. Prévenez le technicien si cela dure.',
    physician: 'Votre ordinateur est trop chargé pour l’image. Fermez d’autres programmes.',
  },
  CALL_LOST: {
    patient: 'La liaison avec le médecin revient. Restez là.',
    assistant: 'L’appel est coupé. La cabine le rétablit.',
    physician: 'L’appel est coupé. La page le rétablit.',
  },
  CALL_TELEPHONED: {
    patient: 'La consultation continue par téléphone.',
    assistant: 'La consultation continue par téléphone, sans image.',
    physician: 'La consultation continue par téléphone, sans image.',
  },
  CALL_PAUSED: {
    patient: 'La visite est en pause. Personne ne vous voit ni ne vous entend.',
    assistant: 'La visite est en pause : image et son sont coupés exprès.',
    physician: 'Visite en pause : image et son coupés exprès.',
  },
  CALL_NOT_JOINED: {
    patient: 'La liaison avec le médecin se prépare.',
    assistant: 'L’appel n’est pas encore établi. La cabine réessaie.',
    physician: 'L’appel n’est pas encore établi. La page réessaie.',
  },
  PEER_UNPROVEN: {
    patient: 'La liaison n’est pas encore sûre. La cabine réessaie.',
    assistant:
      'L’appel est refusé : l’autre bout n’a pas donné la preuve de son identité. La cabine réessaie.',
    physician:
      'L’appel est refusé : l’un des deux bouts n’a pas donné la preuve de son identité. La page réessaie.',
  },
  PEER_FORGED: {
    patient: 'La liaison n’était pas sûre, elle a été arrêtée. Personne ne vous a vu ni entendu par elle.',
    assistant:
      'L’appel est refusé : les données de connexion ont été modifiées en route, ou viennent de quelqu’un d’autre. Ne poursuivez pas, appelez le technicien.',
    physician:
      'L’appel est refusé : les données de connexion ont été modifiées en route, ou viennent de quelqu’un d’autre. Rien ne lui est envoyé. La page réessaie.',
  },
  PEER_STATEMENT_EXPIRED: {
    patient: 'La liaison n’est pas encore sûre. La cabine réessaie.',
    assistant:
      'L’appel est refusé : la preuve d’identité de l’autre bout n’est plus valable. La cabine réessaie.',
    physician:
      'L’appel est refusé : une preuve d’identité n’est plus valable. La page en demande une nouvelle.',
  },
  PEER_CLOCK: {
    patient: 'La liaison n’est pas encore sûre. La cabine réessaie.',
    assistant: 'L’appel est refusé : l’horloge de la passerelle est fausse. Appelez le technicien.',
    physician:
      'L’appel est refusé : l’horloge de la passerelle est fausse, une preuve semble venir du futur.',
  },
  RELAY_REFUSED: {
    patient: 'La liaison avec le médecin se prépare. Cela dure plus longtemps que prévu.',
    assistant:
      'Le serveur relais refuse l’appel : accès expiré ou mal réglé. La cabine réessaie ; appelez le technicien si cela dure.',
    physician:
      'Le serveur relais refuse l’appel : accès expiré ou mal réglé. La page réessaie ; prévenez le support si cela dure.',
  },
  CAMERA_REFUSED: {
    patient: comes,
    assistant: 'La caméra est refusée à cette fenêtre. Appelez le technicien.',
    physician: 'Le navigateur refuse votre caméra. Autorisez-la : l’image part alors d’elle-même.',
  },
  CAMERA_MISSING: {
    patient: comes,
    assistant: 'Aucune caméra trouvée. Vérifiez son câble.',
    physician: 'Aucune caméra trouvée. Branchez-en une : l’image part alors d’elle-même.',
  },
  CAMERA_BUSY: {
    patient: comes,
    assistant: 'La caméra est prise par un autre programme. Fermez-le.',
    physician: 'Votre caméra est prise par un autre programme. Fermez-le : l’image part alors d’elle-même.',
  },
  INSTRUMENT_MISSING: {
    patient: comes,
    assistant: 'L’instrument n’est pas branché. Branchez-le.',
    physician: 'L’instrument n’est pas branché dans la cabine. L’accompagnant est prévenu.',
  },
  INSTRUMENT_AMBIGUOUS: {
    patient: comes,
    assistant: 'Plusieurs appareils branchés peuvent être cet instrument. Choisissez lequel.',
    physician: 'L’accompagnant doit d’abord choisir l’instrument.',
  },
  INSTRUMENT_BUSY: {
    patient: comes,
    assistant:
      'L’instrument ne répond pas, ou un autre programme s’en sert. Débranchez-le, puis rebranchez-le.',
    physician: 'L’instrument ne répond pas. L’accompagnant est prévenu.',
  },
  INSTRUMENT_PROCESSED: {
    patient: comes,
    assistant: 'Le son du stéthoscope est modifié par l’ordinateur. Appelez le technicien.',
    physician: 'Le son du stéthoscope est filtré par la cabine : ne vous y fiez pas.',
  },
  INSTRUMENT_REFUSED: {
    patient: comes,
    assistant: 'L’instrument est refusé à cette fenêtre. Appelez le technicien.',
    physician: 'La cabine n’a pas le droit d’ouvrir l’instrument. Le technicien doit intervenir.',
  },
  INSTRUMENT_UNPLUGGED: {
    patient: comes,
    assistant: 'L’instrument n’est plus branché. Rebranchez-le : il revient seul.',
    physician: 'L’instrument s’est débranché. L’accompagnant est prévenu, il revient seul.',
  },
  INSTRUMENT_BLACK: {
    patient: comes,
    assistant: 'L’image est noire. Allumez la lampe de l’instrument ou ôtez le capuchon.',
    physician: 'L’instrument envoie une image noire. L’accompagnant est prévenu.',
  },
  INSTRUMENT_FROZEN: {
    patient: comes,
    assistant: 'L’instrument ne donne plus d’image. Débranchez-le et rebranchez-le.',
    physician: 'L’instrument ne donne plus d’image. L’accompagnant est prévenu.',
  },
  INSTRUMENT_SILENT: {
    patient: comes,
    assistant: 'Aucun son ne vient du stéthoscope. Allumez-le.',
    physician: 'Aucun son ne vient du stéthoscope : il est éteint ou coupé. L’accompagnant est prévenu.',
  },
  LISTENING_HELD: {
    patient: 'La ligne est trop fine pour écouter en direct. Le médecin peut demander un enregistrement.',
    assistant: 'Ligne trop fine : pas de direct. Gardez posé, le médecin peut enregistrer.',
    physician:
      'La ligne est trop fine pour écouter en direct. Demandez 15 s enregistrées : elles arrivent sans perte. Le direct revient de lui-même.',
  },
  CLIP_BROKEN: {
    patient: moment,
    assistant: 'Le son du stéthoscope est coupé sans cesse. Le médecin peut le redemander.',
    physician: 'Pas de son de 15 secondes sans coupure en 45 secondes : rien n’est gardé. Redemandez-le.',
  },
  TRANSFER_FULL: {
    patient: moment,
    assistant: 'Trop d’images ou de sons pour cette visite. Le médecin est prévenu.',
    physician: 'Trop d’images ou de sons dans cette consultation : celui-ci n’a pas été pris.',
  },
  TRANSFER_DAMAGED: {
    patient: moment,
    assistant: 'Une image ou un son n’est pas arrivé intact. Le médecin peut le redemander.',
    physician: 'L’image ou le son n’est pas arrivé intact. Redemandez-le.',
  },
  CAMERA_UNPLUGGED: {
    patient: comes,
    assistant: 'La caméra n’est plus reliée. Rebranchez-la : l’image revient seule.',
    physician: 'Votre caméra n’est plus reliée. Rebranchez-la : l’image revient seule.',
  },
  CAMERA_BLACK: {
    patient: comes,
    assistant: 'L’image de la caméra est noire. Ouvrez le cache, allumez la lumière.',
    physician: 'L’image de votre caméra est noire. Ouvrez son cache ou éclairez la pièce.',
  },
  CAMERA_FROZEN: {
    patient: comes,
    assistant: 'La caméra ne donne plus d’image. Débranchez-la et rebranchez-la.',
    physician: 'Votre caméra ne donne plus d’image. Débranchez-la et rebranchez-la.',
  },
  MICROPHONE_REFUSED: {
    patient: comes,
    assistant: 'Le micro est refusé à cette fenêtre. Appelez le technicien.',
    physician: 'Le navigateur refuse votre micro. Autorisez-le : le son part alors de lui-même.',
  },
  MICROPHONE_MISSING: {
    patient: comes,
    assistant: 'Aucun micro trouvé. Vérifiez son câble.',
    physician: 'Aucun micro trouvé. Branchez-en un : le son part alors de lui-même.',
  },
  MICROPHONE_BUSY: {
    patient: comes,
    assistant: 'Le micro est pris par un autre programme. Fermez-le.',
    physician: 'Votre micro est pris par un autre programme. Fermez-le : le son part alors de lui-même.',
  },
  MICROPHONE_UNPLUGGED: {
    patient: comes,
    assistant: 'Le micro n’est plus relié. Rebranchez-le : le son revient seul.',
    physician: 'Votre micro n’est plus relié. Rebranchez-le : le son revient seul.',
  },
  MICROPHONE_SILENT: {
    patient: comes,
    assistant: 'Aucun son ne vient du micro : il est coupé. Rallumez-le.',
    physician: 'Aucun son ne vient de votre micro : il est coupé. Rallumez-le.',
  },
  LOUDSPEAKER_MISSING: {
    patient: 'Le haut-parleur manque : on n’entend pas le médecin. Il peut vous écrire.',
    assistant: 'La cabine n’a pas de haut-parleur. Branchez-en un : le son revient seul.',
    physician: 'Aucun haut-parleur trouvé. Branchez-en un : le son revient seul.',
  },
  LOUDSPEAKER_UNPLUGGED: {
    patient: 'Le haut-parleur est débranché : on n’entend plus le médecin. Il peut vous écrire.',
    assistant: 'Le haut-parleur de la cabine n’est plus relié. Rebranchez-le : le son revient seul.',
    physician: 'Votre haut-parleur n’est plus relié. Rebranchez-le : le son revient seul.',
  },
  DECISION_MISSING: {
    patient: moment,
    assistant: 'Le médecin n’a pas encore décidé. Patientez.',
    physician: 'Décidez d’abord : à distance, en présence ou urgence, en sachant ce qui a été signalé.',
  },
  ORIENTATION_MISSING: {
    patient: moment,
    assistant: 'Le médecin doit encore dire où la personne sera vue.',
    physician: 'Dites où la personne sera vue en présence.',
  },
  SICK_LEAVE_UNEXPLAINED: {
    patient: moment,
    assistant: 'Le médecin doit encore répondre sur l’arrêt de travail.',
    physician: 'Plus de trois jours d’arrêt : dites quelle exception s’applique, ou qu’aucune ne s’applique.',
  },
  HANDOVER_FAILED: {
    patient: 'Le dossier n’est pas encore rangé. On s’en occupe.',
    assistant: 'Le dossier n’a pas pu être écrit. Réessayez, puis appelez le technicien.',
    physician: 'Le dossier n’a pas pu être écrit. La cabine le garde et réessaie.',
  },
  WIPE_FAILED: {
    patient: comes,
    assistant: 'L’effacement n’est pas confirmé. La cabine réessaie et reste fermée.',
    physician: 'L’effacement de la cabine n’est pas confirmé.',
  },
};
