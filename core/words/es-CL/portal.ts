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
    hearingFile: 'Agregar a mi calendario',
    urgent: 'Urgente',
    confirm: 'Confirmar que lo leí',
    confirmed: 'Usted ya confirmó que lo leyó.',
    by: ({ author }: { author: string }) => `por ${author}`,
    search: 'Buscar en el historial',
    only: 'Filtrar por tipo',
    find: 'Buscar',
    found: ({ count, total }: { count: number; total: number }) =>
      count === 1 ? `1 resultado, de ${total} en total` : `${count} resultados, de ${total} en total`,
    everything: 'Ver todo el historial',
    notFound: 'No hay nada en el historial que coincida.',
    notFoundNext: 'Pruebe con otra palabra o con menos filtros.',
    kinds: {
      news: 'Novedad',
      request: 'Solicitud de documentos',
      answer: 'Su respuesta',
      message: 'Mensaje',
      'court-movement': 'Movimiento del tribunal',
      'manual-movement': 'Gestión del estudio',
      publication: 'Publicación oficial',
      task: 'Tarea del estudio',
      document: 'Documento',
    },
  },

  confirm: {
    title: 'Confirmar lectura',
    lead: ({ firm }: { firm: string }) =>
      `${firm} le envió un aviso urgente y necesita saber que usted lo leyó.`,
    button: 'Confirmar que lo leí',
    done: 'Gracias. El estudio ya sabe que usted lo leyó.',
    over: 'Ya no es necesario confirmar este aviso.',
    portal: 'Ir al portal',
    wanted: 'Hay un aviso urgente que le pedimos leer y confirmar.',
    see: 'Ver el aviso',
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
    /** Of what a member entered for them, by the road it had come. */
    roads: {
      mail: 'recibido por correo e ingresado por el estudio',
      whatsapp: 'recibido por WhatsApp e ingresado por el estudio',
      counter: 'entregado en el estudio',
      other: 'recibido e ingresado por el estudio',
    },
    paper: 'Entregue el original en papel en el estudio.',
    sign: 'Firme el documento que le entregamos y adjúntelo aquí ya firmado.',
    issuedWithin: ({ days }: { days: number }) => `Emitido en los últimos ${days} días.`,
    paperHeld: ({ day }: { day: string }) => `El estudio recibió su original el ${day}.`,
    paperReturned: ({ day }: { day: string }) => `Le devolvimos su original el ${day}.`,
    toSign: 'Descargue, firme y adjunte aquí este documento:',
    addMore: 'Agregar otro archivo',
    addToText: 'Agregar algo a su respuesta',
    answer: 'Su respuesta',
    sendAnswer: 'Enviar respuesta',
    thanks: ({ item }: { item: string }) => `Recibimos «${item}». Gracias.`,
  },

  upload: {
    /** For a member who hands in what came for a client by another road. */
    behalf: {
      title: 'Recibido para un cliente',
      lead: ({ client, road }: { client: string; road: string }) =>
        `De ${client}, recibido ${road}. Contará como su respuesta y quedará constancia de que la ingresó usted.`,
      done: ({ client }: { client: string }) =>
        `Quedó ingresado como respuesta de ${client}. Ya puede cerrar esta página.`,
      closed: 'Lo solicitado ya no admite respuestas. Puede cerrar esta página.',
      once: 'Este enlace es suyo, sirve una sola vez y vence media hora después de pedirlo.',
      over: 'Sirve una sola vez y por media hora. Pida otro desde el chat.',
      roads: { mail: 'por correo', whatsapp: 'por WhatsApp', counter: 'en persona', other: 'por otra vía' },
    },
    choose: 'Adjuntar archivo o foto',
    files: 'Archivos',
    drop: 'o arrastre los archivos hasta aquí',
    limits: ({ size }: { size: string }) => `PDF, fotos u otros documentos. Hasta ${size} por envío.`,
    add: 'Agregar otro',
    remove: ({ name }: { name: string }) => `Quitar ${name}`,
    send: ({ count }: { count: number }) => (count === 1 ? 'Enviar archivo' : `Enviar ${count} archivos`),
    sendPlain: 'Enviar archivos',
    retry: 'Reintentar',
    stop: 'Detener el envío',
    stopped: 'Envío detenido. El estudio no ha recibido nada; sus archivos siguen aquí.',
    starting: 'Enviando archivos…',
    progress: ({ sent, total }: { sent: string; total: string }) => `${sent} de ${total}`,
    secondsLeft: ({ seconds }: { seconds: number }) =>
      seconds === 1 ? 'queda 1 segundo' : `quedan ${seconds} segundos`,
    minutesLeft: ({ minutes }: { minutes: number }) =>
      minutes === 1 ? 'queda 1 minuto' : `quedan ${minutes} minutos`,
    storing: 'Guardando…',
    waiting: 'Se cortó la conexión. El envío seguirá solo apenas vuelva.',
    broken:
      'Se cortó la conexión y el envío no llegó completo. Sus archivos siguen aquí: revise su conexión y toque «Reintentar»; el envío seguirá desde donde quedó.',
    closedTitle: 'Este asunto ya terminó',
    closed: 'Ya no necesita enviarnos nada. Muchas gracias.',
    onlyThisRequest: 'Este enlace es personal y sirve solo para esta solicitud.',
    done: 'Ya puede cerrar esta página.',
  },

  file: {
    noPreview: 'No pudimos preparar una vista previa. El archivo está tal como se envió y puede descargarlo.',
    held: 'Recibido. Se podrá abrir cuando nuestro antivirus lo haya revisado.',
    withdraw: 'Retirar archivo',
    withdrawSure: ({ name }: { name: string }) =>
      `¿Retirar «${name}»? Se borrará y el estudio ya no lo verá.`,
    withdrawYes: 'Sí, retirar',
    withdrawn: 'Retiramos el archivo. El estudio ya no lo verá.',
    download: 'Descargar',
    view: 'Ver',
    close: 'Cerrar',
    trouble: 'No pudimos mostrar la imagen. Puede descargarla.',
  },

  /** Of documents that need a password: for the client who gives it, and for the member who looks at it. */
  locked: {
    title: 'Documentos con contraseña',
    lead: 'Lo que figura aquí ya lo recibimos, pero no se abre sin contraseña. Escríbala en esta página: se guarda cifrada y solo la ve el equipo a cargo. Por seguridad, no la envíe por correo.',
    label: ({ name }: { name: string }) => `Contraseña de «${name}»`,
    unnamed: ({ moment }: { moment: string }) => `Contraseña del documento recibido el ${moment}`,
    send: 'Entregar contraseña',
    given: ({ moment }: { moment: string }) => `Contraseña recibida el ${moment}`,
    again: 'Corregir la contraseña',
    thanks: 'Recibimos la contraseña. Avisamos al equipo a cargo para que abra el documento.',
    missing: 'Escriba la contraseña del documento.',
    wrong:
      'El documento no se abre con esa contraseña. Revise mayúsculas, puntos y guiones, y escríbala de nuevo.',
    member: {
      title: 'Documento con contraseña',
      lead: ({ name, client }: { name: string; client: string }) =>
        `${client} envió «${name}» y entregó su contraseña.`,
      show: 'Ver la contraseña',
      label: 'Contraseña',
      noted: 'En el historial de la causa queda constancia de quién la consulta y cuándo.',
      download: 'Descargar el documento',
      badTitle: 'Este enlace ya no abre el documento',
      bad: 'El enlace venció, el documento se borró o usted ya no tiene acceso a la causa. Abra el documento desde un mensaje más reciente del chat.',
    },
  },

  contact: {
    title: 'Sus datos',
    lead: 'Así lo tenemos registrado en el estudio.',
    name: 'Nombre',
    email: 'Correo principal',
    additionalEmails: 'Correos adicionales',
    additionalEmailsNote: 'Reciben los mismos avisos que usted.',
    phones: 'Teléfonos',
    address: 'Domicilio',
    none: 'Sin registrar',
    sheetOf: ({ client }: { client: string }) => `Datos de ${client}`,
    correctTitle: '¿Algo no está al día?',
    correctLabel: 'Qué debemos corregir',
    correctHint: 'Por ejemplo, un teléfono o un domicilio nuevo.',
    correctSend: 'Pedir corrección',
    correctSent: 'Recibimos lo que nos pidió corregir. El estudio lo revisará.',
    correctMissing: 'Escriba qué debemos corregir.',
    asked: 'Lo que pidió corregir',
    askedOn: ({ day }: { day: string }) => `Pedido el ${day}`,
    reviewing: 'Lo estamos revisando',
    corrected: ({ day }: { day: string }) => `Corregido el ${day}`,
    speech: 'Idioma y zona horaria',
    speechLead: 'Así le hablamos en este portal y en los correos.',
    language: 'Idioma del portal y de los correos',
    zone: 'Zona horaria',
    zones: {
      'Pacific/Easter': 'Isla de Pascua',
      'America/Rio_Branco': 'Acre (Río Branco)',
      'America/Manaus': 'Amazonas (Manaos)',
      'America/Santiago': 'Chile continental (Santiago)',
      'America/Punta_Arenas': 'Magallanes (Punta Arenas)',
      'America/Sao_Paulo': 'Brasilia y São Paulo',
      'America/Noronha': 'Isla Fernando de Noronha',
    },
    save: 'Guardar',
    saved: 'Guardado. Desde ahora le hablaremos así.',
    choose: 'Elija una opción de la lista.',
  },

  enter: {
    title: 'Ingresar al portal',
    lead: ({ firm }: { firm: string }) =>
      `Aquí puede ver cómo avanzan sus asuntos con ${firm} y enviar los documentos que le solicitemos.`,
    for: ({ client }: { client: string }) => `Acceso de ${client}`,
    button: 'Ingresar',
    personal: 'Este enlace es personal: no lo reenvíe.',
    sendAgain: 'Recibir mi enlace por correo',
    badTitle: 'Este enlace ya no sirve',
    bad: 'Puede que haya sido reemplazado por uno más reciente o que se haya copiado incompleto. Busque el último correo del estudio o pida que se lo enviemos de nuevo.',
    badOf: ({ firm }: { firm: string }) => `Era un enlace de ${firm}.`,
  },

  start: {
    title: 'Portal de clientes',
    login: 'Ingresar con correo y contraseña',
    forgot: 'Olvidé mi contraseña o no encuentro mi enlace',
    lead: 'Para ingresar, abra el enlace personal que su estudio jurídico le envió por correo.',
    left: 'Su sesión se cerró.',
  },

  login: {
    title: 'Ingresar al portal',
    email: 'Correo electrónico',
    password: 'Contraseña',
    button: 'Ingresar',
    forgot: 'Olvidé mi contraseña o no encuentro mi enlace',
    byLink: '¿Su estudio le envió un enlace personal? Ábralo desde el correo: no necesita contraseña.',
  },

  password: {
    title: 'Crear su contraseña',
    titleAgain: 'Crear una contraseña nueva',
    lead: ({ firm }: { firm: string }) => `Con ella entrará al portal de clientes de ${firm}.`,
    account: ({ email }: { email: string }) => `Su correo para ingresar: ${email}`,
    label: 'Contraseña',
    hint: ({ least }: { least: number }) =>
      `Al menos ${least} caracteres. Una frase de varias palabras es más segura y más fácil de recordar.`,
    show: 'Mostrar la contraseña',
    button: 'Guardar e ingresar',
    badTitle: 'Este enlace ya no sirve',
    bad: 'Sirve una sola vez y por tiempo limitado. Si ya creó su contraseña, ingrese con ella; si no, pida un enlace nuevo.',
    toLogin: 'Ingresar con mi contraseña',
    again: 'Pedir un enlace nuevo',
  },

  forgot: {
    title: 'Recuperar su acceso',
    lead: 'Escriba el correo en que recibe los avisos de su estudio. Le enviaremos ahí cómo ingresar.',
    button: 'Enviar',
    sentTitle: 'Revise su correo',
    sent: ({ email }: { email: string }) =>
      `Si hay un acceso registrado con ${email}, en unos minutos recibirá un correo con los pasos para ingresar.`,
    notThere: 'Si no llega, revise la carpeta de correo no deseado o contacte a su estudio.',
  },

  code: {
    title: 'Confirme que es usted',
    lead: ({ email }: { email: string }) =>
      `Este asunto es reservado. Antes de abrir sus archivos le enviaremos un código a ${email}.`,
    send: 'Enviar el código',
    label: 'Código de 6 dígitos',
    sent: ({ email }: { email: string }) =>
      `Enviamos el código a ${email}. Sirve durante 15 minutos. Si no llega, revise la carpeta de correo no deseado.`,
    button: 'Confirmar',
    again: 'Enviar otro código',
    doneTitle: 'Listo',
    done: 'En este dispositivo ya puede abrir los archivos de sus asuntos reservados.',
    open: 'Abrir el archivo',
  },

  preview: {
    title: 'Vista previa del portal',
    lead: ({ client }: { client: string }) =>
      `Verá el portal tal como lo ve ${client}, sin poder enviar ni cambiar nada. No quedará como visita del cliente.`,
    button: 'Ver como cliente',
    banner: ({ client }: { client: string }) =>
      `Vista previa: así ve ${client} su portal. No puede enviar ni cambiar nada.`,
    onlyYours: 'Los asuntos privados o de equipo que usted no puede ver no aparecen aquí.',
    end: 'Cerrar la vista previa',
    badTitle: 'Esta vista previa ya no está disponible',
    bad: 'El enlace sirve una sola vez y por diez minutos. Pida otro desde el chat.',
  },

  /** For a member, who comes from chat. */
  original: {
    title: 'Correo original',
    noSubject: 'Sin asunto',
    from: 'De',
    to: 'Para',
    cc: 'Con copia',
    sent: 'Enviado',
    received: 'Recibido',
    attachments: 'Adjuntos',
    more: ({ count }: { count: number }) => (count === 1 ? 'y 1 más' : `y ${count} más`),
    noText: 'Este correo no trae texto.',
    cut: 'El texto continúa: aquí se muestran sus primeros 500.000 caracteres. Completo está en el correo descargado.',
    unread: 'No pudimos mostrar este correo. Puede descargarlo y abrirlo con su programa de correo.',
    start: 'El correo superaba el tamaño permitido y solo se guardó su comienzo.',
    gone: 'Este correo ya no está guardado. Se elimina cuando alguien del estudio borra uno de sus archivos, o 30 días después de descartarlo.',
    save: ({ size }: { size: string }) => `Descargar correo (${size})`,
    saveNote: 'Archivo .eml, tal como llegó y con todos sus adjuntos. No abra lo que no esperaba.',
    notSaved: {
      held: 'No se puede descargar completo: el antivirus encontró algo en uno de sus archivos o todavía no lo revisa.',
      elsewhere:
        'No se puede descargar completo: uno de sus archivos está en una causa o asunto que usted no puede ver.',
    },
    badTitle: 'Este enlace no abre el correo',
    bad: 'Sirve por 14 días y solo mientras usted pueda ver la causa o el asunto. Si ya venció, pida a quien esté a cargo que le muestre el correo.',
  },

  reminders: {
    title: 'Recordatorios',
    lead: ({ firm }: { firm: string }) =>
      `${firm} le envía recordatorios por correo mientras haya documentos pendientes.`,
    stop: 'Dejar de recibir recordatorios',
    still: 'Seguirá recibiendo las novedades y las solicitudes de documentos.',
    stopped: 'No le enviaremos más recordatorios.',
    stoppedAt: ({ email }: { email: string }) => `No enviaremos más recordatorios a ${email}.`,
    stoppedStill: 'Si tiene algo pendiente, aún necesitamos que nos lo envíe.',
    askFirm: 'Si desea recibir recordatorios otra vez, avise al estudio.',
    again: 'Volver a recibir recordatorios',
    leadAt: ({ firm, email }: { firm: string; email: string }) =>
      `${firm} envía recordatorios a ${email} mientras haya documentos pendientes.`,
    onlyHere: 'Vale solo para este correo; los demás que tengamos registrados los seguirán recibiendo.',
    everywhere: 'Vale también para los correos adicionales que tengamos registrados.',
  },

  errors: {
    signedOutTitle: 'Debe ingresar primero',
    signedOut:
      'Su sesión terminó o aún no ha ingresado. Abra otra vez el enlace personal que el estudio le envió por correo.',
    missingTitle: 'No encontramos esta página',
    missing: 'Puede que la dirección esté incompleta o que ya no esté disponible.',
    foreignTitle: 'No pudimos aceptar este envío',
    foreign: 'El envío no provino de este portal. Vuelva a la página e intente de nuevo desde ahí.',
    notDoneTitle: 'No pudimos hacerlo',
    brokenTitle: 'No pudimos mostrar esta página',
    broken: 'Es un problema nuestro y quedó registrado. Intente de nuevo en unos minutos.',
    reference: ({ reference }: { reference: string }) =>
      `Si vuelve a ocurrir, avise al estudio e indique la referencia ${reference}.`,
    home: 'Ir al inicio',
  },

  refusals: {
    fileInfected: ({ name }: { name: string }) =>
      `Nuestro antivirus encontró un virus en «${name}» y no podemos usarlo. Si envió otros archivos, esos sí los recibimos. Revise su equipo y envíe el documento de nuevo, por ejemplo como foto.`,
    fileHeld:
      'Todavía no podemos mostrar este archivo: falta que nuestro antivirus lo revise. Inténtelo más tarde.',
    fileEmpty: ({ name }: { name: string }) =>
      `«${name}» llegó vacío. Ábralo para comprobar que tiene contenido y adjúntelo de nuevo.`,
    fileTooLarge: ({ size }: { size: string }) =>
      `El envío supera ${size}. Envíe los archivos por separado o en una versión más liviana.`,
    tooManyFiles: ({ most }: { most: number }) =>
      `Son demasiados archivos a la vez. Envíe hasta ${most} y luego agregue los demás.`,
    nothingHandedIn: 'No había ningún archivo ni texto. Elija al menos un archivo o escriba su respuesta.',
    itemClosed: 'Este ítem ya está resuelto; no es necesario enviar nada más.',
    tooManyCorrections: ({ most }: { most: number }) =>
      `Ya tiene ${most} correcciones en revisión. Cuando el estudio las resuelva, podrá pedir otra.`,
    textTooLong: ({ most }: { most: string }) =>
      `El texto es muy largo. Puede tener hasta ${most} caracteres.`,
    unreadable: 'El envío llegó incompleto. Intente de nuevo.',
    lookingOnly: 'Está en una vista previa: puede mirar, pero no enviar nada.',
    tooManyAttempts: ({ minutes }: { minutes: number }) =>
      minutes === 1
        ? 'Hubo demasiados intentos. Espere un minuto y vuelva a intentarlo.'
        : `Hubo demasiados intentos. Espere ${minutes} minutos y vuelva a intentarlo.`,
    wrongPassword: 'El correo o la contraseña no son correctos. Revíselos o cree una contraseña nueva.',
    passwordTooShort: ({ least }: { least: number }) =>
      `La contraseña debe tener al menos ${least} caracteres. Puede ser una frase fácil de recordar.`,
    passwordTooCommon:
      'Esa contraseña es fácil de adivinar. Use, por ejemplo, tres o cuatro palabras sin relación entre sí.',
    proofNeeded: 'Antes de abrir este archivo necesitamos confirmar que es usted.',
    wrongCode: 'Ese no es el código que le enviamos, o ya venció. Revíselo o pida otro.',
    notAnAddress: 'Revise la dirección de correo: parece incompleta.',
    notNow: 'Esto no se puede hacer en este momento. Si lo necesita, contacte al estudio.',
  },

  app: {
    shortName: 'Mi portal',
    asOf: ({ day, time }: { day: string; time: string }) =>
      `Sin conexión: así estaba el ${day} ${time.startsWith('01:') ? 'a la' : 'a las'} ${time}.`,
    offlineTitle: 'Sin conexión',
    offline: 'No pudimos abrir esta página porque no hay conexión a internet.',
    offlineKept: 'Los asuntos que abrió hace poco en este dispositivo sí se pueden leer:',
    retry: 'Reintentar',
  },

  push: {
    title: 'Avisos en este dispositivo',
    lead: 'Cuando haya algo nuevo, este dispositivo se lo puede avisar. El aviso no dice nada de su asunto. Los correos siguen llegando igual.',
    button: 'Avisarme en este dispositivo',
    dismiss: 'Ahora no',
    on: 'Este dispositivo le avisa cuando hay algo nuevo.',
    stop: 'Dejar de avisarme en este dispositivo',
    off: 'Este dispositivo ya no le avisará.',
    denied:
      'En este dispositivo los avisos del portal están bloqueados. Si los quiere, permítalos en la configuración del navegador.',
    unsupported:
      'Este navegador no permite recibir avisos. Seguiremos informándole por correo, como hasta ahora.',
    iphone:
      'En iPhone y iPad, primero agregue el portal a la pantalla de inicio: toque «Compartir» y luego «Agregar a inicio». Después ábralo desde ahí y vuelva a esta página.',
    failed: 'No se pudo. Revise su conexión e intente de nuevo.',
    message: 'Tiene un mensaje',
    ref: ({ reference }: { reference: string }) => `ref. ${reference}`,
    told: {
      newsPublished: 'Tiene una novedad',
      documentsRequested: 'Le pedimos documentos',
      answerRejected: 'Debe reenviar un documento',
      reminder: 'Tiene documentos pendientes',
    },
  },
}

/** What every language of the portal has to say. */
export type PortalWords = typeof portal
