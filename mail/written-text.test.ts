import { describe, expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import { mail as english } from '#core/words/en/mail.ts'
import { mail as spanish } from '#core/words/es-CL/mail.ts'
import { mail as portuguese } from '#core/words/pt-BR/mail.ts'
import { writtenText } from './written-text.ts'

describe('what the client wrote this time', () => {
  test('is above the quote that Gmail marks', () => {
    const html =
      '<div dir="ltr">Adjunto la c&eacute;dula.</div><br><div class="gmail_quote gmail_quote_container">' +
      '<div dir="ltr" class="gmail_attr">El lun, 2 mar 2026, Estudio escribió:</div>' +
      '<blockquote class="gmail_quote">Le agradeceremos enviarnos lo siguiente</blockquote></div>'
    expect(writtenText('ignored', html)).toBe('Adjunto la cédula.')
  })

  test('is above the answer frame of Outlook on the web and on the desktop', () => {
    const web =
      '<div>Segue o contrato.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>De:</b> Escritório</div><div>velho</div>'
    expect(writtenText('', web)).toBe('Segue o contrato.')
    const only = '<div>Segue.</div><hr><div id="divRplyFwdMsg" dir="ltr">De: Escritório</div><p>velho</p>'
    expect(writtenText('', only)).toBe('Segue.')
    const desktop =
      "<p class=MsoNormal>Conforme.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm'><p><b>De:</b> Estudio</p></div><p>viejo</p>"
    expect(writtenText('', desktop)).toBe('Conforme.')
  })

  test('is outside the quotes of Yahoo, Thunderbird and Apple Mail', () => {
    expect(
      writtenText('', '<div>Hola</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>viejo</div></div>'),
    ).toBe('Hola')
    const bird =
      '<p>Hola</p><div class="moz-cite-prefix">El 2/3/26, Estudio escribió:</div><blockquote type="cite" cite="mid:x"><p>viejo</p></blockquote>'
    expect(writtenText('', bird)).toBe('Hola')
    expect(writtenText('', '<div>Listo<br><blockquote type="cite"><div>viejo</div></blockquote></div>')).toBe(
      'Listo',
    )
  })

  test('keeps what stands below a quote', () => {
    const html = '<blockquote type="cite">¿Tiene la cédula?</blockquote><p>Sí, va adjunta.</p>'
    expect(writtenText('', html)).toBe('Sí, va adjunta.')
  })

  test.each([
    ['Spanish', spanish, 'El lun, 2 mar 2026 a las 10:00, Estudio Pérez (<casos+r.x@estudio.cl>) escribió:'],
    ['Portuguese', portuguese, 'Em seg., 2 de mar. de 2026 às 10:00, Escritório <casos@x.br> escreveu:'],
    ['English', english, 'On Mon, 2 Mar 2026 at 10:00, The Firm\n<cases@firm.example> wrote:'],
  ])('is above our own line in %s, without the line that announces the quote', (_, { footer }, announced) => {
    for (const line of [footer.replyLine, `--- ${footer.replyLine} ---`, `> *${footer.replyLine}*`]) {
      expect(writtenText(`Adjunto.\n\nRosa\n\n${announced}\n> \n${line}\n> Le agradeceremos…\n`, null)).toBe(
        'Adjunto.\n\nRosa',
      )
    }
  })

  test('is above a plain text quote', () => {
    const text =
      'Segue anexo.\n\nEm 2 de mar. de 2026, Escritório <a@b.br> escreveu:\n\n> Precisamos do seguinte\n> - RG\n'
    expect(writtenText(text, null)).toBe('Segue anexo.')
    const outlook = (above: string) =>
      `${above}\n\n________________________________\nDe: Estudio <a@b.cl>\nEnviado: lunes\nPara: Rosa <r@x.cl>\n` +
      'Asunto: documentos\n\n1. RG\n\nCPF\n- x\n\nAtenciosamente'
    expect(writtenText(outlook('Segue.'), null)).toBe('Segue.')
    expect(writtenText(outlook('De: mi parte, va todo'), null)).toBe('De: mi parte, va todo')
  })

  test('is not taken for the words that announce a quote', () => {
    expect(writtenText('Listo.\nEl contrato lo escribió mi abogado\n> viejo', null)).toBe(
      'Listo.\nEl contrato lo escribió mi abogado',
    )
  })

  test('stays where it stands between the lines of a quote', () => {
    expect(writtenText('> ¿Tiene la cédula?\nSí\n> ¿Y el contrato?\nNo', null)).toMatch(/Sí[^]*No/)
  })

  test('is everything when the cut would leave nothing', () => {
    const forwarded =
      '<div class="gmail_quote">---------- Mensaje reenviado ----------<br>Aquí está todo</div>'
    expect(writtenText('Mensaje reenviado\nAquí está todo', forwarded)).toContain('Aquí está todo')
    expect(writtenText('> solo cita', null)).toBe('> solo cita')
    expect(writtenText('Responda sobre esta línea\nviejo', null)).toContain('viejo')
  })

  test('speaks of a line above as any client may', () => {
    expect(writtenText('Escribo sobre esta línea telefónica:\nno funciona', null)).toContain('no funciona')
    expect(writtenText('Responda sobre esta línea de crédito, por favor\nGracias', null)).toContain('Gracias')
  })

  test('comes at once even from a text made to stop the parser', () => {
    const started = cpuTime()
    writtenText('Op schreef '.repeat(10).concat('\n').repeat(180), null)
    writtenText('x on at '.repeat(120).concat('\n').repeat(20), null)
    writtenText('On ' + 'a '.repeat(700_000), null)
    writtenText('El '.repeat(60).concat('\n').repeat(8000), null)
    writtenText('Responda '.repeat(30).concat('\n').repeat(8000), null)
    expect(cpuTime() - started).toBeLessThan(4000)
  })
})
