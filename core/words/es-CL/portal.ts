/** Copy of the client portal; the reference the other two languages are typed by. Clients are addressed as usted. */
export const portal = {
  title: 'Portal de clientes',
  skip: 'Ir al contenido',
  sections: 'Secciones',
  yourMatters: 'Sus asuntos',
  yourDetails: 'Sus datos',
  leave: 'Salir',
  support: '¿Tiene dudas? Contacte al estudio:',
  supportUnknown: '¿Tiene dudas? Responda a cualquiera de los correos del estudio.',
  zone: ({ zone }: { zone: string }) => `Fechas y horas: ${zone}.`,

  needs: {
    title: '¿Qué necesitamos de usted?',
    nothing: 'Por ahora no necesitamos nada de usted.',
    nothingNext: 'Si llegamos a necesitar un documento, aparecerá aquí y le avisaremos por correo.',
    nothingInClosed: 'No necesitamos nada más de usted.',
    waiting: ({ count }: { count: number }) =>
      count === 1 ? 'Tiene 1 pendiente.' : `Tiene ${count} pendientes.`,
    missing: ({ missing, total }: { missing: number; total: number }) =>
      missing === 1 ? `Falta 1 de ${total}` : `Faltan ${missing} de ${total}`,
    reviewing: 'Recibimos todo. El estudio lo está revisando.',
    fulfilled: 'Solicitud completa. Muchas gracias.',
    cancelled: 'El estudio anuló esta solicitud. No es necesario que envíe nada.',
    due: ({ day }: { day: string }) => `Fecha solicitada: ${day}`,
    overdue: ({ day }: { day: string }) => `La fecha solicitada era el ${day}`,
    asked: ({ author, day }: { author: string; day: string }) => `Solicitud de ${author} del ${day}`,
    edited: 'Editada',
    settle: 'Ver y enviar',
    settleIn: ({ matter }: { matter: string }) => `Ver y enviar lo pendiente de ${matter}`,
  },

  matters: {
    needed: 'Con pendientes',
    current: 'Sin pendientes',
    closed: 'Terminados',
    none: 'Aún no hay asuntos que mostrar.',
    noneNext: 'Cuando el estudio comparta un asunto con usted, aparecerá aquí.',
    court: 'Causa judicial',
    internal: 'Asunto',
    lastActivity: ({ day }: { day: string }) => `Última actividad: ${day}`,
    closedOn: ({ day }: { day: string }) => `Fecha de término: ${day}`,
    appeal: 'Recurso',
    offshoot: 'Causa derivada',
    parent: 'Ver la causa principal',
    offspring: 'Recursos y causas derivadas',
  },

  history: {
    title: 'Historial',
    none: 'Aún no hay novedades.',
    noneNext: 'Aquí quedará todo lo que le informemos, de lo más reciente a lo más antiguo.',
    earlierRequests: 'Solicitudes anteriores',
    inReview: 'En revisión',
    edited: 'Editada',
    earlier: 'Ver cómo decía antes',
    earlierAt: ({ moment }: { moment: string }) => `Hasta el ${moment} decía:`,
    hearing: 'Audiencia',
    place: 'Lugar',
    bring: 'Qué llevar',
    by: ({ author }: { author: string }) => `por ${author}`,
    kinds: {
      news: 'Novedad',
      request: 'Solicitud de documentos',
      answer: 'Su respuesta',
      'court-movement': 'Movimiento del tribunal',
      'manual-movement': 'Gestión del estudio',
      publication: 'Publicación oficial',
      task: 'Tarea del estudio',
      document: 'Documento',
    },
  },

  item: {
    states: {
      pending: 'Pendiente',
      received: 'Recibido',
      approved: 'Conforme',
      rejected: 'Debe reenviarse',
      waived: 'No se requiere',
    },
    reasons: {
      illegible: 'no se lee bien',
      incomplete: 'está incompleto',
      expired: 'está vencido',
      wrong_document: 'no es el documento que necesitamos',
      unsigned: 'falta la firma',
      missing_reverse: 'falta el reverso',
      other: 'consulte al estudio',
    },
    reason: ({ reason }: { reason: string }) => `Motivo: ${reason}`,
    byCoClient: 'Ya lo envió otra de las personas a quienes se solicitó.',
    yours: 'Lo que usted envió',
    via: {
      mail: 'por correo',
      portal: 'por este portal',
      member: 'ingresado por el estudio',
    },
    paper: 'Entregue el original en papel en el estudio.',
    sign: 'Fírmelo y adjunte aquí el documento firmado.',
    addMore: 'Agregar otro archivo',
    addToText: 'Agregar algo a su respuesta',
    answer: 'Su respuesta',
    sendAnswer: 'Enviar respuesta',
    thanks: ({ item }: { item: string }) => `Recibimos «${item}». Gracias.`,
  },

  upload: {
    choose: 'Elegir archivo o tomar foto',
    files: 'Archivos',
    drop: 'o arrastre los archivos hasta aquí',
    limits: ({ size }: { size: string }) => `PDF, fotos u otros documentos. Hasta ${size} por envío.`,
    add: 'Agregar otro',
    remove: ({ name }: { name: string }) => `Quitar ${name}`,
    send: ({ count }: { count: number }) => (count === 1 ? 'Enviar archivo' : `Enviar ${count} archivos`),
    sendPlain: 'Enviar archivos',
    retry: 'Reintentar',
    stop: 'Detener el envío',
    stopped: 'Envío detenido. No se envió nada; sus archivos siguen aquí.',
    starting: 'Enviando archivos…',
    progress: ({ sent, total }: { sent: string; total: string }) => `${sent} de ${total}`,
    secondsLeft: ({ seconds }: { seconds: number }) =>
      seconds === 1 ? 'queda 1 segundo' : `quedan ${seconds} segundos`,
    minutesLeft: ({ minutes }: { minutes: number }) =>
      minutes === 1 ? 'queda 1 minuto' : `quedan ${minutes} minutos`,
    storing: 'Guardando…',
    broken:
      'Se cortó la conexión y el envío no llegó completo. Sus archivos siguen aquí: revise su conexión y toque «Reintentar».',
    onlyThisRequest: 'Este enlace es personal y sirve solo para esta solicitud.',
    done: 'Ya puede cerrar esta página.',
  },

  file: {
    download: 'Descargar',
  },

  contact: {
    title: 'Sus datos',
    lead: 'Así lo tenemos registrado en el estudio.',
    name: 'Nombre',
    taxId: 'RUT',
    email: 'Correo principal',
    additionalEmails: 'Correos adicionales',
    additionalEmailsNote: 'Reciben los mismos avisos que usted.',
    phones: 'Teléfonos',
    address: 'Domicilio',
    none: 'Sin registrar',
    correct: '¿Algo no está al día? Avise al estudio y lo corregiremos.',
  },

  enter: {
    title: 'Ingresar al portal',
    lead: ({ firm }: { firm: string }) =>
      `${firm} comparte con usted el avance de sus asuntos y los documentos que necesita.`,
    for: ({ client }: { client: string }) => `Acceso de ${client}`,
    button: 'Ingresar',
    personal: 'Este enlace es personal: no lo reenvíe.',
    badTitle: 'Este enlace ya no sirve',
    bad: 'Puede que haya sido reemplazado por otro más reciente o que se haya copiado incompleto. Busque el último correo del estudio o pídale un enlace nuevo.',
  },

  start: {
    title: 'Portal de clientes',
    lead: 'Para ingresar, abra el enlace personal que su estudio jurídico le envió por correo.',
    lost: 'Si no lo encuentra, pídale al estudio que se lo envíe de nuevo.',
    left: 'Su sesión se cerró.',
  },

  reminders: {
    title: 'Recordatorios',
    lead: ({ firm }: { firm: string }) =>
      `${firm} le envía recordatorios por correo mientras haya documentos pendientes.`,
    stop: 'Dejar de recibir recordatorios',
    still: 'Seguirá recibiendo las novedades y las solicitudes de documentos.',
    stopped: 'No le enviaremos más recordatorios.',
    stoppedStill:
      'Si tiene algo pendiente, aún necesitamos que nos lo envíe. Si desea recibir recordatorios otra vez, avise al estudio.',
  },

  errors: {
    signedOutTitle: 'Debe ingresar primero',
    signedOut:
      'Su sesión terminó o aún no ha ingresado. Abra otra vez el enlace personal que el estudio le envió por correo.',
    missingTitle: 'No encontramos esta página',
    missing: 'Puede que la dirección esté incompleta o que ya no esté disponible.',
    foreignTitle: 'No pudimos aceptar este envío',
    foreign: 'El envío no provino de este portal. Vuelva a la página e intente de nuevo desde ahí.',
    brokenTitle: 'No pudimos mostrar esta página',
    broken: 'Es un problema nuestro y quedó registrado. Intente de nuevo en unos minutos.',
    reference: ({ reference }: { reference: string }) =>
      `Si vuelve a ocurrir, avise al estudio e indique la referencia ${reference}.`,
    home: 'Ir al inicio',
  },

  refusals: {
    fileEmpty: ({ name }: { name: string }) =>
      `«${name}» llegó vacío. Ábralo para comprobar que tiene contenido y adjúntelo de nuevo.`,
    fileTooLarge: ({ size }: { size: string }) =>
      `El envío supera ${size}. Envíe los archivos por separado o en una versión más liviana.`,
    tooManyFiles: ({ most }: { most: number }) =>
      `Son demasiados archivos a la vez. Envíe hasta ${most} y luego agregue los demás.`,
    nothingHandedIn: 'No había ningún archivo ni texto. Elija al menos un archivo o escriba su respuesta.',
    itemClosed: 'Este ítem ya está resuelto; no es necesario enviar nada más.',
    textTooLong: ({ most }: { most: string }) =>
      `El texto es muy largo. Puede tener hasta ${most} caracteres.`,
    unreadable: 'El envío llegó incompleto. Intente de nuevo.',
    notNow: 'Esto no se puede hacer en este momento. Si lo necesita, contacte al estudio.',
  },
}

/** What every language of the portal has to say. */
export type PortalWords = typeof portal
