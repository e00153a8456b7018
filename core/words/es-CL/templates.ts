/** A checklist that a new firm finds ready; `items` as they are typed, a question mark asking for words instead of a file. */
export type FirstTemplate = {
  name: string
  title: string
  details: string
  items: string[]
  dueInDays: number
}

/** What a Chilean law office asks its clients for most. */
export const templates: FirstTemplate[] = [
  {
    name: 'Antecedentes para demanda laboral',
    title: 'Antecedentes para su demanda laboral',
    details:
      'Para preparar la demanda necesitamos los documentos que se indican. Si no tiene alguno, díganoslo en su respuesta y veremos cómo obtenerlo. Le pedimos no firmar nada antes de conversarlo con nosotros.',
    items: [
      'Cédula de identidad por ambos lados',
      'Contrato de trabajo y sus anexos',
      'Últimas seis liquidaciones de sueldo',
      'Carta de aviso de término de contrato',
      'Finiquito, si lo hay, aunque no lo haya firmado',
      'Certificado de cotizaciones previsionales (AFP)',
      'Certificado de cotizaciones del seguro de cesantía (AFC)',
      'Reclamo y acta de comparendo ante la Inspección del Trabajo',
      '¿Qué labores cumplía y en qué horario?',
      '¿Quiénes podrían declarar como testigos?',
    ],
    dueInDays: 7,
  },
  {
    name: 'Inscripción de inmueble',
    title: 'Antecedentes para la inscripción del inmueble',
    details:
      'Con estos antecedentes revisaremos los títulos y prepararemos la inscripción en el Conservador de Bienes Raíces. Los certificados deben tener menos de 30 días.',
    items: [
      'Cédula de identidad por ambos lados de cada compareciente',
      'Copia autorizada de la escritura',
      'Copia de la inscripción de dominio con certificado de vigencia',
      'Certificado de hipotecas, gravámenes, interdicciones y prohibiciones',
      'Certificado de avalúo fiscal (SII)',
      'Certificado de deuda de contribuciones (Tesorería)',
      'Certificado de número municipal',
      'Certificado de no expropiación municipal y del SERVIU',
      '¿Estado civil y régimen matrimonial?',
    ],
    dueInDays: 10,
  },
  {
    name: 'Posesión efectiva',
    title: 'Antecedentes para la posesión efectiva',
    details:
      'Necesitamos estos documentos para solicitar la posesión efectiva de la herencia y confeccionar el inventario de bienes.',
    items: [
      'Certificado de defunción',
      'Libreta de familia o certificado de matrimonio de la persona fallecida',
      'Certificado de nacimiento de cada heredero',
      'Cédula de identidad por ambos lados de cada heredero',
      'Inscripción de dominio de cada inmueble',
      'Certificado de anotaciones vigentes de cada vehículo',
      'Saldos bancarios y de AFP a la fecha del fallecimiento',
      '¿Dejó testamento? Si lo hay, ¿en qué notaría?',
    ],
    dueInDays: 15,
  },
  {
    name: 'Demanda de alimentos',
    title: 'Antecedentes para la demanda de alimentos',
    details: 'Con estos documentos acreditaremos las necesidades de los hijos y la situación de cada padre.',
    items: [
      'Cédula de identidad por ambos lados',
      'Certificado de nacimiento de cada hijo',
      'Tres últimas liquidaciones de sueldo o carpeta tributaria',
      'Certificado de alumno regular y comprobantes de colegiatura',
      'Boletas de salud, arriendo y servicios básicos del último mes',
      'Acta de mediación frustrada, si ya se hizo la mediación',
      '¿Con quién viven los hijos y desde cuándo?',
      '¿Dónde trabaja y dónde vive la otra parte?',
    ],
    dueInDays: 7,
  },
]
