/** Copy of the e-mails to clients; the reference the other two languages are typed by. Clients are addressed as usted. */
export const mail = {
  subjects: {
    news: ({ firm }: { firm: string }) => `${firm}: tiene una novedad`,
    urgentNews: ({ firm }: { firm: string }) => `${firm}: tiene una novedad urgente`,
    request: ({ firm }: { firm: string }) => `${firm}: documentos que necesitamos`,
    disregard: ({ firm }: { firm: string }) => `${firm}: no considere nuestro correo anterior`,
    cancelled: ({ firm }: { firm: string }) => `${firm}: ya no necesitamos sus documentos`,
    message: ({ firm }: { firm: string }) => `${firm}: respuesta a su mensaje`,
    waiting: ({ firm }: { firm: string }) => `${firm}: un correo que no pudimos comprobar`,
    tooLarge: ({ firm }: { firm: string }) => `${firm}: un correo demasiado pesado`,
    receipt: ({ firm }: { firm: string }) => `${firm}: recibimos su envío`,
    rejected: ({ firm }: { firm: string }) => `${firm}: un documento debe reenviarse`,
    reminder: ({ firm }: { firm: string }) => `${firm}: recordatorio de pendientes`,
    remindersStopped: ({ firm }: { firm: string }) => `${firm}: no le enviaremos más recordatorios`,
    invitePassword: ({ firm }: { firm: string }) => `${firm}: active su acceso`,
    inviteLink: ({ firm }: { firm: string }) => `${firm}: su acceso al portal`,
    newPassword: ({ firm }: { firm: string }) => `${firm}: cree una contraseña nueva`,
    passwordSet: ({ firm }: { firm: string }) => `${firm}: se creó su contraseña`,
    passwordChanged: ({ firm }: { firm: string }) => `${firm}: se cambió su contraseña`,
    code: ({ firm }: { firm: string }) => `${firm}: su código`,
    digest: ({ firm, count }: { firm: string; count: number }): string =>
      count === 1 ? `${firm}: 1 pendiente` : `${firm}: ${count} pendientes`,
  },

  greeting: {
    to: ({ name }: { name: string }) => `Estimado(a) ${name}`,
    toCompany: 'Estimados señores',
    end: ':',
    farewell: 'Atentamente,',
  },

  news: {
    lead: 'Le informamos una novedad de su asunto.',
    edited: 'Corregimos una novedad que le habíamos informado. Esta versión reemplaza a la anterior.',
    urgent: 'Es urgente: le pedimos confirmarnos que recibió este correo. Basta una breve respuesta.',
    reply: 'Puede responder a este correo.',
    confirm: 'Para confirmarnos que lo leyó, basta un clic:',
    confirmButton: 'Confirmar que lo leí',
    hearing: {
      calendar: 'Adjuntamos un archivo para agregarla a su calendario.',
      calendarOff: 'El archivo adjunto retira la audiencia de su calendario.',
      title: 'Audiencia',
      when: 'Cuándo',
      where: 'Dónde',
      bring: 'Qué llevar',
    },
  },

  request: {
    lead: 'Le agradeceremos enviarnos lo siguiente.',
    leadByDay: ({ day }: { day: string }) =>
      `Le agradeceremos enviarnos lo siguiente a más tardar el ${day}.`,
    leadOverdue: ({ day }: { day: string }) =>
      `Le agradeceremos enviarnos lo siguiente. La fecha solicitada era el ${day}.`,
    edited: 'Actualizamos lo que le habíamos solicitado; esta lista reemplaza a la anterior.',
    urgent: 'Es urgente: le pedimos confirmarnos que recibió este correo. Basta una breve respuesta.',
    nothingLeft: 'Por ahora no falta nada más de su parte. Muchas gracias.',
  },

  reply: {
    files: 'Basta responder a este correo adjuntando archivos o fotos legibles.',
    filesAndText:
      'Basta responder a este correo adjuntando archivos o fotos legibles. Lo que pedimos por escrito, puede escribirlo en la misma respuesta.',
    text: 'Basta responder a este correo y escribir ahí mismo lo que le pedimos.',
    paper: 'Lo que pedimos en papel, puede entregarlo en nuestra oficina.',
    upload: 'Si los archivos son muy pesados, o si le resulta más cómodo, puede subirlos aquí:',
    uploadButton: 'Subir archivos',
    password:
      'La contraseña de un documento se escribe solo en nuestra página, donde también puede subir archivos:',
    passwordButton: 'Escribir la contraseña',
  },

  items: {
    states: {
      pending: 'Pendiente',
      received: 'Recibido',
      approved: 'Conforme',
      rejected: 'Debe reenviarse',
      waived: 'No se requiere',
    },
    kinds: {
      text: 'respuesta por escrito',
      paper: 'original en papel',
      sign: 'para firmar',
    },
    issuedWithin: ({ days }: { days: number }) => `emitido en los últimos ${days} días`,
    because: ({ reason }: { reason: string }) => `Motivo: ${reason}`,
    more: ({ count }: { count: number }): string => (count === 1 ? 'y 1 más' : `y ${count} más`),
  },

  reasons: {
    illegible: 'no se lee bien',
    incomplete: 'está incompleto',
    expired: 'está vencido',
    wrong_document: 'no es el documento que necesitamos',
    unsigned: 'falta la firma',
    missing_reverse: 'falta el reverso',
  },

  cancelled: {
    lead: 'Ya no es necesario que nos envíe lo que le habíamos solicitado.',
    kept: 'Lo que ya nos haya enviado queda guardado en el estudio. Muchas gracias.',
    reply: 'Si tiene alguna duda, puede responder a este correo.',
  },

  disregard: {
    lead: 'Le pedimos no considerar nuestro correo anterior: se envió por error.',
    deleteIt: 'No tiene que hacer nada. Si aún lo tiene, le agradeceremos eliminarlo.',
    calendarAgain: 'El archivo adjunto deja la cita en su calendario como estaba antes.',
    calendarOff: 'El archivo adjunto retira de su calendario la cita que venía en él.',
  },

  hearingOff: {
    lead: 'Quedó sin efecto nuestro aviso sobre una cita: no considere la fecha que le informamos.',
    calendar: 'El archivo adjunto retira la cita de su calendario.',
    reply: 'Si tiene alguna duda, puede responder a este correo.',
  },

  message: {
    wrote: 'Usted nos escribió:',
  },

  waiting: {
    lead: 'Recibimos una respuesta a un correo nuestro, pero no pudimos comprobar que la haya enviado usted. Mientras tanto no cuenta como suya.',
    ifYours:
      'Si la envió usted o alguien de su confianza, le agradeceremos reenviarla desde esta misma dirección, respondiendo a este correo.',
    tooLarge:
      'Nos llegó un correo sobre una solicitud nuestra, pero es demasiado pesado y no pudimos recibir sus archivos.',
    inParts:
      'Si lo envió usted, le agradeceremos repartir los archivos en varios correos, respondiendo a este.',
    ifNot: 'Si no sabe de qué se trata, avísenos.',
  },

  receipt: {
    some: ({ received, total }: { received: number; total: number }) =>
      `Gracias. Recibimos ${received} de ${total}.`,
    all: ({ total }: { total: number }): string =>
      total === 1
        ? 'Gracias. Recibimos lo que le habíamos solicitado.'
        : `Gracias. Ya recibimos todo lo solicitado: ${total} de ${total}.`,
    unsureOnly: 'Gracias. Recibimos su envío y revisaremos a qué corresponde.',
    unusableOnly: 'Recibimos su correo, pero no pudimos usar lo que venía adjunto.',
    soFar: ({ received, total }: { received: number; total: number }) =>
      `Hasta ahora tenemos ${received} de ${total}.`,
    reviewNext: 'Lo revisaremos y le avisaremos si algo debe enviarse de nuevo.',
    arrived: 'Recibimos ahora',
    unsure: 'Recibimos también, y veremos a qué corresponde',
    unusable: 'No pudimos usar',
    missing: 'Falta',
    resend: 'Debe reenviarse',
  },

  unusable: {
    empty: 'llegó vacío; compruebe que el archivo se abre y envíelo de nuevo',
    encrypted:
      'tiene contraseña y no podemos abrirlo; escríbala en nuestra página, con el enlace de este correo. Por seguridad, no la envíe por correo',
    smime: 'su programa de correo lo cifró y no podemos leerlo; envíelo sin cifrar',
    winmail:
      'llegó como «winmail.dat», un formato de Outlook que no podemos abrir; envíelo como PDF o como foto',
    oversized: 'pesa demasiado para recibirlo por correo; envíelo en una versión más liviana',
    infected:
      'nuestro antivirus encontró un virus en él y no lo abrimos; revise su equipo y envíenos el documento de nuevo, por ejemplo como foto',
    archive: 'lo abrimos y recibimos lo que contiene',
    unsafe: 'es un archivo comprimido que no podemos abrir con seguridad; envíe los documentos sin comprimir',
    link: 'es un enlace y no un archivo; por seguridad no abrimos enlaces. Adjunte los archivos o súbalos en nuestra página',
    other: 'no pudimos abrirlo; envíelo como PDF o como foto',
  },

  rejected: {
    sent: ({ item }: { item: string }) => `«${item}»`,
    wrote: ({ item }: { item: string }) => `lo que nos escribió para «${item}»`,
    lead: ({ what, reason }: { what: string; reason: string }) =>
      `Recibimos ${what}, pero no podemos usarlo: ${reason}.`,
    leadWithNote: ({ what }: { what: string }) =>
      `Recibimos ${what}, pero no podemos usarlo por lo siguiente:`,
    leadPlain: ({ what }: { what: string }) => `Recibimos ${what}, pero no podemos usarlo.`,
    again: '¿Podría enviarlo nuevamente respondiendo a este correo?',
    againPaper: '¿Podría hacérnoslo llegar nuevamente?',
    ask: 'Si necesita saber más, pregúntenos respondiendo a este correo.',
    alsoMissing: 'También falta',
  },

  reminder: {
    lead: 'Aún nos falta lo siguiente. Si ya lo envió, no considere este mensaje.',
    due: ({ day }: { day: string }) => `Fecha solicitada: ${day}`,
    overdue: ({ day }: { day: string }) => `La fecha solicitada era el ${day}`,
    missing: ({ missing, total }: { missing: number; total: number }): string =>
      missing === 1 ? `Falta 1 de ${total}` : `Faltan ${missing} de ${total}`,
    stop: 'Para no recibir recordatorios, responda «no recordar».',
    stopByPage: 'También puede detenerlos aquí:',
    stopLink: 'Detener los recordatorios',
    /** What a client writes to be reminded no more; the mailto link of `List-Unsubscribe` writes it for them. */
    stopWords: 'no recordar',
  },

  stopped: {
    everywhere:
      'Como nos pidió, no enviaremos más recordatorios, tampoco a los correos adicionales que tengamos registrados.',
    here: 'Como nos pidió, no enviaremos más recordatorios a este correo. Los demás correos registrados los seguirán recibiendo.',
    still:
      'Seguiremos informándole las novedades y las solicitudes de documentos. Lo que esté pendiente, todavía lo necesitamos.',
    again: 'Si más adelante los quiere de vuelta, puede activarlos aquí:',
    againButton: 'Volver a recibir recordatorios',
  },

  invite: {
    lead: 'Le abrimos un acceso a nuestro portal de clientes, donde puede ver sus asuntos, su historial y lo que tenga pendiente.',
    password: 'Cree su contraseña aquí; el enlace sirve una sola vez.',
    passwordUntil: ({ day, time }: { day: string; time: string }) =>
      `Cree su contraseña aquí; el enlace sirve una sola vez y vence el ${day} a las ${time} horas.`,
    passwordButton: 'Crear mi contraseña',
    link: 'Ingrese con este enlace, sin contraseña. Es personal: no lo reenvíe.',
    linkUntil: ({ day, time }: { day: string; time: string }) =>
      `Ingrese con este enlace, sin contraseña; sirve hasta el ${day} a las ${time} horas. Es personal: no lo reenvíe.`,
    linkButton: 'Ingresar al portal',
    unexpected: 'Si no esperaba este acceso, no abra el enlace y avísenos.',
  },

  again: {
    passwordLead: 'Nos pidió crear una contraseña nueva para el portal de clientes.',
    passwordUntil: ({ day, time }: { day: string; time: string }) =>
      `Créela aquí; el enlace sirve una sola vez y vence el ${day} a las ${time} horas.`,
    passwordButton: 'Crear contraseña nueva',
    linkLead: 'Nos pidió su enlace para ingresar al portal de clientes.',
    unexpected: 'Si no lo pidió usted, no haga nada: su acceso sigue como estaba.',
  },

  passwordSet: {
    lead: 'Se creó la contraseña de su acceso a nuestro portal de clientes.',
    leadChanged: 'Se cambió la contraseña de su acceso a nuestro portal de clientes.',
    unexpected:
      'Si fue usted, no tiene que hacer nada. Si no fue usted, escríbanos cuanto antes para que cerremos ese acceso.',
  },

  code: {
    lead: 'Su código para abrir los archivos:',
    until: ({ time }: { time: string }) =>
      `Escríbalo en la página del portal donde se lo pidieron. Sirve hasta las ${time} horas.`,
    unexpected:
      'No se lo dé a nadie: el estudio nunca se lo pedirá. Si no lo pidió usted, avísenos: alguien podría haber entrado a su portal.',
  },

  /** To members. */
  digest: {
    lead: ({ day }: { day: string }) => `Esto está pendiente hoy, ${day}.`,
    mine: 'A su cargo',
    nobody: 'Sin responsable',
    toReview: 'Por revisar',
    overdue: 'Fuera de fecha',
    dueSoon: 'Con fecha próxima',
    waiting: 'Esperando al cliente',
    review: ({ items }: { items: number }): string => (items === 1 ? '1 ítem' : `${items} ítems`),
    missing: ({ missing, total }: { missing: number; total: number }): string =>
      missing === 1 ? `falta 1 de ${total}` : `faltan ${missing} de ${total}`,
    due: ({ day }: { day: string }) => `fecha solicitada: ${day}`,
    quarantined: ({ count }: { count: number }): string =>
      count === 1 ? 'Además, 1 correo por confirmar.' : `Además, ${count} correos por confirmar.`,
    failed: ({ count }: { count: number }): string =>
      count === 1
        ? 'Además, 1 correo que no llegó a su destinatario.'
        : `Además, ${count} correos que no llegaron a su destinatario.`,
    ask: 'En Slack puede revisarlo, recordar a los clientes o posponerlo:',
    button: 'Abrir en Slack',
    fewer: ({ firm }: { firm: string }) =>
      `Recibe este resumen por correo cada día hábil porque así lo dispuso ${firm}. Si prefiere no recibirlo, elija «No recibirlo» en los ajustes de Despacho, en Slack.`,
  },

  discreet: {
    news: 'Tenemos un mensaje para usted.',
    pending: 'Hay una solicitud nuestra que espera su respuesta.',
    again: 'Algo de lo que nos envió debe reenviarse.',
    received: 'Recibimos su envío. Gracias.',
    cancelled: 'Ya no es necesario que nos envíe lo que teníamos pendiente.',
    elsewhere: 'Para resguardar su privacidad, los detalles no van en este correo.',
    pageButton: 'Ver en la página segura',
    contactUs: 'Si desea conocerlos, contáctenos.',
  },

  /** To who may be written to in safety only: whoever sees the mail learns neither who sent it nor what it is about. */
  neutral: {
    sender: 'Mensajes',
    subject: 'Tiene un mensaje pendiente',
    codeSubject: 'Su código',
    farewell: 'Saludos cordiales.',
    invite: 'Le abrimos un acceso personal a una página segura, donde puede ver sus mensajes.',
    inviteUnexpected: 'Si no esperaba este acceso, no abra el enlace y avísenos.',
    passwordAgain: 'Nos pidió crear una contraseña nueva.',
    linkAgain: 'Nos pidió su enlace de acceso.',
    enterButton: 'Ingresar',
    passwordSet: 'Se creó la contraseña de su acceso.',
    passwordChanged: 'Se cambió la contraseña de su acceso.',
    code: 'Su código:',
    codeUntil: ({ time }: { time: string }) =>
      `Escríbalo en la página donde se lo pidieron. Sirve hasta las ${time} horas.`,
    codeUnexpected: 'No se lo dé a nadie: nunca se lo pediremos. Si no lo pidió usted, avísenos.',
    fewer: 'Si prefiere no recibir estos mensajes aquí, indíquelo respondiendo a este correo.',
  },

  footer: {
    reference: ({ reference }: { reference: string }) => `Referencia: ${reference}`,
    support: ({ contact }: { contact: string }) => `¿Dudas? Contáctenos: ${contact}`,
    supportByReply: '¿Dudas? Responda a este correo.',
    fewerReminders:
      'Le recordaremos lo que falte. Si prefiere no recibir recordatorios, responda «no recordar».',
    fewer: ({ firm }: { firm: string }) =>
      `Recibe este correo porque ${firm} usa esta dirección para enviarle sus avisos. Si prefiere no recibirlos aquí, indíquelo respondiendo a este correo y dejaremos de usarla.`,
    safety:
      'Nunca le pediremos que nos diga su contraseña ni le enviaremos datos bancarios por correo. Si este mensaje no es para usted, avísenos y elimínelo.',
    /** Stands before the small print, so that what is quoted of it in a reply can be told from the reply. */
    replyLine: 'Responda por encima de esta línea',
    code: ({ mark }: { mark: string }) => `Código de este correo: ${mark}`,
  },
}

/** What every language of the e-mails has to say. */
export type MailWords = typeof mail
