/** A whole profile of a place that does not exist, as it is written in its file. */
export const SAMPLE_PROFILE = {
  $schema: './profile.schema.json',
  site: {
    id: 'saint-aubin',
    cabinId: 'cabine-1',
    name: 'Mairie de Saint-Aubin',
    kind: 'town-hall',
    addressLines: ['4 place de la Liberté', 'Saint-Aubin-des-Prés'],
    entrance: 'Porte bleue',
    floor: 'Rez-de-chaussée',
    accessCode: 'Aucun',
    defibrillator: 'Hall, à droite',
    position: '48,0012 N ; 0,1987 E',
    emergencyLine: '02 61 91 00 15',
    telephone: '02 61 91 00 10',
  },
  declarationNumber: 'TLC-2026-00042',
  openingHours: {
    monday: [
      { from: '08:30', to: '12:00' },
      { from: '14:00', to: '17:30' },
    ],
    friday: [{ from: '08:30', to: '12:00' }],
  },
  equipment: [
    {
      name: 'A&D TM-2657',
      serialNumber: '5190400123',
      calibratedOn: '2026-01-15',
      calibrationDue: '2028-01-15',
    },
    { name: 'Otoscope', serialNumber: 'OT-77' },
  ],
  accessibility: { stepFree: true, doorWidthCm: 90, hearingLoop: false, notes: 'Rampe côté parking' },
  people: [
    {
      id: 'awa-diallo',
      name: 'Awa Diallo',
      givenName: 'Awa',
      profession: 'nurse',
      codeHash: `scrypt$32768$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`,
      trainedUntil: '2027-06-30',
    },
  ],
  usualWait: { fromMinutes: 9, toMinutes: 14 },
};
