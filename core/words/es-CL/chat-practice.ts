/** What chat says where practice is not as it should be: a send undone, a file in the wrong place, an answer that came by another road. */
export const practice = {
  undo: {
    button: 'Deshacer envío',
    again: 'Corregir y enviar de nuevo',
    may: 'Si fue un error, puede deshacerlo durante un minuto.',
    held: ({ seconds }: { seconds: string }) => `Sale en ${seconds} segundos.`,
    done: ({ cancelled, disregarded }: { cancelled: number; disregarded: number }) =>
      disregarded === 0
        ? cancelled === 0
          ? 'Se deshizo: sus clientes ya no lo ven.'
          : 'Se deshizo antes de salir: nadie recibió nada.'
        : disregarded === 1
          ? 'Se deshizo: sus clientes ya no lo ven. El correo ya había salido; enviamos otro para pedir que no se considere.'
          : `Se deshizo: sus clientes ya no lo ven. ${disregarded} correos ya habían salido; enviamos otros para pedir que no se consideren.`,
    doneEdit: ({ cancelled, disregarded }: { cancelled: number; disregarded: number }) =>
      disregarded === 0
        ? cancelled === 0
          ? 'Se deshizo el cambio: sus clientes leen de nuevo la versión anterior.'
          : 'Se deshizo el cambio antes de salir: nadie recibió el aviso.'
        : disregarded === 1
          ? 'Se deshizo el cambio: sus clientes leen de nuevo la versión anterior. El correo ya había salido; enviamos otro para pedir que no se considere.'
          : `Se deshizo el cambio: sus clientes leen de nuevo la versión anterior. ${disregarded} correos ya habían salido; enviamos otros para pedir que no se consideren.`,
    tooLate:
      'Ya pasó el minuto en que se podía deshacer. Puede editarlo o eliminarlo desde la comunicación de la causa.',
  },

  files: {
    menu: { move: 'Mover un archivo…', purge: 'Borrar un archivo…', release: 'Liberar sin antivirus…' },
    titles: { move: 'Mover archivo', purge: 'Borrar archivo', release: 'Liberar sin antivirus' },
    fields: {
      file: 'Archivo',
      to: 'Adónde corresponde',
      toHint: 'Busque por ítem, solicitud o causa',
      why: 'Por qué se borra',
      whyHint: 'Queda registrado con su nombre y la fecha.',
    },
    moveNow: 'Mover',
    releaseNow: 'Liberar de todos modos',
    releaseHow:
      'El antivirus no ha revisado este archivo. Si lo libera, quien tenga acceso podrá abrirlo, también el cliente en el portal. Hágalo solo si esperaba este archivo de esta persona; queda constancia de que lo liberó usted.',
    noneHeld: 'Ningún archivo está a la espera del antivirus.',
    released: 'El archivo quedó liberado y ya se puede abrir.',
    purgeNow: 'Borrar',
    documents: 'Documentos de la causa',
    documentsHow:
      'Entre los documentos lo ve todo cliente de la causa que tenga permiso para verlos. No se envía ningún correo.',
    purgeHow:
      'Se borra de inmediato y no se puede recuperar, tampoco el correo en que llegó. Queda constancia de quién lo borró, cuándo y por qué. Lo demás que envió el cliente se conserva.',
    none: 'No queda ningún archivo.',
    moved:
      'El archivo quedó en su lugar. Si el ítem de donde salió quedó sin nada, vuelve a estar pendiente.',
    purged: 'El archivo se borró. Si el ítem quedó sin nada, vuelve a estar pendiente.',
    nothingLeft: ({ client }: { client: string }) => `No queda nada de lo que envió ${client}`,
    gone: {
      moved: ({ name, by, why }: { name: string; by: string; why: string }) =>
        `${name}: ${by} lo movió a «${why}»`,
      toDocuments: ({ name, by }: { name: string; by: string; why: string }) =>
        `${name}: ${by} lo movió a los documentos`,
      purged: ({ name, by, why }: { name: string; by: string; why: string }) =>
        `${name}: ${by} lo borró (${why})`,
    },
  },

  onBehalf: {
    link: {
      how: ({ minutes }: { minutes: number }) =>
        `Si prefiere que los archivos no pasen por Slack, pida un enlace: sirve una vez, durante ${minutes} minutos, en este equipo o en un teléfono.`,
      button: 'Recibir por enlace',
      pickFirst: 'Elija primero el ítem, de quién es y cómo llegó.',
      ready: ({ minutes }: { minutes: number }) =>
        `Abra la página y adjunte los archivos. El enlace sirve una sola vez y vence en ${minutes} minutos.`,
      open: 'Abrir la página',
      onlyYours: 'Es solo para usted: quien lo tenga puede ingresar la respuesta en su nombre.',
    },
    button: 'Ingresar respuesta',
    title: 'Ingresar respuesta',
    how: 'Para lo que el cliente le hizo llegar a usted por otra vía. Cuenta como su respuesta y queda marcado que la ingresó el estudio.',
    fields: {
      item: 'Ítem',
      client: 'De quién',
      road: 'Cómo llegó',
      files: 'Archivos',
      text: 'Respuesta escrita',
      receipt: 'Acuse de recibo',
    },
    sendReceipt: 'Enviar al cliente un acuse por correo',
    roads: {
      mail: 'por correo',
      whatsapp: 'por WhatsApp',
      counter: 'en persona',
      other: 'por otra vía',
    },
    entered: ({ by, road }: { by: string; road: string }) => `Llegó ${road}; ingresado por ${by}`,
    working: 'Guardando los archivos…',
    done: ({ item }: { item: string }) =>
      `Quedó ingresada la respuesta a «${item}». Puede revisarla desde su mensaje.`,
    nothingOpen: 'No queda ningún ítem que admita respuestas.',
    noFile: ({ name }: { name: string }) =>
      `Slack no entregó «${name}». Vuelva a adjuntarlo; si se repite, quien administra el estudio debe autorizar otra vez la aplicación.`,
  },

  toPaste: {
    button: 'Texto para WhatsApp',
    title: 'Texto para WhatsApp',
    how: 'Copie el texto y péguelo en WhatsApp o en un mensaje. No dice de qué asunto se trata. Quien tenga el enlace puede entregar archivos en nombre del cliente: envíelo solo a su número.',
    text: ({ url }: { url: string }) =>
      `Hola, le dejo el enlace para hacernos llegar lo que está pendiente: ${url} Puede tomar fotos con el teléfono y subirlas ahí mismo. El enlace es personal; le pedimos no reenviarlo.`,
    done: 'Listo',
    safeContact:
      'Hay un cliente con contacto seguro: antes de escribirle por teléfono, confirme que nadie más lo lee.',
    nobody: 'Ya no hay ningún cliente a quien se le pida esto.',
    more: ({ count }: { count: number }) => (count === 1 ? 'Y 1 cliente más.' : `Y ${count} clientes más.`),
  },

  hearing: {
    deleteHint:
      'Si la audiencia aún no ocurre y ya se avisó, se enviará un correo que la retira del calendario del cliente.',
    tellHint:
      'Si cambia la audiencia, avise: así se actualiza también en el calendario de quien ya la recibió.',
    more: 'Agregar audiencia o urgencia',
    fields: {
      day: 'Audiencia: día',
      time: 'Hora',
      place: 'Lugar o enlace',
      placeHint: 'Por ejemplo: 2º Juzgado de Familia, sala 3; o el enlace de la videoaudiencia.',
      bring: 'Qué llevar',
    },
    urgent: 'Urgencia',
    urgentHint:
      'Si es urgente se le pide al cliente confirmar que lo leyó. Quien no confirme a tiempo aparece en sus mensajes, para llamarlo.',
    notUrgent: 'No es urgente',
    within: ({ hours }: { hours: number }) =>
      hours === 1 ? 'Urgente: confirmar en 1 hora' : `Urgente: confirmar en ${hours} horas`,
    incomplete: 'Una audiencia necesita día, hora y lugar.',
    line: ({ when, place }: { when: string; place: string }) => `Audiencia: ${when} · ${place}`,
    willConfirm: ({ hours }: { hours: number }) =>
      hours === 1
        ? 'Urgente: se le pide confirmar dentro de 1 hora.'
        : `Urgente: se le pide confirmar dentro de ${hours} horas.`,
    confirmedBy: ({ confirmed, of }: { confirmed: number; of: number }) =>
      confirmed === 0 ? 'Urgente: nadie ha confirmado' : `Urgente: confirmado por ${confirmed} de ${of}`,
    request: {
      unconfirmed: 'Una solicitud urgente sigue sin confirmar ni responder: conviene llamar',
      allConfirmed: 'La solicitud urgente ya está confirmada',
    },
    unconfirmed: 'Un aviso urgente sigue sin confirmar: conviene llamar',
    allConfirmed: 'El aviso urgente ya está confirmado',
    confirmedAt: ({ moment }: { moment: string }) => `confirmó el ${moment}`,
  },

  items: {
    kinds: { paper: 'original en papel', sign: 'para firmar' },
    issuedWithin: ({ days }: { days: number }) => `emitido en los últimos ${days} días`,
    /** What is special of an item, as it is typed in brackets at the end of its line. */
    marks: {
      paper: 'original',
      sign: 'firmar',
      issued: ({ days }: { days: number }) => `≤ ${days} días`,
    },
    menu: {
      receive: 'Recibir el original',
      return: 'Devolver el original',
      sign: 'Adjuntar lo que se firma',
      expiry: 'Indicar vencimiento',
    },
    titles: {
      receive: 'Recibir original',
      giveBack: 'Devolver original',
      toSign: 'Para firmar',
      expiry: 'Vencimiento',
    },
    fields: {
      whose: 'Quién lo entregó',
      kept: 'Dónde se guarda',
      keptHint: 'Por ejemplo: caja fuerte, carpeta 12. El cliente no lo ve.',
      returned: 'A quién se devuelve',
      returnedHint: 'Por ejemplo: a doña Rosa, en la oficina.',
      toSign: 'Documento para firmar',
      expires: 'Vence el',
      expiresHint: 'Se le avisará tres semanas antes, para pedirlo de nuevo. Vacío: no vence.',
    },
    receiveHow: 'Queda registrado que lo recibió usted, y cuándo. El cliente ve que el estudio lo tiene.',
    toSignHow:
      'El cliente lo descarga en el portal o en la página del enlace de su correo, y lo sube firmado.',
    attached: ({ item }: { item: string }) =>
      `El cliente ya puede descargar lo que debe firmar en «${item}».`,
    lines: {
      held: ({ by, where, moment }: { by: string; where: string; moment: string }) =>
        `Lo recibió ${by} el ${moment}. Se guarda en: ${where}`,
      returned: ({ to, moment }: { to: string; moment: string }) => `Devuelto el ${moment} a: ${to}`,
      toSign: ({ file }: { file: string }) => `Se firma: ${file}`,
      expires: ({ day }: { day: string }) => `Vence el ${day}`,
    },
    expiring: ({ day }: { day: string }) => `Un documento vence el ${day}`,
    renew: 'Pedirlo de nuevo',
    renewed: 'Ya se pidió de nuevo.',
  },
}
