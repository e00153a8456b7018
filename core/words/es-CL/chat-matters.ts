/** What people read where clients and matters are written down, and where a matter is kept. */
export const matters = {
  titles: {
    newClient: 'Nuevo cliente',
    newMatter: 'Nueva causa o asunto',
    details: 'Detalles',
    clients: 'Clientes',
    close: 'Cerrar',
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
    closeYes: 'Cerrar',
  },
  fields: {
    title: 'Carátula o nombre',
    titleHint: 'Por ejemplo: Fuentes con Inmobiliaria Los Aromos.',
    number: 'Rol',
    numberHint: 'Como lo escribe el tribunal. Por ejemplo: C-1234-2025.',
    kind: 'Tipo',
    clients: 'Clientes',
    clientsHint: 'A quienes representa el estudio. Ellos reciben los avisos.',
    otherSide: 'Parte contraria',
    otherSideHint: 'Solo si también es cliente del estudio. No verá nada ni recibirá avisos.',
    responsible: 'Responsables',
    responsibleHint: 'Les llega lo que ocurra aquí.',
    responsibleChange:
      'Les llega lo que ocurra aquí. Retirar a otra persona corresponde a quien administra el estudio.',
    visibility: 'Quién puede verla en el estudio',
    alias: 'Referencia',
    aliasHint: 'Nombre neutro para los correos y el chat. Vacío: una clave de seis caracteres.',
    sensitive: 'Reserva',
    sealedTitle: 'No se muestra aquí porque es reservada. Escriba solo si desea cambiarlo.',
    additional: 'Correos adicionales',
    additionalHint: 'Uno por línea. Reciben los mismos avisos.',
  },
  choices: {
    court: 'Causa: se tramita en un tribunal',
    internal: 'Asunto: no se tramita en un tribunal',
    firm: 'Todo el estudio',
    private: 'Solo sus responsables',
    team: ({ name }: { name: string }) => `Equipo ${name}`,
    sensitive: 'Es reservada',
    sensitiveHow: 'Los correos llevan solo un enlace; el chat, solo la referencia.',
  },
  clientsOf: 'Elija de quién desea ver la ficha.',
  closeHow: 'Seguirá a la vista y no admitirá novedades ni solicitudes. Puede reabrirla cuando quiera.',
  closeRequests: ({ count }: { count: number }) =>
    count === 1
      ? 'Tiene 1 solicitud abierta: se anula. Lo que el cliente ya envió se conserva.'
      : `Tiene ${count} solicitudes abiertas: se anulan. Lo que el cliente ya envió se conserva.`,
  done: {
    clientAdded: 'Cliente agregado. Ahora puede crear su causa o asunto.',
    created: 'Ya está creada. Puede publicar la primera novedad.',
    createdUnseen: 'Ya está creada. La ven sus responsables y quienes administran el estudio.',
    closed: 'Quedó cerrada.',
    reopened: 'Quedó abierta de nuevo. Lo que se anuló al cerrarla sigue anulado.',
    handedOn: 'Cambio guardado. Desde ahora la ven solo sus responsables y quienes administran el estudio.',
  },
  refusals: {
    clientsMissing: 'Elija al menos un cliente.',
    bothSides: ({ name }: { name: string }) => `${name} no puede estar en ambas partes.`,
    wrongTaxId: ({ taxId }: { taxId: string }) =>
      `El dígito verificador de «${taxId}» no corresponde. Revíselo.`,
    numberTaken: ({ number, matter }: { number: string; matter: string }) =>
      `Ya hay una causa abierta con el rol ${number}: «${matter}». Si es de otro tribunal, agréguelo al rol.`,
  },
}
