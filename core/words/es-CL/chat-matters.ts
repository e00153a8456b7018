/** What people read where clients and matters are written down, and where a matter is kept. */
export const matters = {
  titles: {
    newClient: 'Nuevo cliente',
    newMatter: 'Nueva causa o asunto',
    details: 'Detalles',
    clients: 'Clientes',
    close: 'Cerrar causa o asunto',
  },
  buttons: {
    newClient: 'Nuevo cliente',
    newMatter: 'Nueva causa o asunto',
    add: 'Agregar',
    create: 'Crear',
    details: 'Detalles',
    clients: 'Ficha del cliente',
    close: 'Cerrar causa o asunto',
    reopen: 'Reabrir causa o asunto',
    closeYes: 'Cerrar causa o asunto',
  },
  fields: {
    title: 'Carátula o nombre',
    titleHint: 'Por ejemplo: Fuentes con Inmobiliaria Los Aromos.',
    number: 'Rol o RIT',
    numberHint: 'Como lo escribe el tribunal. Por ejemplo: C-1234-2025.',
    kind: 'Tipo',
    clients: 'Clientes',
    clientsHint:
      'A quienes representa el estudio: reciben los avisos. Revíselo bien; después no se puede cambiar.',
    otherSide: 'Parte contraria',
    otherSideHint: 'Solo si también es cliente del estudio. No verá nada ni recibirá avisos.',
    responsible: 'Responsables',
    responsibleHint: 'Les llega lo que ocurra aquí.',
    responsibleChange:
      'Les llega lo que ocurra aquí. Retirar a otra persona corresponde a quien administra el estudio.',
    visibility: 'Quién puede verla en el estudio',
    visibilityHint:
      'Quienes administran el estudio ven todas. Si no elige «Todo el estudio», los clientes la ven en el portal solo si su acceso incluye causas restringidas.',
    alias: 'Referencia',
    aliasHint: 'Nombre neutro para los correos y el chat. Vacío: un código de seis caracteres.',
    sensitive: 'Reserva',
    sealedTitle: 'No se muestra aquí porque es reservada. Escriba solo si desea cambiarlo.',
    additional: 'Correos adicionales',
    additionalHint: 'Uno por línea. Reciben los mismos avisos.',
  },
  choices: {
    court: 'Causa: se tramita en un tribunal',
    internal: 'Asunto: no se tramita en un tribunal',
    firm: 'Todo el estudio',
    private: 'Sus responsables y quienes administran el estudio',
    team: ({ name }: { name: string }) => `Equipo ${name}`,
    sensitive: 'Es reservada',
    sensitiveHow: 'Los correos llevan solo un enlace; el chat, solo la referencia.',
  },
  clientsOf: 'Elija de quién desea ver la ficha.',
  closeHow:
    'Se podrá seguir consultando, pero no admitirá novedades ni solicitudes. Si sus clientes la ven en el portal, pasará a «Terminados». Puede reabrirla cuando quiera.',
  closeRequests: ({ count }: { count: number }) =>
    count === 1
      ? 'Tiene 1 solicitud abierta, que se anulará. Lo que el cliente ya envió se conserva.'
      : `Tiene ${count} solicitudes abiertas, que se anularán. Lo que el cliente ya envió se conserva.`,
  done: {
    clientAdded: 'Cliente agregado. Ahora puede crear su causa o asunto.',
    created: 'Quedó creada. Ya puede publicar la primera novedad.',
    createdUnseen:
      'Quedó creada. Como usted no está entre sus responsables, solo la ven esas personas y quienes administran el estudio.',
    closed: 'Quedó cerrada.',
    reopened: 'Quedó abierta de nuevo. Lo que se anuló al cerrarla sigue anulado.',
    handedOn: 'Cambio guardado. Desde ahora la ven solo sus responsables y quienes administran el estudio.',
  },
  refusals: {
    clientsMissing: 'Elija al menos un cliente.',
    bothSides: ({ name }: { name: string }) => `${name} no puede estar en ambas partes.`,
    wrongTaxId: ({ taxId }: { taxId: string }) =>
      `El dígito verificador de «${taxId}» no corresponde. Revíselo.`,
    taxIdTaken: ({ taxId, name }: { taxId: string; name: string }) =>
      `Ya hay un cliente con el RUT ${taxId}: ${name}. Búsquelo en vez de agregarlo de nuevo.`,
    numberTaken: ({ number, matter }: { number: string; matter: string }) =>
      `Ya hay una causa abierta con el rol ${number}: «${matter}». Si la suya es de otro tribunal, agregue el tribunal después del rol.`,
  },
}
