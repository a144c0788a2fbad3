/** Papers that the cabin prints, as the patient reads of them in Spanish. */
export const papers = {
  kind: {
    prescription: 'Receta',
    certificate: 'Certificado',
    'sick-leave': 'Baja laboral',
    letter: 'Otro documento',
  },
  pages_one: '{{count}} página',
  pages_other: '{{count}} páginas',
  /** After the kind. */
  'and-pages': ', {{pages}}',
  patient: {
    eyebrow: 'Sus papeles',
    presence: {
      title: '¿Sigue aquí para recoger sus papeles?',
      lead: 'No se imprime nada antes de su respuesta.',
      key: 'Sí, estoy aquí',
    },
    printing: {
      title: 'Sus papeles se están imprimiendo',
      lead: 'Siga sentado. Salen de la impresora.',
    },
    stuck: {
      title: 'Un papel no ha salido',
      lead: '{{name}} se ocupa. No se pierde nada.',
      key: 'Llamar a {{name}}',
    },
    take: {
      title: 'Recoja sus papeles',
      lead: 'Están en la impresora. Mire que lleven su nombre.',
      key: 'Tengo mis papeles',
    },
    state: {
      waiting: 'Listo para imprimir',
      printing: 'Imprimiendo',
      printed: 'Impreso',
      failed: 'Aún no ha salido',
      'sent-otherwise': 'Lo recibirá de otra forma',
      'not-wanted': 'No impreso',
      'patient-left': 'No impreso',
    },
  },
} as const;
