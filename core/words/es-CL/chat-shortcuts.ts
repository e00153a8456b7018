/** What people read of the shortcuts that Slack offers with a message, and when Slack was too slow. */
export const shortcuts = {
  again: 'Intentar de nuevo',
  loading: 'Un momento…',
  emptyMessage: 'Ese mensaje no tiene texto que publicar.',
  document: {
    title: 'Archivar documento',
    how: 'El archivo queda como documento de la causa. No se envía ningún aviso.',
    files: 'Archivos',
    name: 'Nombre del documento',
    nameHint: 'Si lo deja vacío, será el nombre del archivo.',
    noFiles: 'Ese mensaje no trae archivos.',
    outside: 'Slack no da acceso a ese archivo: está guardado en otro servicio o ya se borró.',
    working: 'Guardando los archivos. Esto puede tardar un momento.',
    done: ({ count }: { count: number }) =>
      count === 1 ? 'Quedó guardado como documento.' : `Quedaron guardados ${count} documentos.`,
  },
}
