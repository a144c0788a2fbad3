/** Written words between the people of a visit, in Spanish. */
export const conversation = {
  label: 'Mensajes escritos',
  open: 'Escribir',
  close: 'Cerrar',
  send: 'Enviar',
  sending: 'Enviando…',
  placeholder: 'Su mensaje',
  empty: 'Lo que escribe lo leen todas las personas de la visita. Después no se guarda nada.',
  alone: 'Lo leen todas las personas de la visita. Después no se guarda nada.',
  you: 'Usted',
  wrote: '{{name}} escribe:',
  read: 'Leído',
  unseen_one: '{{count}} nuevo',
  unseen_other: '{{count}} nuevos',
  replies: {
    yes: 'Sí',
    no: 'No',
    'not-heard': 'No le oigo',
    again: '¿Puede repetir?',
    slower: 'Más despacio',
    wait: 'Un momento',
  },
};
