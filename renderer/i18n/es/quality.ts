/** What the patient sees of the physician, and why, in Spanish. */
export const quality = {
  reason: {
    bandwidth: 'la línea es lenta',
    loss: 'la línea pierde datos',
    delay: 'la línea tiene demasiado retraso',
    freezes: 'la imagen se paraba',
    processor: 'uno de los ordenadores está demasiado cargado',
    starting: 'la línea está a prueba',
    forced: 'elección del médico',
    shared: 'la línea se guarda para la consulta',
    camera: 'la cámara no da imagen',
    'camera-off': 'cámara apagada',
    off: 'cámara y micrófono apagados',
  },
  patient: {
    stills: 'La imagen avanza por fotos para mantener un buen sonido.',
    audio: 'La imagen está parada para mantener un buen sonido.',
    forced: 'El médico ha parado la imagen. Le oye.',
    off: 'El médico ha apagado su cámara y su micrófono.',
    'camera-off': 'El médico ha apagado su cámara. Se oyen.',
    muted: 'El médico ha apagado su micrófono. Le oye.',
    smaller: 'La imagen es más pequeña: {{reason}}.',
  },
  still: 'Imagen fija, {{time}}',
};
