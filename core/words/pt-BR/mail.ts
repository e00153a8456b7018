import type { MailWords } from '../es-CL/mail.ts'
import { addresses, type Address, type FormOfAddress } from './form-of-address.ts'

/** A day with its weekday: those of the week are feminine. */
const on = (day: string) => (/^(sábado|domingo)/i.test(day) ? `no ${day}` : `na ${day}`)

/** Copy of the e-mails to clients in Portuguese of Brazil, by the form in which the firm addresses its clients. */
export const mailIn: Record<FormOfAddress, MailWords> = {
  voce: mailAs(addresses.voce),
  senhor: mailAs(addresses.senhor),
}

export const mail = mailIn.voce

function mailAs({ you, You }: Address): MailWords {
  return {
    subjects: {
      news: ({ firm }) => `${firm}: há uma novidade`,
      urgentNews: ({ firm }) => `${firm}: há uma novidade urgente`,
      request: ({ firm }) => `${firm}: documentos necessários`,
      disregard: ({ firm }: { firm: string }) => `${firm}: desconsidere nosso e-mail anterior`,
      cancelled: ({ firm }) => `${firm}: seus documentos não são mais necessários`,
      message: ({ firm }) => `${firm}: resposta à sua mensagem`,
      waiting: ({ firm }) => `${firm}: um e-mail que não pudemos confirmar`,
      tooLarge: ({ firm }) => `${firm}: um e-mail grande demais`,
      receipt: ({ firm }) => `${firm}: recebemos o seu envio`,
      rejected: ({ firm }) => `${firm}: um documento precisa ser reenviado`,
      reminder: ({ firm }) => `${firm}: lembrete de pendências`,
      remindersStopped: ({ firm }) => `${firm}: não enviaremos mais lembretes`,
      invitePassword: ({ firm }) => `${firm}: ative seu acesso`,
      inviteLink: ({ firm }) => `${firm}: seu acesso ao portal`,
      newPassword: ({ firm }) => `${firm}: crie uma nova senha`,
      passwordSet: ({ firm }) => `${firm}: sua senha foi criada`,
      passwordChanged: ({ firm }) => `${firm}: sua senha foi alterada`,
      code: ({ firm }) => `${firm}: seu código`,
      digest: ({ firm, count }) => (count === 1 ? `${firm}: 1 pendência` : `${firm}: ${count} pendências`),
    },

    greeting: {
      to: ({ name }) => `Prezado(a) ${name}`,
      toCompany: 'Prezados senhores',
      end: ',',
      farewell: 'Atenciosamente,',
    },

    news: {
      lead: `Temos uma novidade para ${you}.`,
      edited: 'Corrigimos uma novidade que havíamos informado. Esta versão substitui a anterior.',
      urgent: 'É urgente: por favor, confirme que recebeu este e-mail. Basta uma breve resposta.',
      reply: 'Pode responder a este e-mail.',
      confirm: 'Para nos confirmar que leu, basta um clique:',
      confirmButton: 'Confirmar que li',
      hearing: {
        calendar: 'Anexamos um arquivo para incluí-la na sua agenda.',
        calendarOff: 'O arquivo anexo retira a audiência da sua agenda.',
        title: 'Audiência',
        when: 'Quando',
        where: 'Onde',
        bring: 'O que levar',
      },
    },

    request: {
      lead: 'Por favor, envie os itens abaixo.',
      leadByDay: ({ day }) => `Por favor, envie os itens abaixo até ${day}.`,
      leadOverdue: ({ day }) => `Por favor, envie os itens abaixo. A data solicitada era ${day}.`,
      edited: 'Atualizamos a nossa solicitação; esta lista substitui a anterior.',
      urgent: 'É urgente: por favor, confirme que recebeu este e-mail. Basta uma breve resposta.',
      nothingLeft: 'No momento não falta mais nada da sua parte. Agradecemos o envio.',
    },

    reply: {
      files: 'Basta responder a este e-mail anexando arquivos ou fotos legíveis.',
      filesAndText:
        'Basta responder a este e-mail anexando arquivos ou fotos legíveis. O que pedimos por escrito pode ser informado na própria resposta.',
      text: 'Basta responder a este e-mail e escrever ali mesmo o que pedimos.',
      paper: 'O que pedimos em papel pode ser entregue no nosso escritório.',
      upload: 'Se os arquivos forem muito grandes, ou se achar mais cômodo, envie por aqui:',
      uploadButton: 'Enviar arquivos',
      password:
        'A senha de um documento só se informa na nossa página, onde também é possível enviar arquivos:',
      passwordButton: 'Informar a senha',
    },

    items: {
      states: {
        pending: 'Pendente',
        received: 'Recebido',
        approved: 'Conferido',
        rejected: 'Precisa reenviar',
        waived: 'Dispensado',
      },
      kinds: {
        text: 'resposta por escrito',
        paper: 'original em papel',
        sign: 'para assinar',
      },
      issuedWithin: ({ days }) => `emitido nos últimos ${days} dias`,
      because: ({ reason }) => `Motivo: ${reason}`,
      more: ({ count }) => (count === 1 ? 'e mais 1' : `e mais ${count}`),
    },

    reasons: {
      illegible: 'não está legível',
      incomplete: 'está incompleto',
      expired: 'está fora da validade',
      wrong_document: 'não é o documento de que precisamos',
      unsigned: 'falta a assinatura',
      missing_reverse: 'falta o verso',
    },

    cancelled: {
      lead: 'Não é mais necessário enviar o que havíamos solicitado.',
      kept: `O que ${you} já tiver enviado fica guardado no escritório. Agradecemos a atenção.`,
      reply: 'Em caso de dúvida, pode responder a este e-mail.',
    },

    disregard: {
      lead: 'Pedimos que desconsidere nosso e-mail anterior: ele foi enviado por engano.',
      deleteIt: `${You} não precisa fazer nada. Se ainda o tiver, pedimos a gentileza de apagá-lo.`,
      calendarAgain: 'O arquivo anexo deixa o compromisso na sua agenda como estava antes.',
      calendarOff: 'O arquivo anexo retira da sua agenda o compromisso que constava nele.',
    },

    hearingOff: {
      lead: 'Nosso aviso sobre um compromisso ficou sem efeito: desconsidere a data que informamos.',
      calendar: 'O arquivo anexo retira o compromisso da sua agenda.',
      reply: 'Em caso de dúvida, responda a este e-mail.',
    },

    message: {
      wrote: `${You} nos escreveu:`,
    },

    waiting: {
      lead: `Recebemos uma resposta a um e-mail nosso, mas não conseguimos confirmar que foi ${you} quem a enviou. Por enquanto, ela não conta como sua.`,
      ifYours: `Se foi ${you} ou alguém de sua confiança, pedimos que a reenvie deste mesmo endereço, respondendo a este e-mail.`,
      tooLarge:
        'Recebemos um e-mail sobre uma solicitação nossa, mas ele é grande demais e não conseguimos receber os arquivos.',
      inParts: `Se foi ${you} quem o enviou, pedimos que divida os arquivos em vários e-mails, respondendo a este.`,
      ifNot: `Se ${you} não sabe do que se trata, avise-nos.`,
    },

    receipt: {
      some: ({ received, total }) => `Agradecemos o envio. Recebemos ${received} de ${total}.`,
      all: ({ total }) =>
        total === 1
          ? 'Agradecemos o envio. Recebemos o que havíamos solicitado.'
          : `Agradecemos o envio. Já recebemos tudo o que solicitamos: ${total} de ${total}.`,
      unsureOnly: 'Agradecemos o envio. Vamos verificar a que item corresponde cada arquivo.',
      unusableOnly: 'Recebemos o seu e-mail, mas não conseguimos utilizar o que veio anexado.',
      soFar: ({ received, total }) => `Até agora temos ${received} de ${total}.`,
      reviewNext: 'Vamos conferir e avisaremos se algo precisar ser reenviado.',
      arrived: 'Recebemos agora',
      unsure: 'Recebemos também, e vamos verificar a que item corresponde',
      unusable: 'Não conseguimos utilizar',
      missing: 'Falta',
      resend: 'Precisa reenviar',
    },

    unusable: {
      empty: 'chegou vazio; verifique se o arquivo abre e envie novamente',
      encrypted:
        'tem senha e não conseguimos abrir; digite-a na nossa página, pelo link deste e-mail. Por segurança, não a envie por e-mail',
      smime: 'foi criptografado pelo seu programa de e-mail e não conseguimos ler; envie sem criptografia',
      winmail:
        'chegou como “winmail.dat”, um formato do Outlook que não conseguimos abrir; envie em PDF ou como foto',
      oversized: 'é grande demais para chegar por e-mail; envie uma versão mais leve',
      infected:
        'nosso antivírus encontrou um vírus nele e não o abrimos; verifique o seu aparelho e envie o documento de novo, por exemplo como foto',
      archive: 'abrimos e recebemos o que ele contém',
      unsafe:
        'é um arquivo compactado que não podemos abrir com segurança; envie os documentos sem compactar',
      link: 'é um link e não um arquivo; por segurança não abrimos links. Anexe os arquivos ou envie-os pela nossa página',
      other: 'não conseguimos abrir; envie em PDF ou como foto',
    },

    rejected: {
      sent: ({ item }) => `“${item}”`,
      wrote: ({ item }) => `o que nos escreveu para “${item}”`,
      lead: ({ what, reason }) => `Recebemos ${what}, mas não podemos utilizá-lo: ${reason}.`,
      leadWithNote: ({ what }) => `Recebemos ${what}, mas não podemos utilizá-lo pelo seguinte motivo:`,
      leadPlain: ({ what }) => `Recebemos ${what}, mas não podemos utilizá-lo.`,
      again: 'Poderia reenviá-lo respondendo a este e-mail?',
      againPaper: 'Poderia entregá-lo novamente?',
      ask: 'Se quiser saber mais, pergunte respondendo a este e-mail.',
      alsoMissing: 'Também falta',
    },

    reminder: {
      lead: 'Ainda faltam os itens abaixo. Se já enviou, desconsidere.',
      due: ({ day }) => `Data solicitada: ${day}`,
      overdue: ({ day }) => `A data solicitada era ${day}`,
      missing: ({ missing, total }) =>
        missing === 1 ? `Falta 1 de ${total}` : `Faltam ${missing} de ${total}`,
      stop: 'Para não receber lembretes, responda “não lembrar”.',
      stopByPage: 'Também é possível interrompê-los aqui:',
      stopLink: 'Interromper os lembretes',
      stopWords: 'não lembrar',
    },

    stopped: {
      everywhere:
        'Conforme seu pedido, não enviaremos mais lembretes, nem aos e-mails adicionais que tivermos em seu cadastro.',
      here: 'Conforme seu pedido, não enviaremos mais lembretes a este e-mail. Os demais e-mails do cadastro continuarão a recebê-los.',
      still: `${You} continuará a receber as novidades e as solicitações de documentos. O que estiver pendente ainda é necessário.`,
      again: 'Se mudar de ideia, pode reativá-los aqui:',
      againButton: 'Voltar a receber lembretes',
    },

    invite: {
      lead: `Abrimos para ${you} um acesso ao nosso portal do cliente, onde pode acompanhar seus processos, o histórico e as pendências.`,
      password: 'Crie sua senha aqui; o link vale uma única vez.',
      passwordUntil: ({ day, time }) =>
        `Crie sua senha aqui; o link vale uma única vez e expira ${on(day)}, às ${time}.`,
      passwordButton: 'Criar minha senha',
      link: 'Entre por este link, sem senha. É pessoal: não encaminhe.',
      linkUntil: ({ day, time }) =>
        `Entre por este link, sem senha; vale até ${day}, às ${time}. É pessoal: não encaminhe.`,
      linkButton: 'Entrar no portal',
      unexpected: 'Se não esperava este acesso, não abra o link e avise o escritório.',
    },

    again: {
      passwordLead: 'Recebemos seu pedido para criar uma nova senha no portal do cliente.',
      passwordUntil: ({ day, time }) =>
        `Crie a senha aqui; o link vale uma única vez e expira ${on(day)}, às ${time}.`,
      passwordButton: 'Criar nova senha',
      linkLead: 'Recebemos seu pedido do link para entrar no portal do cliente.',
      unexpected: `Se não foi ${you} quem pediu, desconsidere: seu acesso continua como estava.`,
    },

    passwordSet: {
      lead: 'A senha do seu acesso ao nosso portal do cliente foi criada.',
      leadChanged: 'A senha do seu acesso ao nosso portal do cliente foi alterada.',
      unexpected: `Se foi ${you}, não é preciso fazer nada. Se não foi, escreva-nos o quanto antes para que encerremos esse acesso.`,
    },

    code: {
      lead: 'Seu código para abrir os arquivos:',
      until: ({ time }) => `Digite-o na página do portal em que ele foi solicitado. Vale até as ${time}.`,
      unexpected: `Não informe o código a ninguém: o escritório nunca o pedirá. Se não foi ${you} quem o solicitou, avise o escritório: alguém pode ter entrado no seu portal.`,
    },

    /** To members. */
    digest: {
      lead: ({ day }) => `Isto está pendente hoje, ${day}.`,
      mine: 'Sob sua responsabilidade',
      nobody: 'Sem responsável',
      toReview: 'A conferir',
      overdue: 'Com data ultrapassada',
      dueSoon: 'Com data próxima',
      waiting: 'Aguardando o cliente',
      review: ({ items }) => (items === 1 ? '1 item' : `${items} itens`),
      missing: ({ missing, total }) =>
        missing === 1 ? `falta 1 de ${total}` : `faltam ${missing} de ${total}`,
      due: ({ day }) => `data solicitada: ${day}`,
      quarantined: ({ count }) =>
        count === 1 ? 'E mais 1 e-mail a confirmar.' : `E mais ${count} e-mails a confirmar.`,
      failed: ({ count }) =>
        count === 1
          ? 'E mais 1 e-mail que não chegou ao destinatário.'
          : `E mais ${count} e-mails que não chegaram ao destinatário.`,
      ask: `No Slack ${you} pode conferir, lembrar os clientes ou adiar:`,
      button: 'Abrir no Slack',
      fewer: ({ firm }) =>
        `${firm} envia este resumo por e-mail em cada dia útil. Se preferir não recebê-lo, escolha “Não receber” nas configurações do Despacho, no Slack.`,
    },

    discreet: {
      news: `Temos uma mensagem para ${you}.`,
      pending: 'Há uma solicitação nossa que aguarda a sua resposta.',
      again: `Algo do que ${you} enviou precisa ser reenviado.`,
      received: 'Recebemos o seu envio. Agradecemos.',
      cancelled: 'Não é mais necessário enviar o que estava pendente.',
      elsewhere: 'Para preservar a sua privacidade, os detalhes não constam deste e-mail.',
      pageButton: 'Ver na página segura',
      contactUs: 'Se quiser conhecê-los, fale conosco.',
    },

    neutral: {
      sender: 'Mensagens',
      subject: `Há uma mensagem para ${you}`,
      codeSubject: 'Seu código',
      farewell: 'Cordialmente.',
      invite: `Abrimos para ${you} um acesso pessoal a uma página segura, onde pode ver suas mensagens.`,
      inviteUnexpected: 'Se não esperava este acesso, não abra o link e avise-nos.',
      passwordAgain: 'Recebemos seu pedido para criar uma nova senha.',
      linkAgain: 'Recebemos seu pedido do link de acesso.',
      enterButton: 'Entrar',
      passwordSet: 'A senha do seu acesso foi criada.',
      passwordChanged: 'A senha do seu acesso foi alterada.',
      code: 'Seu código:',
      codeUntil: ({ time }) => `Digite-o na página em que ele foi solicitado. Vale até as ${time}.`,
      codeUnexpected: `Não o informe a ninguém: nunca o pediremos. Se não foi ${you} quem o solicitou, avise-nos.`,
      fewer: 'Se preferir não receber estas mensagens aqui, informe em resposta a este e-mail.',
    },

    footer: {
      reference: ({ reference }) => `Referência: ${reference}`,
      support: ({ contact }) => `Dúvidas? Fale conosco: ${contact}`,
      supportByReply: 'Dúvidas? Responda a este e-mail.',
      fewerReminders:
        'Enviaremos lembretes do que faltar. Se preferir não recebê-los, responda “não lembrar”.',
      fewer: ({ firm }) =>
        `${You} recebe este e-mail porque ${firm} usa este endereço para enviar os seus avisos. Se preferir não recebê-los aqui, informe em resposta a este e-mail e deixaremos de usá-lo.`,
      safety: `Nunca pediremos que nos informe sua senha nem enviaremos dados bancários por e-mail. Se esta mensagem não é para ${you}, avise-nos e apague-a.`,
      replyLine: 'Responda acima desta linha',
      code: ({ mark }) => `Código deste e-mail: ${mark}`,
    },
  }
}
