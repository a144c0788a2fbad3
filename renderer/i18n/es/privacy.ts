/** A talk of patient and physician alone, as the patient reads it in Spanish. */
export const privacy = {
  patient: {
    ask: 'Hablar a solas',
    alone: 'Está a solas con el médico',
    'alone-lead': '{{name}} está fuera y no ve nada. Ayuda le avisa.',
    asked: '{{name}} va a salir. Un momento.',
    out: '{{name}} está fuera, su pantalla no muestra nada.',
    withdraw: 'Anular',
    back: 'Volver a llamar a {{name}}',
    'return-title': '{{name}} pide volver',
    'return-lead': 'Mientras diga no, {{name}} no le ve ni le oye.',
    'return-yes': 'Sí, {{name}} puede volver',
    'return-no': 'No, todavía no',
    'over-title': 'Ya no está a solas',
    over: {
      'let-in': 'El médico ha hecho volver a {{name}}.',
      declined: '{{name}} no puede dejarle a solas ahora. Dígaselo al médico si le molesta.',
      withdrawn: '{{name}} se queda a su lado.',
      emergency: '{{name}} ha vuelto por la urgencia.',
      help: '{{name}} ha vuelto porque usted ha llamado.',
      'physician-gone': 'El médico ya no está. {{name}} vuelve a su lado.',
      closed: 'La consulta ha terminado. {{name}} vuelve a su lado.',
    },
    'declined-title': 'Ahora no es posible',
    understood: 'De acuerdo',
  },
};
