import type { Widen } from '../widen.ts'
import { channels } from './chat-channels.ts'
import { clients } from './chat-clients.ts'
import { home } from './chat-home.ts'
import { install } from './chat-install.ts'
import { matters } from './chat-matters.ts'
import { messages } from './chat-messages.ts'
import { practice } from './chat-practice.ts'
import { evidence } from './chat-evidence.ts'
import { settings } from './chat-settings.ts'
import { shortcuts } from './chat-shortcuts.ts'
import { templates } from './chat-templates.ts'

/** Copy of the chat doors; the reference the other two languages are typed by. Members are addressed as usted. */
export const chat = {
  commands: {
    /** How each subcommand is called in this language. */
    names: {
      news: 'novedad',
      request: 'solicitar',
      pending: 'pendientes',
      matter: 'proceso',
      access: 'acceso',
      client: 'cliente',
      settings: 'ajustes',
      help: 'ayuda',
    },
    descriptions: {
      despacho: 'Novedades, solicitudes y pendientes de sus clientes',
      news: 'Publicar una novedad para el cliente',
      request: 'Solicitar documentos al cliente',
      pending: 'Ver lo que está pendiente',
      matter: 'Abrir la comunicación de una causa o asunto',
    },
    hint: '[causa, cliente o rol]',
    helpTitle: 'Qué puede hacer desde aquí',
    help: {
      news: 'publica una novedad: se envía al cliente por correo y queda en el portal',
      request: 'solicita documentos; el cliente los entrega respondiendo al correo',
      pending: 'muestra lo que está pendiente de usted y de sus clientes',
      matter: 'abre la comunicación de una causa o asunto, o crea uno nuevo',
      access: 'muestra los accesos de sus clientes al portal: agregar, invitar, editar o quitar',
      client: 'abre la ficha de un cliente (datos, correos adicionales y causas) o agrega uno nuevo',
      settings:
        'muestra los ajustes: su ausencia, las plantillas y, para quien administra, el estudio y su equipo',
      help: 'muestra esta ayuda',
    },
    helpWords:
      'Después del comando puede escribir parte del nombre de la causa, del cliente o el rol: si hay una sola coincidencia, el formulario se abre con ella.',
    unknown: ({ word }: { word: string }) => `No conozco «${word}».`,
    nothing: 'Escriba qué desea hacer.',
  },

  buttons: {
    approve: 'Aprobar',
    reject: 'Rechazar',
    review: 'Revisar',
    confirm: 'Confirmar',
    accept: 'Aceptar',
    acceptAndAdd: 'Aceptar y agregar correo',
    discard: 'Descartar',
    publish: 'Publicar novedad',
    request: 'Solicitar documentos',
    hide: 'Ocultar a clientes',
    show: 'Mostrar a clientes',
    remind: 'Recordar ahora',
    snooze: 'Posponer 7 días',
    remindAgain: 'Volver a recordar',
    correctionDone: 'Hecho',
    items: 'Ver ítems',
    waive: 'No requerir',
    open: 'Ver comunicación',
    look: 'Ver',
    correct: 'Corregir',
    moreItems: 'Agregar otro campo para más ítems',
    next: 'Ver más',
    back: 'Volver',
    send: 'Enviar',
    goOn: 'Continuar',
    save: 'Guardar',
    cancel: 'Cancelar',
    close: 'Cerrar',
    menu: {
      edit: 'Editar',
      delete: 'Eliminar',
      remind: 'Recordar ahora',
      items: 'Ver ítems',
      cancel: 'Anular solicitud',
    },
  },

  fields: {
    matter: 'Causa o asunto',
    matterHint: 'Busque por nombre, cliente o rol',
    text: 'Novedad',
    textHint: 'Qué desea informar al cliente',
    title: 'Título',
    titleHint: 'Por ejemplo: antecedentes para la posesión efectiva',
    details: 'Detalle',
    items: 'Qué se necesita',
    itemsHint:
      'Un documento por línea. Termine la línea con ? si basta una respuesta escrita. También puede terminarla con (original) si lo necesita en papel, (firmar) si el cliente debe firmarlo o (≤ 90 días) si debe ser reciente.',
    itemsPart: ({ part, of }: { part: number; of: number }) => `Qué se necesita (${part} de ${of})`,
    itemsGoOn: 'Continúe aquí. Cada ítem debe quedar completo en un mismo campo.',
    due: 'Fecha solicitada',
    audience: 'A quién se avisa',
    ifHidden: 'La causa está oculta. ¿Qué desea hacer?',
    tellAgain: '¿Avisar de nuevo a los clientes?',
    tellCancelled: '¿Avisar a los clientes?',
    reason: 'Motivo',
    reasonHint: 'Elija un motivo',
    note: 'Nota para el cliente',
    noteHint: 'Se envía tal como la escriba',
  },

  choices: {
    show: 'Mostrar la causa ahora y avisar',
    keep: 'Guardar sin avisar; la causa sigue oculta',
    tell: 'Sí, enviar un correo',
    quiet: 'No, solo guardar el cambio',
    tellCancelled: 'Sí, avisar que ya no es necesario',
    quietCancelled: 'No avisar',
    noneOfThese: 'Ninguno de estos',
    whichItem: 'Elija el ítem',
  },

  titles: {
    news: 'Publicar novedad',
    confirm: 'Revise antes de enviar',
    newsEdit: 'Editar novedad',
    newsDelete: 'Eliminar novedad',
    request: 'Solicitar documentos',
    requestEdit: 'Editar solicitud',
    requestDelete: 'Eliminar solicitud',
    requestCancel: 'Anular solicitud',
    communication: 'Comunicación',
    items: 'Ítems de la solicitud',
    review: 'Revisar respuestas',
    reject: 'Rechazar respuesta',
    quarantine: 'Correo por confirmar',
    pending: 'Pendientes',
    done: 'Listo',
    notDone: 'No fue posible',
  },

  confirm: {
    willTell: ({ names, mails }: { names: string; mails: number }) =>
      mails === 0
        ? `No se enviará ningún correo: no hay una dirección vigente de ${names}.`
        : `Se avisará a ${names} (${mails === 1 ? '1 correo' : `${mails} correos`}).`,
    manyClients: ({ count }: { count: number }) => `${count} clientes`,
    noAddress: 'sin dirección vigente',
    visible: ({ accesses }: { accesses: number }) =>
      accesses === 0 ? 'Visible en el portal, aunque nadie tiene acceso todavía.' : 'Visible en el portal.',
    hidden: 'La causa está oculta: sus clientes no la ven en el portal.',
    restricted: 'En el portal, solo para accesos con causas restringidas.',
    sensitive: 'Es una causa reservada: el correo lleva solo un enlace al portal.',
    due: ({ day }: { day: string }) => `Fecha solicitada: ${day}`,
    noDue: 'Sin fecha solicitada',
    written: 'respuesta escrita',
    delete: {
      news: 'La novedad desaparecerá para los clientes. Los correos que ya salieron no se pueden recuperar.',
      request:
        'La solicitud desaparecerá para los clientes y no habrá más recordatorios. Los correos que ya salieron no se pueden recuperar.',
    },
    cancel: 'No se pedirá nada más al cliente. Lo que ya envió se conserva.',
    hideTitle: '¿Ocultar la causa?',
    hide: 'Sus clientes dejarán de verla en el portal y no recibirán recordatorios. Sus respuestas por correo se seguirán recibiendo.',
    showTitle: '¿Mostrar la causa?',
    show: 'Sus clientes volverán a verla en el portal. No se envía ningún correo.',
    discardTitle: '¿Descartar este correo?',
    discard: 'Sus archivos no se agregarán a la causa. Quien lo envió no recibe aviso.',
    waiveTitle: '¿Dejar de requerir este ítem?',
    waive: 'Ya no se pedirá al cliente. Lo que haya enviado se conserva.',
  },

  done: {
    sent: ({ mails }: { mails: number }) =>
      mails === 0
        ? 'Guardado. No se envió ningún correo.'
        : mails === 1
          ? 'Enviado: 1 correo.'
          : `Enviado: ${mails} correos.`,
    kept: 'Guardado sin avisar a nadie.',
    saved: 'Cambio guardado.',
    savedAndSent: ({ mails }: { mails: number }) =>
      mails === 1 ? 'Cambio guardado. Enviado: 1 correo.' : `Cambio guardado. Enviado: ${mails} correos.`,
    reminded: ({ clients }: { clients: number }) =>
      clients === 0
        ? 'No hay a quién recordar por ahora.'
        : clients === 1
          ? 'Recordatorio enviado.'
          : `Recordatorio enviado a ${clients} clientes.`,
    snoozed: ({ day }: { day: string }) => `Recordatorios pospuestos hasta el ${day}.`,
    hidden: 'La causa quedó oculta para sus clientes.',
    shown: 'La causa quedó visible para sus clientes.',
    rejected: ({ item }: { item: string }) => `Se rechazó «${item}» y se avisará al cliente.`,
    reviewed: 'No queda nada por revisar.',
  },

  matter: {
    reference: ({ reference }: { reference: string }) => `ref. ${reference}`,
    hidden: 'oculta',
    closed: 'cerrada',
    visibleState: 'Visible para sus clientes',
    hiddenState: 'Oculta para sus clientes',
    restrictedState: 'En el portal, solo para accesos con causas restringidas',
    closedState: 'Cerrada: no admite novedades ni solicitudes',
    clients: ({ names }: { names: string }) => `Clientes: ${names}`,
    noClients: 'Sin clientes',
    several: 'Hay más de una coincidencia. Elija la causa.',
    none: ({ words }: { words: string }) => `No se encontró ninguna causa ni asunto con «${words}».`,
  },

  access: {
    titles: {
      list: 'Accesos al portal',
      add: 'Agregar acceso',
      edit: 'Editar acceso',
      remove: 'Quitar acceso',
      look: 'Ver como cliente',
    },
    buttons: {
      see: 'Ver accesos',
      add: 'Agregar acceso',
      edit: 'Editar',
      invite: 'Enviar invitación',
      inviteAgain: 'Enviar la invitación otra vez',
      remove: 'Quitar',
      removeOnly: ({ client }: { client: string }) => `Quitar solo lo de ${client}`,
      extend: ({ name }: { name: string }) => `Es la misma persona: extender el acceso de ${name}`,
      extendYes: 'Extender el acceso',
      look: 'Ver como cliente',
    },
    /** What each kind of access does, wherever one is named. */
    kinds: {
      account: 'Con contraseña: el cliente la crea con un enlace que recibe por correo',
      link: 'Por enlace: entra sin contraseña con su enlace personal',
    },
    categories: {
      'court-movements': 'movimientos del tribunal',
      'manual-movements': 'gestiones del estudio',
      tasks: 'tareas del estudio',
      publications: 'publicaciones oficiales',
      documents: 'documentos',
    },
    matters: { private: 'causas privadas', team: 'causas de equipo' },
    state: {
      notInvited: 'Sin invitar',
      invited: ({ moment }: { moment: string }) => `Invitación enviada el ${moment}`,
      entered: 'Ya ingresó',
      lastSeen: ({ moment }: { moment: string }) => `última visita el ${moment}`,
    },
    /** News and requests are always theirs; `what` is what else. */
    sees: ({ what }: { what: string }) =>
      what === '' ? 'Ve solo novedades y solicitudes' : `Ve novedades y solicitudes, y además: ${what}`,
    clients: ({ names }: { names: string }) => `Cliente: ${names}`,
    ofAll: 'Accesos de todos los clientes',
    of: ({ names }: { names: string }) => `Accesos de ${names}`,
    none: 'Aún no hay accesos. El primero aparecerá aquí, con su estado.',
    several: 'Hay más de una coincidencia. Elija el cliente.',
    notFound: ({ words }: { words: string }) => `No se encontró ningún cliente con «${words}».`,
    fields: {
      client: 'Cliente',
      clientHint: 'Busque por nombre, RUT o correo',
      clientOptional: 'Déjelo vacío para ver los accesos de todos los clientes.',
      kind: 'Tipo de acceso',
      name: 'Nombre',
      nameHint: 'De quien usará el acceso. Si lo deja vacío, será el nombre del cliente.',
      email: 'Correo',
      emailHint: 'No se envía nada hasta que usted envíe la invitación.',
      can: 'Qué puede ver',
      canHint: 'Las novedades y solicitudes dirigidas al cliente las ve siempre.',
      matters: 'Causas restringidas',
      mattersHint:
        'Sin marcar, el cliente no ve las causas privadas ni las de equipo. Puede marcarlas quien las ve todas, o quien administra el estudio.',
    },
    clientMissing: 'Elija un cliente.',
    editNow:
      'Los cambios rigen de inmediato: quien esté conectado deberá ingresar de nuevo. Si cambia el correo, el enlace y la contraseña anteriores dejan de servir y habrá que enviar otra invitación.',
    taken: ({ whose }: { whose: string }) =>
      `Ese correo ya tiene un acceso: el de ${whose}. Pida otra dirección.`,
    extendHow:
      'Si es la misma persona, por ejemplo quien es además dueño de la empresa, puede extender el acceso que ya tiene.',
    extendTitle: '¿Es la misma persona?',
    extendSure: ({ name, client }: { name: string; client: string }) =>
      `${name} verá con el mismo acceso también lo de ${client}, con los mismos permisos. Si está en el portal, deberá ingresar de nuevo. No se envía ningún correo.`,
    extended: ({ name, client }: { name: string; client: string }) =>
      `El acceso de ${name} ahora abre también lo de ${client}.`,
    added: ({ name }: { name: string }) => `Se creó el acceso de ${name}. Todavía no se le ha enviado nada.`,
    invited: ({ email }: { email: string }) => `Invitación enviada a ${email}.`,
    edited: 'Cambio guardado. Quien estaba conectado deberá ingresar de nuevo.',
    removeHow:
      'Este acceso deja de abrir el portal de inmediato: la sesión termina y el enlace o la contraseña ya no sirven. El historial se conserva. Después podrá crear otro acceso con el mismo correo.',
    removed: 'Se quitó el acceso.',
    narrowed: ({ name, client }: { name: string; client: string }) =>
      `El acceso de ${name} ya no abre lo de ${client}.`,
    look: {
      how: 'Cada enlace sirve una vez, durante diez minutos. Muestra el portal tal como lo ve el cliente, sin poder actuar por él, y queda registrado.',
      usual: 'Aún no tiene acceso. Así vería la causa con el acceso habitual.',
      noAccess: 'Aún no tiene acceso.',
      sees: 'Ve esta causa.',
      nobody: 'Esta causa no tiene clientes.',
      why: {
        other_side: 'No ve esta causa: es la contraparte.',
        shared: 'No ve esta causa: el mismo acceso es también de la contraparte.',
        hidden: 'No ve esta causa: está oculta para sus clientes.',
        private: 'No ve esta causa: es privada, y el acceso no incluye causas privadas.',
        team: 'No ve esta causa: es de equipo, y el acceso no incluye causas de equipo.',
        parent: 'No ve esta causa: le llegaría por la causa de la que nace, y esa no la puede ver.',
      },
    },
  },

  client: clients,
  matters,

  home,

  channels,

  shortcuts,

  install,

  templates,

  settings,
  evidence,

  practice,

  messages,

  communication: {
    news: ({ count }: { count: number }) => (count === 0 ? 'Novedades' : `Novedades (${count})`),
    noNews: 'Aún no hay novedades. La primera aparecerá aquí y en el portal del cliente.',
    requests: ({ count }: { count: number }) => (count === 0 ? 'Solicitudes' : `Solicitudes (${count})`),
    noRequests: 'Aún no hay solicitudes. Aquí verá qué falta y qué llegó.',
    history: 'Historial',
    /** Of lists that begin with the newest. */
    buttons: { older: 'Ver anteriores', newer: 'Ver más recientes' },
    edited: 'editada',
    unannounced: 'sin avisar',
    missing: ({ missing, total }: { missing: number; total: number }) =>
      missing === 0
        ? 'No falta nada'
        : missing === 1
          ? `Falta 1 de ${total}`
          : `Faltan ${missing} de ${total}`,
    missingItems: ({ count }: { count: number }) => (count === 1 ? 'Falta 1 ítem' : `Faltan ${count} ítems`),
    toReview: ({ count }: { count: number }) => `${count} por revisar`,
    due: ({ day }: { day: string }) => `para el ${day}`,
    fulfilled: 'Completa',
    cancelled: 'Anulada',
  },

  deliveries: {
    accepted: ({ count }: { count: number }) => (count === 1 ? '1 enviado' : `${count} enviados`),
    queued: ({ count }: { count: number }) => `${count} por salir`,
    bounced: ({ count }: { count: number }) => (count === 1 ? '1 rebotado' : `${count} rebotados`),
    failed: ({ count }: { count: number }) => (count === 1 ? '1 sin entregar' : `${count} sin entregar`),
    cancelled: ({ count }: { count: number }) => (count === 1 ? '1 anulado' : `${count} anulados`),
    opened: ({ count }: { count: number }) => `${count} con enlace abierto`,
    seen: ({ count }: { count: number }): string =>
      count === 1 ? '1 visto en el portal' : `${count} vistos en el portal`,
  },

  item: {
    states: {
      pending: 'Pendiente',
      received: 'Recibido',
      approved: 'Aprobado',
      rejected: 'Rechazado',
      waived: 'No requerido',
    },
    by: ({ state, name }: { state: string; name: string }) => `${state} por ${name}`,
  },

  reasons: {
    illegible: 'No se lee bien',
    incomplete: 'Está incompleto',
    expired: 'Está vencido',
    wrong_document: 'No es el documento solicitado',
    unsigned: 'Falta la firma',
    missing_reverse: 'Falta el reverso',
    other: 'Otro motivo (escriba la nota)',
  },

  documents: {
    view: 'ver como imagen',
    joined: ({ photos }: { photos: number }) => `Las ${photos} fotos en un solo PDF`,
    inside: ({ count, list }: { count: number; list: string }) =>
      count === 1
        ? `contiene ${list}`
        : count === 0
          ? 'no contiene nada'
          : `contiene ${count} archivos: ${list}`,
    moreInside: ({ count }: { count: number }) => `y ${count} más`,
    closed: {
      encrypted: 'tiene contraseña',
      unsafe: 'no se puede abrir con seguridad: descárguelo solo si confía en quien lo envió',
      broken: 'está dañado',
    },
  },

  held: {
    down: 'en espera: el antivirus aún no lo revisa',
    limits: 'en espera: el antivirus no pudo revisarlo completo',
  },

  flags: {
    empty: 'llegó vacío',
    encrypted: 'tiene contraseña',
    unlocked: 'tiene contraseña; el cliente ya la entregó',
    smime: 'está cifrado',
    winmail: 'no se pudo abrir',
    oversized: 'es demasiado grande',
    infected: 'tiene un virus; nadie puede abrirlo',
    archive: 'se abrió; lo que trae aparece aparte',
    unsafe: 'no se puede abrir con seguridad',
    link: 'es un enlace, no un archivo',
    other: 'no se pudo leer',
  },

  notes: {
    answersWithdrawn: ({ client }: { client: string }) => `${client} retiró lo que había enviado`,
    answersArrived: ({ client, items }: { client: string; items: number }) =>
      items === 0
        ? `${client} envió archivos`
        : items === 1
          ? `${client} respondió 1 ítem`
          : `${client} respondió ${items} ítems`,
    via: {
      mail: 'por correo',
      portal: 'por el portal',
      member: 'ingresado por el equipo',
    },
    received: ({ received, total }: { received: number; total: number }) =>
      received === 1 ? `Recibido 1 de ${total}` : `Recibidos ${received} de ${total}`,
    unsure: ({ file }: { file: string }) => `¿A qué ítem corresponde ${file}?`,
    suggestion: ({ item }: { item: string }) => `Parece ser «${item}».`,
    setAside: 'Sin ítem',
    moreFiles: ({ count }: { count: number }) => (count === 1 ? 'y 1 más' : `y ${count} más`),
    messageArrived: ({ client }: { client: string }) => `${client} escribió`,
    aboutNews: 'en respuesta a una novedad',
    aboutRequest: 'en respuesta a una solicitud',
    quarantined: 'Un correo espera su decisión',
    quarantineAccepted: 'Correo aceptado',
    quarantineAdded: 'Correo aceptado y dirección agregada',
    quarantineDiscarded: 'Correo descartado',
    decidedBy: ({ name }: { name: string }) => `por ${name}`,
    sender: ({ from }: { from: string }) => `De ${from}`,
    subject: ({ subject }: { subject: string }) => `Asunto: ${subject}`,
    noSubject: 'Sin asunto',
    forRequest: ({ title }: { title: string }) => `Para «${title}»`,
    forwardedFrom: ({ from }: { from: string }) => `Según el reenvío, lo escribió ${from}.`,
    quarantineReasons: {
      from_member: 'Lo reenvió alguien del estudio. Una vez confirmado, contará como respuesta del cliente.',
      no_match:
        'Viene de un correo del cliente, pero no se sabe con certeza a qué solicitud responde. Contará como respuesta solo si usted lo indica.',
      unknown_sender: 'La dirección no está entre los correos del cliente.',
      unproven: 'La dirección es conocida, pero nada prueba que el correo venga de ella.',
      failed_proof: 'La verificación del remitente falló: puede no ser quien dice ser.',
      forged: 'La dirección de respuesta fue alterada.',
      expired_address: 'La dirección de respuesta ya venció.',
      revoked_address:
        'La dirección de respuesta ya no vale: quien la recibió dejó de estar entre los destinatarios.',
      automatic_with_files: 'Es una respuesta automática, pero trae archivos.',
      not_addressed:
        'No fue enviado a nuestra dirección de respuesta: puede ser una copia oculta o un correo que alguien más hizo llegar.',
      unreadable: 'El correo no se pudo leer. Si corresponde, pida al remitente que lo envíe de nuevo.',
      too_large:
        'El correo es demasiado pesado para recibirlo aquí. Quedó en el buzón, en la carpeta de cuarentena. Si respondía a una solicitud, ya avisamos al cliente cómo enviar los archivos; si no, pida al remitente que los suba con el enlace del correo de la solicitud.',
    },
    unmatched:
      'No se pudo saber de qué causa trata, así que no se puede aceptar. Si corresponde, pida a quien lo envió que responda al correo de la solicitud.',
    deliveryFailed: ({ email }: { email: string }) => `No se pudo entregar un correo a ${email}`,
    deliveryDoubted: ({ email }: { email: string }) => `Un aviso dice que un correo a ${email} no llegó`,
    deliveryDoubtedHow:
      'No se pudo comprobar que el aviso venga de un servidor de correo; puede ser falso. Se le seguirá escribiendo a esa dirección. Si tiene dudas, confírmelo con el destinatario.',
    deliveryReason: ({ reason }: { reason: string }) => `El servidor respondió: ${reason}`,
    deadAddress:
      'La dirección no existe o no recibe correos. No se le enviará nada más hasta que la corrija.',
    mailboxTrouble: ({ mailbox }: { mailbox: string }) => `Hay un problema con el buzón ${mailbox}`,
    mailboxWell: ({ mailbox }: { mailbox: string }) => `Se restableció la lectura del buzón ${mailbox}`,
    mailboxTroubles: {
      login_refused: 'El servidor de correo no acepta la clave o la autorización.',
      unreachable: 'El servidor de correo no responde.',
      folder_missing: 'La carpeta que se debe leer no existe o no se puede abrir.',
      not_taken: 'El servidor no entrega algunos correos.',
      not_moved: 'Los correos se leen, pero no se pueden mover a su carpeta.',
      not_stored: 'Los correos no se pueden guardar aquí.',
    },
    mailboxHow: 'Los correos siguen en el buzón y nada se pierde. Avise a quien administra Despacho.',
    remindersEnded: 'Terminaron los recordatorios y aún falta lo solicitado',
    remindersStopped: ({ client }: { client: string }) => `${client} pidió no recibir recordatorios`,
    remindersStoppedHow:
      'Las solicitudes siguen abiertas. Si es necesario, puede llamar al cliente o enviarle un recordatorio puntual.',
    remindersStoppedAt: ({ client, email }: { client: string; email: string }) =>
      `${client}: en ${email} pidieron no recibir recordatorios`,
    remindersStoppedAtHow:
      'Vale solo para esa dirección; los demás correos del cliente los siguen recibiendo.',
    remindersResumed: 'Se volvieron a activar los recordatorios',
    remindersResumedByClient: 'Se volvieron a activar los recordatorios a pedido de quien los había detenido',
    passwordGiven: 'El cliente entregó la contraseña de un documento',
    passwordHow: 'la contraseña se ve al abrir el documento',
    correctionAsked: ({ client }: { client: string }) => `${client} pide corregir sus datos`,
    correctionDone: ({ client }: { client: string }) => `Datos de ${client} corregidos`,
    correctionHow: 'Corrija la ficha y luego márquelo como hecho; el cliente lo verá en el portal.',
    mattersTaken: ({ from, count }: { from: string; count: number }) =>
      count === 1
        ? `Usted está ahora a cargo de una causa de ${from}`
        : `Usted está ahora a cargo de ${count} causas de ${from}`,
    mattersTakenHow:
      'Le llegan desde ahora sus respuestas, pendientes y recordatorios. Lo que esperaba revisión va a continuación.',
    digest: ({ day }: { day: string }) => `Pendientes al ${day}`,
  },

  pending: {
    nothing: 'No hay nada pendiente.',
    toReview: ({ count }: { count: number }) => `Por revisar (${count})`,
    overdue: ({ count }: { count: number }) => `Fuera de fecha (${count})`,
    dueSoon: ({ count }: { count: number }) => `Con fecha próxima (${count})`,
    waiting: ({ count }: { count: number }) => `Esperando al cliente (${count})`,
    quarantined: ({ count }: { count: number }) => `Correos por confirmar (${count})`,
    failed: ({ count }: { count: number }) => `Correos sin entregar (${count})`,
    items: ({ count }: { count: number }) =>
      count === 1 ? '1 ítem por revisar' : `${count} ítems por revisar`,
    since: ({ moment }: { moment: string }) => `desde el ${moment}`,
    more: ({ count }: { count: number }) => (count === 1 ? 'y 1 más' : `y ${count} más`),
  },

  events: {
    matterAdded: 'Causa creada',
    matterEdited: 'Causa modificada',
    matterHidden: 'Causa oculta para los clientes',
    matterShown: 'Causa visible para los clientes',
    matterClosed: 'Causa cerrada',
    matterReopened: 'Causa reabierta',
    matterHandedOver: 'Causa entregada a otra persona del equipo',
    channelLinked: 'Canal vinculado',
    channelUnlinked: 'Canal desvinculado',
    channelHeld: 'Avisos de vuelta por mensaje directo',
    newsPublished: 'Novedad publicada',
    newsEdited: 'Novedad editada',
    newsDeleted: 'Novedad eliminada',
    fileMoved: 'Archivo movido',
    filePurged: 'Archivo borrado',
    photosJoined: 'Fotos reunidas en un documento',
    archiveListed: 'Archivo comprimido abierto',
    fileScanned: 'Archivo revisado en busca de virus',
    fileInfected: 'Virus encontrado en un archivo',
    fileReleased: 'Archivo retenido liberado',
    passwordGiven: 'Contraseña de un documento entregada',
    passwordShown: 'Contraseña de un documento consultada',
    newsConfirmed: 'Novedad urgente confirmada',
    newsUnconfirmed: 'Novedad urgente sin confirmar',
    paperReceived: 'Original recibido',
    paperReturned: 'Original devuelto',
    toSignAttached: 'Documento para firmar adjuntado',
    expirySet: 'Vencimiento indicado',
    itemExpiring: 'Documento por vencer',
    itemRenewed: 'Documento pedido de nuevo',
    editTakenBack: 'Cambio deshecho',
    newsTakenBack: 'Novedad deshecha',
    requestConfirmed: 'Lectura de la solicitud confirmada',
    requestUnconfirmed: 'Solicitud urgente sin confirmar',
    requestTakenBack: 'Solicitud deshecha',
    disregardSent: 'Aviso al cliente para que no considere un correo',
    documentsRequested: 'Documentos solicitados',
    requestEdited: 'Solicitud editada',
    requestDeleted: 'Solicitud eliminada',
    requestCancelled: 'Solicitud anulada',
    requestFulfilled: 'Solicitud completa',
    itemWaived: 'Ítem no requerido',
    behalfLinkMade: 'Enlace para ingresar una respuesta',
    linkToPasteMade: 'Enlace de entrega dado por teléfono',
    answerReceived: 'Respuesta recibida',
    fileWithdrawn: 'Archivo retirado por el cliente',
    answerApproved: 'Respuesta aprobada',
    answerRejected: 'Respuesta rechazada',
    fileSettled: 'Archivo clasificado',
    messageReceived: 'Mensaje recibido',
    messageAnswered: 'Mensaje respondido',
    messageAnswerTakenBack: 'Respuesta a un mensaje deshecha',
    waitingMailTold: 'Correo pendiente avisado al cliente',
    quarantineEscalated: 'Correo por confirmar avisado a quienes administran',
    mailNoted: 'Correo automático recibido',
    mailQuarantined: 'Correo en espera de confirmación',
    quarantineDecided: 'Correo por confirmar resuelto',
    addressBounced: 'Dirección de correo rechazada',
    correctionAsked: 'Corrección de datos solicitada',
    correctionSettled: 'Corrección de datos hecha',
    languageChosen: 'Idioma o zona horaria elegidos por el cliente',
    deliveryFailed: 'Correo sin entregar',
    deliveryDoubted: 'Aviso de correo no entregado, sin comprobar',
    entryAdded: 'Registro agregado',
    accessAdded: 'Acceso creado',
    accessEdited: 'Acceso modificado',
    accessInvited: 'Invitación enviada',
    accessRemoved: 'Acceso eliminado',
    accessEntered: 'Ingreso al portal',
    clientPreviewed: 'Portal visto como cliente',
    fileOpened: 'Archivo abierto',
    reminderSent: 'Recordatorio enviado al cliente',
    reminderAsked: 'Recordatorio solicitado',
    remindersSnoozed: 'Recordatorios pospuestos',
    remindersStopped: 'Recordatorios detenidos',
    remindersResumed: 'Recordatorios reactivados',
    remindersEnded: 'Recordatorios terminados',
  },

  verdicts: {
    approved: ({ by }: { by: string }) => `Ya lo aprobó ${by}.`,
    rejected: ({ by }: { by: string }) => `Ya lo rechazó ${by}.`,
    accepted: ({ by }: { by: string }) => `Ya lo aceptó ${by}.`,
    discarded: ({ by }: { by: string }) => `Ya lo descartó ${by}.`,
    other: ({ by }: { by: string }) => `Ya lo resolvió ${by}.`,
    somebody: 'otra persona',
  },

  refusals: {
    notFound: 'No se encontró, o usted no tiene acceso a esto.',
    notAMember:
      'Despacho es solo para integrantes del estudio. Si usted lo es, pida a quien administra el estudio que agregue su cuenta.',
    notAllowed: 'Su rol no permite hacer esto. Pídaselo a quien administra el estudio.',
    lastAdmin: 'Es la única persona que administra el estudio. Nombre primero a otra.',
    successorMissing: ({ count }: { count: number }) =>
      count === 1
        ? 'Tiene 1 causa a su cargo. Elija quién la recibe.'
        : `Tiene ${count} causas a su cargo. Elija quién las recibe.`,
    notInTeam: ({ name }: { name: string }) =>
      `${name} no integra ese equipo. Elija a otra persona o pida el cambio a quien administra el estudio.`,
    nobodyToTell: 'No hay a quién avisar: ningún cliente puede recibir este aviso.',
    matterHidden: 'La causa está oculta para sus clientes. Muéstrela primero, o guarde esto sin avisar.',
    matterClosed: 'La causa está cerrada y no admite nada nuevo.',
    dueInThePast: ({ today }: { today: string }) => `La fecha ya pasó. Hoy es ${today}.`,
    notADay: 'Esa fecha no existe.',
    textMissing: 'Falta completar este campo.',
    textTooLong: ({ most, is }: { most: string; is: string }) =>
      `El texto es muy largo: tiene ${is} caracteres y caben ${most}.`,
    itemTooLong: ({ item, most, is }: { item: string; most: string; is: string }) =>
      `El ítem ${item} es muy largo: tiene ${is} caracteres y caben ${most}.`,
    itemsMissing: 'Escriba al menos un ítem, uno por línea.',
    tooManyItems: ({ most, is }: { most: string; is: string }) =>
      `Son ${is} ítems y caben ${most}. Divida la solicitud en dos.`,
    itemClosed: 'Este ítem ya está resuelto o llegó una respuesta más nueva.',
    itemAnswered: 'Ya hay respuestas del cliente: no se puede eliminar, solo dejar de requerir.',
    requestOver: 'Esta solicitud ya terminó.',
    addressTaken: 'Ese correo ya tiene un acceso. Pida otra dirección.',
    beyondOwnSight:
      'Para incluir causas privadas o de equipo debe verlas todas usted. Pídaselo a quien administra el estudio.',
    notAnAddress: ({ address }: { address: string }) => `«${address}» no es una dirección de correo.`,
    notAValue: ({ value }: { value: string }) => `«${value}» no es una opción válida.`,
    relationCycle: 'Una causa no puede depender de sí misma.',
    nothingHandedIn: 'No hay ningún archivo ni texto.',
    fileInfected: ({ name }: { name: string }) =>
      `El antivirus encontró un virus en «${name}». Nadie puede abrirlo.`,
    fileHeld: 'El antivirus aún no revisa este archivo, y mientras tanto nadie puede abrirlo.',
    fileEmpty: ({ name }: { name: string }) => `«${name}» está vacío.`,
    fileTooLarge: ({ name, most }: { name: string; most: string }) => `«${name}» supera ${most}.`,
    tooManyFiles: ({ most }: { most: string }) => `Son demasiados archivos; caben ${most}.`,
    reasonMissing: 'Elija un motivo. Si es otro, escríbalo en la nota.',
    richTextInvalid: 'El texto trae un formato que no se puede enviar. Escríbalo de nuevo sin pegarlo.',
    alreadyExists: ({ value }: { value: string }) => `«${value}» ya existe.`,
    matterMissing: 'Elija una causa o asunto.',
    tooSlow: 'Slack no alcanzó a abrir el formulario. Intente de nuevo.',
    broken: ({ reference }: { reference: string }) =>
      `No se pudo completar y quedó registrado. Si vuelve a ocurrir, indique la referencia ${reference}.`,
  },
}

/** What every language of the chat doors has to say. */
export type ChatWords = Widen<typeof chat>
