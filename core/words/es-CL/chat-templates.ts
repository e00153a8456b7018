/** What chat says of templates. */
export const templates = {
  titles: {
    list: 'Plantillas',
    add: 'Nueva plantilla',
    edit: 'Editar plantilla',
    remove: 'Eliminar plantilla',
  },
  buttons: { add: 'Nueva plantilla', edit: 'Editar', remove: 'Eliminar' },
  fields: {
    pick: 'Plantilla',
    pickHint: 'Complete el formulario desde una plantilla',
    name: 'Nombre de la plantilla',
    nameHint: 'Así la verá el equipo al elegirla. El cliente no lo ve.',
    days: 'Días para responder',
    daysHint:
      'Días corridos desde que se solicita. Si cae en día inhábil, pasa al siguiente hábil. Vacío: sin fecha.',
  },
  how: 'Sirven a todo el estudio al solicitar documentos.',
  readOnly:
    'Sirven a todo el estudio al solicitar documentos. Las modifican abogados y quien administra el estudio.',
  none: 'Aún no hay plantillas. La primera aparecerá aquí y en el formulario de solicitud.',
  variables:
    'Puede usar {cliente}, {asunto}, {fecha} y {estudio}: al solicitar se reemplazan por lo que corresponda.',
  items: ({ count }: { count: number }) => (count === 1 ? '1 ítem' : `${count} ítems`),
  due: ({ days }: { days: number }) =>
    days === 0 ? 'para el mismo día' : days === 1 ? 'para el día siguiente' : `a ${days} días`,
  saved: ({ name }: { name: string }) => `Plantilla «${name}» guardada.`,
  removeHow: 'No se ofrecerá más. Las solicitudes que se hicieron con ella no cambian.',
  removed: 'Plantilla eliminada.',
}
