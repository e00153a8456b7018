/** What the news says; read again in the portal. */
export const newsText =
  'El tribunal recibió la causa a prueba.\nAhora corresponde reunir los documentos; le escribiremos con la lista.'

/** What Rosa is asked for: one item her first file names, one that her second names, and what is left for her photograph. */
export const asked = {
  title: 'Documentos para la prueba',
  details: 'Pueden ser fotos, mientras se lean bien.',
  items: ['Cédula de identidad', 'Comprobante de domicilio', 'Certificado de dominio vigente'],
}
