import { fold } from '../../fold.ts'

/** A word of a file name or an item title, by what it stands for: `identity`, or itself where nobody knows it. */
export type Term = {
  name: string
  /** How much it tells: 1 for a kind of document or a word of its own, less for "certificate". */
  weight: number
  /** It is one of the kinds of document known here, so that another such word contradicts it. */
  isKind: boolean
  /** It is a document by itself, as a contract is, and "child" or "work" are not. */
  isDocument: boolean
  /** It says whose or about what, as "child" does. */
  isAspect: boolean
  /** It says nothing unless something else fits too: "document". */
  isFiller: boolean
}

/**
 * What a text is about, as terms that are the same in Spanish, Portuguese and English ("RG", "cédula" and "ID card"
 * are one). Letter case, accents, plurals, camel case, dates, numbers of photos and of copies do not matter; fillers
 * count where there is nothing else, so that "Documento A" is somebody.
 */
export function documentTerms(text: string): Map<string, Term> {
  let rest = ` ${joined(plain(text))} `
  const terms = new Map<string, Term>()
  for (const [phrase, name] of phrases) {
    if (!rest.includes(` ${phrase} `)) continue
    rest = rest.replaceAll(` ${phrase} `, '  ')
    terms.set(name, termOf(name))
  }
  const words = rest.split(' ').filter((word) => word && !sides.has(word) && !isNoise(word))
  const telling = words.filter((word) => !fillers.has(word))
  for (const word of telling.length || terms.size ? telling : words) {
    const name = synonyms.get(singular(word)) ?? synonyms.get(word) ?? singular(word)
    terms.set(name, termOf(name, word))
  }
  return terms
}

// The number of a photo; a year or a short number may be meant.
function isNoise(word: string): boolean {
  return /^\d{3,}$/.test(word) && !/^(19|20)\d\d$/.test(word)
}

/** The first telling word of a text, as it is written but for case, accents and plural; or null. */
export function firstWord(text: string): string | null {
  const word = plain(text)
    .split(' ')
    .find((one) => one && !fillers.has(one))
  return word === undefined ? null : singular(word)
}

/** Whether the text has that word, as `firstWord` writes it. */
export function hasWord(text: string, word: string): boolean {
  return plain(text)
    .split(' ')
    .some((one) => singular(one) === word)
}

/** Which side of a document a file name speaks of, or null. */
export function documentSide(text: string): 'front' | 'back' | null {
  const words = plain(text).split(' ')
  return words.map((word) => sides.get(word)).find((side) => side !== undefined) ?? null
}

// "Cuentas de la luz" and "cuenta luz" are one phrase.
function joined(words: string): string {
  return words
    .split(' ')
    .filter((word) => !links.has(word))
    .map(singular)
    .join(' ')
}

function termOf(name: string, word = name): Term {
  const isShort = /^(\d+|[a-z])$/.test(word)
  const isFiller = fillers.has(word) && !isShort
  const weight = generics.get(name) ?? (isShort ? 0.6 : isFiller ? 0.35 : 1)
  const isKind = kinds.has(name) && !generics.has(name)
  const isAspect = aspects.has(name)
  return { name, weight, isKind, isDocument: isKind && !isAspect, isAspect, isFiller }
}

function plain(text: string): string {
  const apart = text
    .slice(0, 2000)
    .replace(/\(\d{1,3}\)|\d{4}[-_. ]\d\d[-_. ]\d\d/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
  return fold(apart)
    .replace(/(?<![a-z])([a-z])\.(?=[a-z](?![a-z]))/g, '$1')
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$1$2 ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function singular(word: string): string {
  if (word.endsWith('coes')) return `${word.slice(0, -4)}cao`
  if (word.endsWith('idoes')) return `${word.slice(0, -2)}ao`
  if (word.endsWith('ciones')) return word.slice(0, -2)
  return word.length > 4 ? word.replace(/(?<=[lrn])es$|(?<!s)s$/, '') : word
}

// What each stands for and how it is written, in all three languages; phrases before their words.
const vocabulary: Record<string, string> = {
  identity:
    'cedula de identidad|carnet de identidad|documento de identidad|documento nacional de identidad|carteira de identidade|registro geral|documento de identidade|documento de identificacao|identity card|identity document|national id|id card|cedula|carnet|ci|dni|rg|identidad|identidade|identity',
  cpf: 'cadastro de pessoa fisica|cpf',
  cnpj: 'cartao cnpj|cnpj',
  rut: 'rol unico tributario|rut|run',
  passport: 'pasaporte|passaporte|passport',
  'driving-licence':
    'licencia de conducir|carteira de motorista|carteira nacional de habilitacao|driving licence|driver license|drivers license|cnh|conducir|habilitacao',
  contract: 'contrato|contract|agreement',
  'power-of-attorney': 'power of attorney|mandato judicial|poder|procuracao|poa|mandato',
  address:
    'proof of address|utility bill|electricity bill|water bill|gas bill|phone bill|cuenta de luz|cuenta de agua|cuenta de gas|boleta de luz|boleta de agua|conta de luz|conta de agua|conta de gas|conta de energia|domicilio|residencia|endereco|direccion|address|residence',
  payslip:
    'liquidacion de sueldo|liquidaciones de sueldo|pay slip|folha de pagamento|liquidacion|holerite|hollerith|contracheque|payslip|sueldo|salario|salary|nomina',
  income: 'renta|renda|ingreso|ingresos|income|rendimento',
  birth: 'nacimiento|nascimento|birth',
  marriage: 'matrimonio|casamento|marriage',
  death: 'defuncion|obito|fallecimiento|falecimento|death',
  divorce: 'divorcio|divorce',
  'bank-statement':
    'estado de cuenta|cartola cuenta rut|cuenta rut|extrato bancario|bank statement|cartola bancaria|cartola|extrato|extracto|statement',
  invoice: 'nota fiscal|factura|fatura|invoice|boleta',
  tax: 'declaracion de impuesto|declaracao de imposto|imposto de renda|declaracao de ir|tax return|irpf|impuesto|imposto|tax',
  work: 'trabajo|trabalho|laboral|trabalhista|empleo|emprego|employment|work',
  'work-book': 'carteira de trabalho|ctps',
  settlement: 'termo de rescisao|finiquito|rescisao|trct|severance',
  dismissal:
    'carta de despido|aviso de despido|carta de demissao|termination letter|despido|demissao|termination|dismissal|aviso previo',
  rent: 'arriendo|arrendamiento|aluguel|locacao|alquiler|lease|rent|rental',
  payment: 'pago|pagamento|payment|transferencia|deposito|pix|transfer',
  'sale-contract': 'compra y venta|compra e venda|compraventa',
  purchase: 'compra|venta|venda|purchase|sale',
  deed: 'escritura|deed',
  property: 'inmueble|imovel|propiedad|propriedade|property|matricula',
  'vehicle-registration': 'padron|crlv',
  vehicle: 'vehiculo|veiculo|vehicle|auto|automovel|carro|car',
  will: 'testamento|testament',
  'sick-leave': 'licencia medica|sick leave',
  'medical-certificate':
    'certificado medico|atestado medico|atestado de saude|medical certificate|sick note|atestado',
  'medical-report': 'informe medico|relatorio medico|laudo medico|medical report|laudo',
  prescription: 'receta medica|receita medica|prescription|receta|receita',
  examination: 'examen|exame|test results',
  medical: 'medico|medica|medical|hospital|salud|saude|health',
  criminal: 'antecedentes penales|antecedentes criminais|antecedentes|criminal record|criminal',
  police:
    'boletim de ocorrencia|parte policial|parte denuncia|police report|denuncia|bo|carabineros|policial',
  clearance: 'certidao negativa de debitos|certidao negativa|cnd',
  pension: 'afp|inss|cotizaciones|previsional|previdencia|aposentadoria|jubilacion|pension|cnis',
  judgment: 'sentencia|sentenca|judgment|resolucion|decisao',
  claim: 'demanda|peticao|claim|lawsuit',
  bylaws: 'contrato social|estatutos|estatuto|bylaws|escritura social|constitucion',
  photo: 'foto tipo carnet|fotografia|photograph|foto|photo|imagen|imagem|picture',
  video: 'video|filmacion|filmagem|grabacion|gravacao|recording',
  audio: 'audio|nota de voz',
  spouse: 'conyuge|conjuge|spouse|esposa|esposo|marido|wife|husband',
  child: 'hijo|hija|filho|filha|child|son|daughter|menor',
  certificate: 'certificado|certidao|certificate|certificacion|constancia',
  proof: 'comprobante|comprovante|proof|recibo|receipt|respaldo',
  report: 'informe|relatorio|report|declaracion|declaracao',
  letter: 'carta|letter|oficio',
  form: 'formulario|form|ficha',
}

const generics = new Map([
  ['certificate', 0.35],
  ['proof', 0.35],
  ['report', 0.35],
  ['letter', 0.5],
  ['form', 0.5],
  ['photo', 0.5],
  ['video', 0.5],
  ['audio', 0.5],
])

const kinds = new Set(Object.keys(vocabulary))

// They say whose a document is, or what about, and are none themselves.
const aspects = new Set([
  'spouse',
  'child',
  'work',
  'property',
  'vehicle',
  'medical',
  'income',
  'payment',
  'rent',
  'purchase',
])
const written = Object.entries(vocabulary).flatMap(([name, words]) =>
  words.split('|').map((word) => [word, name] as const),
)
const links = new Set(['de', 'da', 'do', 'das', 'dos', 'del', 'la', 'el', 'los', 'las', 'of', 'the'])
const phrases = written
  .filter(([word]) => word.includes(' '))
  .map(([phrase, name]) => [joined(phrase), name] as const)
  .sort(([a], [b]) => b.length - a.length)
const synonyms = new Map(
  written
    .filter(([word]) => !word.includes(' '))
    .flatMap(([word, name]) => [[singular(word), name] as const, [word, name] as const]),
)

const sides = new Map<string, 'front' | 'back'>([
  ...['frente', 'frontal', 'anverso', 'front', 'delante', 'cara'].map((word) => [word, 'front'] as const),
  ...['verso', 'reverso', 'dorso', 'atras', 'tras', 'back', 'reverse', 'detras', 'costas'].map(
    (word) => [word, 'back'] as const,
  ),
])

const fillers = new Set(
  (
    'de da do das dos del la el los las lo a o os as e y em en no na nos nas con com para por um uma un una of the and to in for my mi meu minha su seu sua ' +
    'img image dsc dcim pic pxl screenshot captura whatsapp wa scan scanner scanned escaneado escaneada escaner digitalizado digitalizada digitalizacao cam camscanner adobe ' +
    'doc docs documento documentos document documents archivo archivos arquivo arquivos file files anexo anexos adjunto adjuntos attachment attached untitled ' +
    'final version versao copia copy copias nuevo nueva novo nova new ultimo ultima last old antiguo ok listo pronto firmado firmada firmados assinado assinada signed autenticado autenticada legalizado legalizada simple simples original vigente atualizado atualizada actualizado actualizada recente reciente ' +
    'pdf jpg jpeg png heic heif doc docx xls xlsx tif tiff webp odt rtf txt zip jfif gif bmp eml p7s ' +
    'pagina pag page parte part hoja folha am pm at vf v'
  ).split(' '),
)
