/** Who was told by mail, and what became of each, as members read it in chat. */
export const evidence = {
  title: 'A quién se avisó',
  button: 'A quién se avisó',
  none: 'Todavía no se ha avisado a nadie por correo.',
  how: 'Los correos no llevan píxeles ocultos. «Enlace abierto» y «visto en el portal» solo se saben cuando alguien entra; si no aparecen, el correo pudo leerse igual.',
  kinds: {
    newsPublished: 'Novedad',
    documentsRequested: 'Solicitud',
    requestCancelled: 'Solicitud anulada',
    disregard: 'Pedido de no considerar el anterior',
    receipt: 'Acuse de recibo',
    answerRejected: 'Rechazo de un documento',
    reminder: 'Recordatorio',
    mailWaiting: 'Aviso de un correo pendiente',
    other: 'Otro correo',
  },
  states: {
    queued: ({ at }: { at: string }) => `por salir desde el ${at}`,
    waiting: 'el servidor aún no lo acepta; se reintentará',
    accepted: ({ at }: { at: string }) => `aceptado por el servidor el ${at}`,
    bounced: ({ at }: { at: string }) => `rebotó el ${at}`,
    failed: 'no se pudo entregar',
    cancelled: 'no se envió',
  },
  opened: ({ at }: { at: string }) => `enlace abierto el ${at}`,
  seen: ({ at }: { at: string }) => `visto en el portal el ${at}`,
  confirmed: ({ at }: { at: string }) => `confirmado el ${at}`,
  reason: ({ reason }: { reason: string }) => `Motivo: ${reason}`,
  more: ({ count }: { count: number }): string =>
    count === 1 ? 'y 1 más antiguo' : `y ${count} más antiguos`,
  profile: 'Corregir el correo',
}

/** What every language has to say of it. */
export type EvidenceWords = typeof evidence
