/** What people read while Despacho comes into a workspace, and they into the firm. */
export const install = {
  /** Of the Slack app, as its page in Slack shows it. */
  app: {
    description: 'Novedades, solicitudes y pendientes de sus clientes',
    about:
      'Despacho mantiene informados a los clientes del estudio y reúne sus documentos sin salir de Slack ni del correo. Desde aquí se publican novedades, se solicitan documentos y se revisa lo que llega; los clientes responden por correo y ven todo en su portal.',
    shortcuts: {
      news: 'Publicar novedad',
      newsHow: 'Informar algo a los clientes de una causa o asunto',
      request: 'Solicitar documentos',
      requestHow: 'Pedir documentos a los clientes de una causa o asunto',
      pending: 'Ver pendientes',
      pendingHow: 'Lo que espera por usted y por sus clientes',
      matter: 'Buscar causa o asunto',
      matterHow: 'Abrir la comunicación de una causa o asunto, o crear uno nuevo',
      client: 'Ver ficha de cliente',
      clientHow: 'Ver los datos, correos y causas de un cliente, o agregar uno nuevo',
      access: 'Ver accesos al portal',
      accessHow: 'Quién entra al portal, invitaciones y permisos',
      settings: 'Ajustes',
      settingsHow: 'Su ausencia, recordatorios, plantillas y datos del estudio',
      messageToNews: 'Publicar como novedad',
      messageToNewsHow: 'Informar a los clientes lo que dice este mensaje',
      messageToDocument: 'Archivar como documento',
      messageToDocumentHow: 'Guardar el archivo adjunto en una causa o asunto',
    },
  },

  pages: {
    title: 'Instalar Despacho en Slack',
    offer: ({ firm }: { firm: string }) =>
      `Con este enlace, Despacho se instala en el espacio de trabajo de Slack de ${firm}.`,
    offerHow:
      'Slack le pedirá elegir el espacio de trabajo y autorizar la aplicación. El enlace sirve para una sola instalación.',
    go: 'Continuar en Slack',
    plain:
      'Para instalar Despacho en un espacio de trabajo se necesita un enlace de instalación. Solicítelo a quien administra Despacho en su estudio.',
    plainAgain:
      'Si su espacio de trabajo ya estaba conectado y debe autorizarlo nuevamente, puede hacerlo aquí.',
    again: 'Autorizar nuevamente',
    installedTitle: 'Despacho quedó instalado',
    installed: ({ firm }: { firm: string }) => `El espacio de trabajo quedó conectado con ${firm}.`,
    installedNext: 'Puede cerrar esta página. En Slack, escriba /despacho para comenzar.',
    cancelledTitle: 'Instalación cancelada',
    cancelled: 'No se instaló nada. Si fue sin querer, abra nuevamente el enlace de instalación.',
    lateTitle: 'La instalación no pudo completarse',
    late: 'Pasó demasiado tiempo, se comenzó en otro navegador o ya había concluido. Abra nuevamente el enlace de instalación.',
    linkOverTitle: 'Este enlace ya no sirve',
    linkOver:
      'El enlace de instalación ya se usó o venció. Solicite otro a quien administra Despacho en su estudio.',
    ofAnotherTitle: 'Este espacio de trabajo pertenece a otro estudio',
    ofAnother:
      'Un espacio de trabajo de Slack se conecta con un solo estudio. No se cambió nada. Si es un error, consulte a quien administra Despacho.',
    unknownTitle: 'Este espacio de trabajo aún no está conectado',
    unknown:
      'Solo puede autorizarse nuevamente un espacio de trabajo que ya pertenece a un estudio. Para conectar uno nuevo, solicite un enlace de instalación a quien administra Despacho.',
    tooManyTitle: 'Demasiados intentos',
    tooMany: 'Desde su red se intentó instalar Despacho demasiadas veces. Inténtelo nuevamente en una hora.',
    orgWideTitle: 'Elija un solo espacio de trabajo',
    orgWide:
      'Despacho se instala en el espacio de trabajo del estudio, no en toda la organización. Abra nuevamente el enlace de instalación y elija un espacio de trabajo.',
    failedTitle: 'Slack no completó la instalación',
    failed: ({ reference }: { reference: string }) =>
      `Inténtelo nuevamente en unos minutos. Si se repite, indique este número a quien administra Despacho: ${reference}.`,
  },

  joining: {
    firstAdmin: ({ firm }: { firm: string }) =>
      `Despacho quedó instalado para ${firm}, que aún no tiene quien lo administre desde Slack.`,
    firstAdminHow:
      'Puede asumirlo usted: quien administra ve todas las causas y decide quién integra el equipo.',
    becomeAdmin: 'Administrar el estudio',
    yourself: ({ name, firm }: { name: string; firm: string }) => `¿Es usted ${name}, de ${firm}?`,
    yourselfHow:
      'Su correo en Slack coincide con el que tiene registrado el estudio. Si lo confirma, podrá trabajar desde aquí en nombre de esa persona; quedará registrado.',
    linkMe: 'Sí, soy yo',
    adminDecides: ({ name, firm }: { name: string; firm: string }) =>
      `Su correo en Slack coincide con el de ${name}, que administra ${firm}. Otro administrador debe confirmarlo.`,
    askAdmin: 'Pedir confirmación',
    asked: 'Ya se pidió la confirmación. Recibirá un mensaje aquí cuando respondan.',
    yourId: ({ chatUser }: { chatUser: string }) => `Su identificador en Slack es ${chatUser}.`,
    linked: ({ name, firm }: { name: string; firm: string }) =>
      `Listo: en ${firm} se le reconoce como ${name}. Escriba /despacho para comenzar.`,
    nowAdmin: ({ firm }: { firm: string }) =>
      `Listo: desde ahora administra ${firm}. Escriba /despacho para comenzar.`,
    over: 'Este ofrecimiento ya no está vigente. Escriba /despacho para ver qué puede hacer.',
    disconnected:
      'Despacho no está conectado con este espacio de trabajo. Pida a un administrador que lo instale nuevamente.',
  },

  notes: {
    linkAsked: ({ user, name }: { user: string; name: string }) => `${user} dice ser ${name}`,
    linkAskedHow:
      'Su correo en Slack coincide, pero administra el estudio: confírmelo solo si sabe que es la misma persona.',
    linkAccepted: ({ user, name }: { user: string; name: string }) => `Se confirmó que ${user} es ${name}`,
    linkRefused: ({ user, name }: { user: string; name: string }) => `No se confirmó que ${user} sea ${name}`,
    turned: {
      connected: ({ workspace }: { workspace: string }) =>
        `Despacho quedó conectado con el espacio de trabajo ${workspace}`,
      disconnected: ({ workspace }: { workspace: string }) =>
        `El espacio de trabajo ${workspace} ya no está conectado con Despacho`,
      by: ({ user, moment }: { user: string; moment: string }) => `Lo instaló ${user} · ${moment}`,
      removed: 'se desinstaló la aplicación.',
      voidToken: 'Slack dejó de aceptar su credencial.',
      again: 'Desde entonces quedó conectado nuevamente.',
      how: 'Mientras no se instale nuevamente, nadie recibe avisos ni puede trabajar desde ahí.',
    },
    confirmLink: 'Es la misma persona',
    refuseLink: 'No lo es',
    welcome: ({ name, firm }: { name: string; firm: string }) =>
      `Se confirmó que usted es ${name}, de ${firm}. Escriba /despacho para comenzar.`,
  },
}
