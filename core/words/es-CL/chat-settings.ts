/** What the settings say in chat. */
export const settings = {
  titles: {
    settings: 'Ajustes',
    absence: 'Ausencia',
    handOver: 'Entregar causas',
    firm: 'Datos del estudio',
    reminders: 'Recordatorios y resumen',
    team: 'Equipo',
    addMember: 'Agregar integrante',
    role: 'Cambiar rol',
    leave: 'Dar de baja',
  },
  buttons: {
    absence: 'Ausencia',
    back: 'Terminar la ausencia',
    handOver: 'Entregar causas',
    digestOff: 'No recibirlo',
    digestOn: 'Recibirlo',
    accesses: 'Accesos',
    templates: 'Plantillas',
    firm: 'Datos del estudio',
    reminders: 'Recordatorios y resumen',
    team: 'Equipo',
    addMember: 'Agregar integrante',
    role: 'Cambiar rol',
    leave: 'Dar de baja',
  },
  you: 'Usted',
  firm: 'El estudio',
  roles: { admin: 'administra el estudio', lawyer: 'abogado o abogada', assistant: 'asistente' },
  roleDescriptions: {
    admin: 'Ve todas las causas, el equipo y los ajustes del estudio',
    lawyer: 'Trabaja en sus causas y modifica las plantillas',
    assistant: 'Trabaja en las causas que ve; no modifica plantillas',
  },
  language: ({ language }: { language: string }) => `Idioma: ${language}, el de su perfil de Slack.`,
  present: 'Sin ausencias anunciadas. Puede dejar a alguien a cargo mientras no está.',
  absentFrom: ({ from, until }: { from: string; until: string | null }) =>
    until ? `Ausente del ${from} al ${until}` : `Ausente desde el ${from}, sin fecha de regreso`,
  coveredBy: ({ name }: { name: string }) => `Le reemplaza ${name}.`,
  notCovered: 'Nadie le reemplaza.',
  digestOn: ({ time, by }: { time: string; by: string }) =>
    `Recibe el resumen de pendientes por ${by}, cada día hábil desde las ${time}.`,
  digestOff: 'No recibe el resumen de pendientes. Los avisos del momento le llegan igual.',
  charge: ({ count }: { count: number }) =>
    count === 0
      ? 'No tiene causas a su cargo.'
      : count === 1
        ? 'Tiene 1 causa a su cargo.'
        : `Tiene ${count} causas a su cargo.`,
  accesses: 'Accesos de los clientes al portal.',
  templates: 'Plantillas para solicitar documentos.',
  supportContact: ({ contact }: { contact: string }) => `Contacto para clientes: ${contact}`,
  noSupportContact: 'Sin contacto para clientes',
  accent: ({ colour }: { colour: string }) => `Color: ${colour}`,
  usualAccent: 'Color: el habitual',
  closingDays: ({ count }: { count: number }) =>
    count === 0
      ? 'Cierra solo los feriados'
      : count === 1
        ? 'Cierra 1 día además de los feriados'
        : `Cierra ${count} días además de los feriados`,
  policy: ({ from, until, days, weekly }: { from: string; until: string; days: number; weekly: number }) =>
    `Recuerda a los clientes en días hábiles de ${from} a ${until} (su hora), cada ${days === 1 ? 'día' : `${days} días`} a lo más, ${weekly === 1 ? 'una vez' : `${weekly} veces`} por semana.`,
  adminsOnly: 'Lo cambia quien administra el estudio.',
  team: ({ count }: { count: number }) => `Equipo (${count})`,
  notInChat: 'todavía sin usuario de chat',
  memberCharge: ({ count }: { count: number }) => (count === 1 ? '1 causa' : `${count} causas`),
  fields: {
    delegate: 'Quién le reemplaza',
    delegateHint:
      'Le llegará también lo que llegue a quien se ausenta. Mientras dure verá además sus causas privadas.',
    from: 'Desde',
    until: 'Hasta',
    untilHint: 'Ese día incluido. Vacío: sin fecha de regreso.',
    to: 'A quién',
    member: 'Busque por nombre',
    matters: 'Qué causas',
    mattersHint: 'Vacío: todas las que tiene a su cargo.',
    name: 'Nombre',
    email: 'Correo',
    role: 'Rol',
    successor: 'Quién recibe sus causas',
    firmName: 'Nombre, como lo leen los clientes',
    locale: 'Idioma del estudio',
    localeHint: 'El de los clientes y colegas de quienes no se sabe otro.',
    timezone: 'Zona horaria',
    supportContact: 'Contacto para clientes',
    supportContactHint: 'Aparece en el portal y al pie de los correos. Por ejemplo: un teléfono y un correo.',
    accent: 'Color',
    accentHint:
      'Seis cifras, como #1f4e5f. Se oscurece o aclara lo necesario para que se lea bien. Vacío: el habitual.',
    hold: 'Correos de novedades y solicitudes',
    holdNone: 'Salen de inmediato',
    holdMinute: 'Salen al minuto',
    holdHint: 'En ese minuto, un envío por error se deshace sin que nadie reciba nada.',
    addressAs: 'Trato a los clientes en portugués',
    unproven: 'Correos de clientes cuyo origen no se puede comprobar',
    unprovenConfirm: 'Esperan a que alguien los confirme',
    unprovenAccept: 'Valen de inmediato',
    unprovenHint:
      'El proveedor del cliente no firma lo que envía. Acéptelos solo si el servidor de correo del estudio rechaza a quien se hace pasar por otro. Lo que no pasa la verificación siempre espera.',
    closingDays: 'Días en que cierra',
    closingDaysHint:
      'Uno por línea: 31-12-2026, o un período: 20-12-2026 – 06-01-2027. Los feriados no hacen falta.',
    hourFrom: 'Recordar desde las',
    hourUntil: 'Recordar hasta las',
    hoursHint: 'En la hora de cada cliente, de lunes a viernes y nunca en feriado.',
    apart: 'Días entre un recordatorio y otro',
    weekly: 'Recordatorios por semana, a lo más',
    digestHour: 'Resumen para el equipo desde las',
    digestBy: 'Resumen por',
  },
  digestWays: { chat: 'Mensaje de chat', mail: 'Correo', both: 'Chat y correo' },
  handOverHow: ({ name, count }: { name: string; count: number }) =>
    count === 1
      ? `${name} tiene 1 causa a su cargo. Con ella pasa lo que espera revisión y sus recordatorios; los clientes siguen respondiendo a los mismos correos.`
      : `${name} tiene ${count} causas a su cargo. Con ellas pasa lo que espera revisión y sus recordatorios; los clientes siguen respondiendo a los mismos correos.`,
  notAllShown: ({ shown }: { shown: number }) => `Se muestran las ${shown} más recientes.`,
  leaveHow: ({ name }: { name: string }) =>
    `${name} deja de tener acceso de inmediato: al chat, a los archivos y a las vistas como cliente. Lo que hizo queda en el historial a su nombre.`,
  memberAdded: ({ name }: { name: string }) =>
    `${name} es parte del equipo. Podrá trabajar aquí cuando su usuario de chat quede vinculado.`,
  roleChanged: ({ name, role }: { name: string; role: string }) => `${name}: ${role}.`,
  leftFirm: ({ name }: { name: string }) => `${name} ya no es parte del equipo.`,
  handedOver: ({ count, to }: { count: number; to: string }) =>
    count === 0
      ? 'No había causas que entregar.'
      : count === 1
        ? `${to} está a cargo de 1 causa más.`
        : `${to} está a cargo de ${count} causas más.`,
  absenceSet: 'Ausencia guardada.',
  absenceEnded: 'La ausencia terminó.',
  digestChosen: {
    on: 'Recibirá el resumen de pendientes.',
    off: 'No recibirá más el resumen de pendientes.',
  },
  saved: 'Ajustes guardados.',
}
