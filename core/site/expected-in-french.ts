/** What the schemas of a profile say is expected, in French; what they do not say in words of their own is said by zod's French locale. */
export const EXPECTED_IN_FRENCH: Readonly<Record<string, string>> = {
  'a date such as 2026-03-31': 'une date comme 2026-03-31',
  'a date after that of the last calibration': 'une date après celle du dernier étalonnage',
  'a serial number each': 'un numéro de série propre à chacun',
  'a time of day such as 08:30': 'une heure comme 08:30',
  'an end after the beginning': 'une fin après le début',
  'intervals in order that do not overlap': 'des plages dans l’ordre, sans chevauchement',
  'a wait that is not below fromMinutes': 'une attente qui n’est pas sous fromMinutes',
  'the hash that `npm run pin` prints': 'l’empreinte que « npm run pin » affiche',
  'letters, digits and hyphens, such as awa-diallo': 'lettres, chiffres et tirets, comme awa-diallo',
  'small letters, digits and hyphens': 'minuscules, chiffres et tirets',
  'a national identifier, such as 8 and the eleven digits of an RPPS number':
    'un identifiant national, comme 8 suivi des onze chiffres d’un RPPS',
  'at least one person who may open the cabin': 'au moins une personne qui peut ouvrir la cabine',
  'two people have the same id': 'un identifiant propre à chaque personne',
  'vendor and product in hexadecimal, such as 0c45:6366':
    'fabricant et produit en hexadécimal, comme 0c45:6366',
  'a label or a usb id': 'un nom (label) ou un identifiant usb',
  'an address such as turns:relay.example.fr:443?transport=tcp':
    'une adresse comme turns:relay.example.fr:443?transport=tcp',
  'an address that begins with https://': 'une adresse qui commence par https://',
  'an address such as https://cabine.example.fr, without a path':
    'une adresse comme https://cabine.example.fr, sans chemin',
  'an address with /.well-known/': 'une adresse avec /.well-known/',
  'the address of a broker, such as wss://broker.example.fr:8443':
    'l’adresse d’un courtier, comme wss://broker.example.fr:8443',
  'an address such as 192.168.1.20': 'une adresse comme 192.168.1.20',
};
