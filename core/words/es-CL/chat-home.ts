/** What people read in the app's home in Slack. */
export const home = {
  buttons: {
    news: 'Publicar novedad',
    request: 'Solicitar documentos',
    matter: 'Causas y asuntos',
    client: 'Clientes',
    access: 'Accesos al portal',
    settings: 'Ajustes',
    all: 'Ver todo',
    overview: 'Volver al resumen',
  },
  titles: {
    toReview: ({ count }: { count: string }) => `Por revisar (${count})`,
    overdue: ({ count }: { count: string }) => `Fuera de fecha (${count})`,
    quarantined: ({ count }: { count: string }) => `Correos por confirmar (${count})`,
    failed: ({ count }: { count: string }) => `Correos sin entregar (${count})`,
  },
  moreThan: ({ count }: { count: string }) => `más de ${count}`,
  nothing: 'No hay nada que espere por usted.',
  noneLeft: 'Ya no queda nada en esta lista.',
  activity: 'Actividad reciente',
  asOf: ({ moment }: { moment: string }) => `Al ${moment}. Se actualiza al abrir esta pestaña.`,
  wayIn: 'Para comenzar, escriba `/despacho ayuda` en cualquier conversación.',
}
