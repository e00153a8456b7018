/** What chat says of what a client wrote, and of answering it. */
export const messages = {
  answer: 'Responder',
  title: 'Responder al cliente',
  field: 'Respuesta',
  fieldHint: 'Llega por correo en la misma conversación y queda en el historial del portal.',
  willTell: ({ client, mails }: { client: string; mails: number }) =>
    mails === 1
      ? `Se enviará solo a ${client} (1 correo).`
      : `Se enviará solo a ${client} (${mails} correos).`,
  original: 'Ver correo original',
  originalOf: ({ moment }: { moment: string }) => `Ver correo original (${moment})`,
  promised: ({ day }: { day: string }) =>
    `Dice que lo enviará a más tardar el ${day}. Los recordatorios esperan hasta el día siguiente.`,
  lacking: ({ item }: { item: string }) => `Dice que no tiene «${item}».`,
  lackingSome: 'Dice que no tiene un documento; no se pudo saber cuál.',
  settled: ({ item }: { item: string }) => `«${item}» ya no está pendiente.`,
  waive: 'No requerir el ítem',
  answered: ({ by, moment }: { by: string; moment: string }) => `${by} respondió el ${moment}:`,
  undone: 'La respuesta se deshizo: el cliente ya no la ve.',
  whose: 'Indicar de quién es',
  whoseTitle: '¿De quién es?',
  place: 'Indicar a qué responde',
  placeTitle: '¿A qué responde?',
  suggested: ({ matter }: { matter: string }) => `Sugerida · ${matter}`,
  seemsToAnswer: ({ title, reference }: { title: string; reference: string }) =>
    `Parece responder a «${title}» (ref. ${reference}).`,
  whichRequest: 'Solicitud que responde',
  noRequest: 'Ninguna solicitud abierta admite respuestas.',
  noRequestOfClient:
    'El cliente no tiene ninguna solicitud abierta en las causas y asuntos que usted puede ver.',
}
