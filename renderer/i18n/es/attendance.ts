/** Whether somebody is still there, as the patient reads it in Spanish. */
export const attendance = {
  patient: {
    title: '¿Sigue usted ahí?',
    lead: 'Hace un rato que nadie toca la pantalla. Si no responde, {{name}} vendrá a ver.',
    coming: '{{name}} viene a ver si todo va bien.',
    here: 'Sí, estoy aquí',
    'away-title': 'Esta visita está protegida',
    'away-lead': 'Ya no se muestra nada. Si era la suya, llame a {{name}} con la tecla Ayuda.',
  },
};
