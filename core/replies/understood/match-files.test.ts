import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import { type FileToMatch, type ItemToMatch, matchFiles } from './match-files.ts'

function item(title: string, more: Partial<ItemToMatch> = {}): ItemToMatch {
  return { id: title, title, kind: 'file', status: 'pending', ...more }
}

function file(name: string, more: Partial<FileToMatch> = {}): FileToMatch {
  const type = /\.(jpe?g)$/i.test(name) ? 'image/jpeg' : 'application/pdf'
  return { id: name, name, type, size: 1000, flag: null, ...more }
}

const sure = (itemId: string) => expect.objectContaining({ sure: true, itemId })
const unsure = (itemId: string | null = null) => expect.objectContaining({ sure: false, itemId })

const threeItems = [
  item('Cédula de identidad'),
  item('Contrato de trabajo'),
  item('Comprobante de domicilio'),
]

describe('by its name', () => {
  test('each of three files finds its item', () => {
    const files = [
      file('cedula_frente.jpg'),
      file('contrato assinado FINAL (2).pdf'),
      file('comprobante domicilio.pdf'),
    ]
    expect(matchFiles(files, threeItems, '')).toEqual(threeItems.map(({ id }) => sure(id)))
  })

  test.each([
    ['RG', 'rg-frente.jpg'],
    ['RG', 'IdentidadeMaria.pdf'],
    ['CPF', 'CPF_maria.pdf'],
    ['Passaporte', 'passport scan.pdf'],
    ['Pasaporte vigente', 'PASAPORTE.PDF'],
    ['Comprovante de residência', 'conta de luz março.pdf'],
    ['Comprobante de domicilio', 'Cuenta de agua.pdf'],
    ['Proof of address', 'comprovante_endereco.pdf'],
    ['Proof of address', 'Electricity Bill.pdf'],
    ['Payslips of the last three months', 'payslip jan.pdf'],
    ['Procuração assinada', 'procuracao.pdf'],
    ['Poder simple', 'Poder firmado.pdf'],
    ['Power of attorney', 'PoA signed.pdf'],
    ['Tres últimas liquidaciones de sueldo', 'liquidacion marzo 2026.pdf'],
    ['Holerite', 'contracheque_02-2026.pdf'],
    ['Certidão de casamento', 'certidao casamento.pdf'],
    ['Certificado de nacimiento', 'CertificadoNacimiento_2026.pdf'],
    ['Carteira de trabalho', 'ctps.pdf'],
    ['Extrato bancário', 'extratos jan-mar.pdf'],
    ['Finiquito', 'finiquito firmado v2.pdf'],
    ['Formulario 22', 'formulario22.pdf'],
    ['Boletim de ocorrência', 'B.O. 123456.pdf'],
    ['Documento de identidade (RG ou CNH)', 'R.G. Maria.jpg'],
    ['Copia de la escritura de compraventa del inmueble', 'escritura.pdf'],
  ])('“%s” gets %s', (title, name) => {
    const others = [item('Fotografías del accidente'), item('Lista de testigos')]
    expect(matchFiles([file(name)], [others[0] ?? item(''), item(title), others[1] ?? item('')], '')).toEqual(
      [sure(title)],
    )
  })

  test('a letter, a number or a year tells items of one name apart', () => {
    const letters = ['A', 'B', 'C'].map((letter) => item(`Documento ${letter}`))
    const files = [file('documento-a.pdf'), file('Documento B final.pdf'), file('documento_c (1).pdf')]
    expect(matchFiles(files, letters, '')).toEqual(letters.map(({ id }) => sure(id)))
    const numbers = [item('Anexo 1'), item('Anexo 2')]
    expect(matchFiles([file('anexo2.pdf'), file('Anexo 1.pdf')], numbers, '')).toEqual([
      sure('Anexo 2'),
      sure('Anexo 1'),
    ])
    const years = [item('Renta 2024'), item('Renta 2025')]
    expect(matchFiles([file('renta2025.pdf')], years, '')).toEqual([sure('Renta 2025')])
    expect(matchFiles([file('contrato (2).pdf')], [item('Contrato'), item('Anexo 2')], '')).toEqual([
      sure('Contrato'),
    ])
    expect(matchFiles([file('contrato_2.pdf')], [item('Contrato'), item('Anexo 2')], '')).toEqual([
      sure('Contrato'),
    ])
  })

  test('a word that any file may be called by tells nothing', () => {
    const items = [item('Documentos'), item('Contrato')]
    expect(matchFiles([file('documento.pdf')], items, '')).toEqual([unsure()])
    expect(matchFiles([file('Documento escaneado 3.pdf')], [item('Documento')], '')).toEqual([
      sure('Documento'),
    ])
    expect(matchFiles([file('IMG-20260302-WA0012.jpg')], [item('Renta 2026')], '')).toEqual([
      sure('Renta 2026'),
    ])
  })

  test('several files may be for one item', () => {
    const files = [file('cedula frente.jpg'), file('cedula reverso.jpg'), file('liquidacion enero.pdf')]
    const items = [item('Cédula de identidad'), item('Liquidaciones de sueldo')]
    expect(matchFiles(files, items, '')).toEqual([
      sure('Cédula de identidad'),
      sure('Cédula de identidad'),
      sure('Liquidaciones de sueldo'),
    ])
  })

  test('the other side of a document goes where the first one went', () => {
    expect(
      matchFiles([file('RG frente.jpg'), file('verso.jpg')], [item('RG'), item('CPF'), item('Contrato')], ''),
    ).toEqual([sure('RG'), sure('RG')])
    const two = [file('rg frente.jpg'), file('cnh frente.jpg'), file('verso.jpg')]
    expect(matchFiles(two, [item('RG'), item('CNH'), item('Contrato')], '')[2]).toEqual(unsure())
  })

  test('the word that tells two items apart decides, and its absence leaves a doubt', () => {
    const items = [item('Certificado de nacimiento'), item('Certificado de matrimonio')]
    expect(matchFiles([file('nacimiento.pdf')], items, '')).toEqual([sure('Certificado de nacimiento')])
    expect(matchFiles([file('certificado.pdf')], items, '')[0]?.sure).toBe(false)
    const couple = [item('Cédula de identidad'), item('Cédula de identidad del cónyuge')]
    expect(matchFiles([file('cedula conyuge.jpg')], couple, '')).toEqual([
      sure('Cédula de identidad del cónyuge'),
    ])
    expect(matchFiles([file('cedula.jpg')], couple, '')).toEqual([unsure('Cédula de identidad')])
  })

  test('another document of the same kind is a suggestion at most', () => {
    expect(matchFiles([file('contrato de arriendo.pdf')], threeItems, '')).toEqual([
      unsure('Contrato de trabajo'),
    ])
  })
})

describe('a photo without a name', () => {
  const photo = file('IMG_2031.jpg')

  test('is for the one item left', () => {
    expect(matchFiles([photo], [item('Contrato')], '')).toEqual([sure('Contrato')])
    expect(
      matchFiles([photo, file('WhatsApp Image 2026-03-02 at 10.15.jpeg')], [item('Contrato')], ''),
    ).toEqual([sure('Contrato'), sure('Contrato')])
    const handedIn = [
      item('Cédula de identidad', { status: 'approved' }),
      item('CPF', { status: 'received' }),
      item('Contrato', { status: 'rejected' }),
    ]
    expect(matchFiles([photo], handedIn, '')).toEqual([sure('Contrato')])
  })

  test('is for the one item left when the others found theirs in the same mail', () => {
    const files = [file('cedula.pdf'), photo, file('contrato.pdf')]
    expect(matchFiles(files, threeItems, '')[1]).toEqual(sure('Comprobante de domicilio'))
    expect(matchFiles([...files, file('IMG_2032.jpg')], threeItems, '')[1]).toEqual(
      unsure('Comprobante de domicilio'),
    )
  })

  test('that has a name nobody knows is for the one item left only when no other was wanted', () => {
    const named = file('juanperez.pdf')
    expect(matchFiles([named], [item('Contrato')], '')).toEqual([sure('Contrato')])
    expect(matchFiles([named, file('cedula.pdf')], [item('Contrato'), item('Cédula')], '')[0]).toEqual(
      unsure('Contrato'),
    )
  })

  test('may be for any of three', () => {
    expect(matchFiles([photo], threeItems, '')).toEqual([unsure()])
    expect(matchFiles([photo, file('scan0001.pdf')], [item('RG'), item('CPF')], '')).toEqual([
      unsure(),
      unsure(),
    ])
  })

  test('is for the item that the mail speaks of', () => {
    expect(matchFiles([photo], threeItems, 'Buenas tardes, adjunto mi cédula. Saludos')).toEqual([
      sure('Cédula de identidad'),
    ])
    expect(matchFiles([photo, file('IMG_2032.jpg')], threeItems, 'Va mi cédula')).toEqual([
      unsure('Cédula de identidad'),
      unsure('Cédula de identidad'),
    ])
    expect(matchFiles([photo], threeItems, 'Adjunto la cédula, el contrato va después')).toEqual([unsure()])
    expect(matchFiles([photo], threeItems, 'No tengo la cédula todavía')).toEqual([
      unsure('Cédula de identidad'),
    ])
    expect(matchFiles([photo], threeItems, 'Salgo tarde del trabajo, espero que sirva')).toEqual([unsure()])
    expect(matchFiles([photo], [item('Poder simple'), item('Cédula')], 'Va para poder avanzar')).toEqual([
      unsure(),
    ])
    expect(matchFiles([photo], [item('Poder simple'), item('Cédula')], 'Va el poder')).toEqual([
      sure('Poder simple'),
    ])
  })
})

describe('a further photo of the same sitting', () => {
  const photo = file('IMG_2031.jpg')
  const received = item('Contrato', { status: 'received' })

  test('goes where the ones before went when nothing else is wanted, and is a suggestion when something is', () => {
    expect(matchFiles([photo], [received], '', ['Contrato'])).toEqual([sure('Contrato')])
    const wanted = [received, item('Cédula'), item('Poder')]
    expect(matchFiles([photo], wanted, '', ['Contrato'])).toEqual([unsure('Contrato')])
  })

  test('does not when several were answered, or none in this sitting', () => {
    const both = [received, item('Cédula', { status: 'received' })]
    expect(matchFiles([photo], both, '', ['Contrato', 'Cédula'])).toEqual([unsure()])
    expect(matchFiles([photo], [received], '')).toEqual([unsure()])
  })
})

describe('it is never sure', () => {
  test('for an item that is approved or waived', () => {
    const settled = [
      item('Cédula de identidad', { status: 'approved' }),
      item('Contrato', { status: 'waived' }),
    ]
    expect(matchFiles([file('cedula.jpg'), file('contrato.pdf')], settled, '')).toEqual([unsure(), unsure()])
    expect(matchFiles([file('cedula.jpg')], [...settled, item('Poder')], '')).toEqual([unsure()])
  })

  test('for the one item left when the name speaks of another document', () => {
    expect(matchFiles([file('pasaporte.jpg')], [item('Contrato')], '')).toEqual([unsure()])
  })

  test('for a question, or an original on paper', () => {
    expect(
      matchFiles([file('domicilio.pdf')], [item('¿Cuál es su domicilio?', { kind: 'text' })], '')[0]?.sure,
    ).toBe(false)
    expect(matchFiles([file('escritura.pdf')], [item('Escritura original', { kind: 'paper' })], '')).toEqual([
      unsure('Escritura original'),
    ])
    expect(matchFiles([file('IMG_1.jpg')], [item('Su dirección', { kind: 'text' })], '')).toEqual([unsure()])
  })

  test('with a file that is empty, locked or no document', () => {
    for (const more of [
      { flag: 'encrypted' },
      { flag: 'empty', size: 0 },
      { type: 'audio/ogg' },
      { type: 'application/zip' },
      { type: 'text/html' },
    ])
      expect(matchFiles([file('cedula.pdf', more)], threeItems, '')).toEqual([unsure('Cédula de identidad')])
  })

  test('with nothing to match', () => {
    expect(matchFiles([], threeItems, '')).toEqual([])
    expect(matchFiles([file('cedula.pdf')], [], 'cédula')).toEqual([unsure()])
    expect(matchFiles([file('')], [item('')], '')).toHaveLength(1)
  })
})

test('the same files in the same order always give the same answer, whatever their names', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('cedula.pdf', 'verso.jpg', 'contrato (2).pdf', 'IMG_1.jpg'),
  )
  const status = fc.constantFrom('pending', 'received', 'approved', 'rejected', 'waived')
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 6 }),
      fc.array(fc.tuple(name, status), { maxLength: 6 }),
      fc.string(),
      (names, titles, text) => {
        const files = names.map((name, index) => file(name, { id: `f${index}` }))
        const items = titles.map(([title, status], index) => item(title, { id: `i${index}`, status }))
        const matches = matchFiles(files, items, text)
        expect(matches).toEqual(matchFiles(files, items, text))
        expect(matches.map(({ fileId }) => fileId)).toEqual(files.map(({ id }) => id))
        for (const { sure, itemId, score } of matches) {
          const its = items.find(({ id }) => id === itemId)
          expect(score >= 0 && score <= 1 && (itemId === null || its !== undefined)).toBe(true)
          if (sure) expect(its && ['pending', 'received', 'rejected']).toContain(its?.status)
        }
      },
    ),
  )
})

test('a hundred photos and a mail of empty lines are looked at at once', () => {
  const photos = Array.from({ length: 100 }, (_, index) => file(`IMG_${1000 + index}.jpg`))
  const items = Array.from({ length: 10 }, (_, index) => item(`Certificado ${'abcdefghij'.charAt(index)}`))
  const started = cpuTime()
  for (const one of ['\n', 'a y ', 'contrato,'])
    expect(matchFiles(photos, items, one.repeat(5000))).toHaveLength(100)
  expect(cpuTime() - started).toBeLessThan(2000)
})
