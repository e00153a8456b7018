/** What people read of a channel that belongs to a matter, and what they read in it. */
export const channels = {
  buttons: {
    channel: 'Canal',
    link: 'Vincular canal',
    unlink: 'Desvincular',
  },
  title: 'Canal de la causa',
  how: 'Lo que ocurra en la causa se avisará en ese canal, en vez de por mensaje directo. Ahí se leen solo la referencia y cantidades. Los comandos que se escriban en él serán sobre esta causa.',
  linkedTo: ({ channel }: { channel: string }) => `Canal vinculado: ${channel}`,
  none: 'Aún no tiene canal.',
  sensitive: 'Es una causa reservada: sus avisos van solo por mensaje directo.',
  held: {
    shared: 'Ya no se avisa ahí: el canal está compartido con otra organización.',
    sensitive: 'Ya no se avisa ahí: la causa es reservada.',
    gone: 'Ya no se avisa ahí: el canal se archivó, se borró o Despacho ya no está en él.',
  },
  field: 'Canal',
  fieldHint: 'Elija un canal en el que esté Despacho',
  done: {
    linked: ({ channel }: { channel: string }) =>
      `Desde ahora lo que ocurra en la causa se avisa en ${channel}.`,
    unlinked: 'La causa ya no tiene canal. Los avisos vuelven por mensaje directo.',
  },
  refusals: {
    sensitive: 'La causa es reservada: sus avisos van solo por mensaje directo.',
    taken: 'Ese canal ya es de otra causa.',
    shared: 'Ese canal está compartido con otra organización. Elija uno que sea solo del estudio.',
    invite: 'Despacho no está en ese canal. Escriba ahí `/invite @Despacho` e intente de nuevo.',
    notAChannel: 'Elija un canal, no una conversación directa.',
  },
  notes: {
    answersArrived: 'Llegaron respuestas de un cliente',
    messageArrived: 'Escribió un cliente',
    mailQuarantined: 'Un correo espera una decisión',
    mailDecided: 'Ya se decidió sobre un correo que esperaba',
    deliveryFailed: 'No se pudo entregar un correo',
    remindersEnded: 'Terminaron los recordatorios y aún falta lo solicitado',
    nothingMissing: 'Ya no falta nada de lo solicitado, o no se pide más',
    reviewed: ({ approved, rejected }: { approved: number; rejected: number }) =>
      [
        approved === 0 ? '' : approved === 1 ? '1 aprobado' : `${approved} aprobados`,
        rejected === 0 ? '' : rejected === 1 ? '1 rechazado' : `${rejected} rechazados`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    held: ({ channel }: { channel: string }) =>
      `Los avisos de esta causa vuelven por mensaje directo: ya no se escribe en ${channel}`,
    heldHow: 'Puede vincular otro canal desde la comunicación de la causa.',
  },
}
