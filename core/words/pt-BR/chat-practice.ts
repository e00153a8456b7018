import type { ChatWords } from '../es-CL/chat.ts'

/** What chat says where practice is not as it should be. */
export const practice: ChatWords['practice'] = {
  undo: {
    button: 'Desfazer envio',
    again: 'Corrigir e enviar de novo',
    may: 'Se foi engano, você pode desfazer durante um minuto.',
    held: ({ seconds }) => `Sai em ${seconds} segundos.`,
    done: ({ cancelled, disregarded }) =>
      disregarded === 0
        ? cancelled === 0
          ? 'Desfeito: seus clientes não veem mais isto.'
          : 'Desfeito antes de sair: ninguém recebeu nada.'
        : disregarded === 1
          ? 'Desfeito: seus clientes não veem mais isto. O e-mail já havia saído; enviamos outro pedindo que seja desconsiderado.'
          : `Desfeito: seus clientes não veem mais isto. ${disregarded} e-mails já haviam saído; enviamos outros pedindo que sejam desconsiderados.`,
    doneEdit: ({ cancelled, disregarded }) =>
      disregarded === 0
        ? cancelled === 0
          ? 'Alteração desfeita: seus clientes voltam a ler a versão anterior.'
          : 'Alteração desfeita antes de sair: ninguém recebeu o aviso.'
        : disregarded === 1
          ? 'Alteração desfeita: seus clientes voltam a ler a versão anterior. O e-mail já havia saído; enviamos outro pedindo que seja desconsiderado.'
          : `Alteração desfeita: seus clientes voltam a ler a versão anterior. ${disregarded} e-mails já haviam saído; enviamos outros pedindo que sejam desconsiderados.`,
    tooLate:
      'Já passou o minuto em que era possível desfazer. Você pode editar ou excluir pela comunicação do processo.',
  },

  files: {
    menu: { move: 'Mover um arquivo…', purge: 'Apagar um arquivo…', release: 'Liberar sem antivírus…' },
    titles: { move: 'Mover arquivo', purge: 'Apagar arquivo', release: 'Liberar sem antivírus' },
    fields: {
      file: 'Arquivo',
      to: 'Onde deve ficar',
      toHint: 'Busque por item, solicitação ou processo',
      why: 'Por que está sendo apagado',
      whyHint: 'Fica registrado com o seu nome e a data.',
    },
    moveNow: 'Colocar ali',
    releaseNow: 'Liberar assim mesmo',
    releaseHow:
      'O antivírus não verificou este arquivo. Se você o liberar, quem tem acesso poderá abri-lo, inclusive o cliente no portal. Faça isso só se esperava este arquivo desta pessoa; fica registrado que foi você quem liberou.',
    noneHeld: 'Nenhum arquivo está à espera do antivírus.',
    released: 'O arquivo foi liberado e já pode ser aberto.',
    purgeNow: 'Apagar',
    documents: 'Documentos do processo',
    documentsHow:
      'Entre os documentos, ele fica visível para todo cliente do processo que tenha permissão para vê-los. Nenhum e-mail é enviado.',
    purgeHow:
      'Ele é apagado na hora e não pode ser recuperado, nem o e-mail em que chegou. Fica registrado quem apagou, quando e por quê. O restante que o cliente enviou é mantido.',
    none: 'Não resta nenhum arquivo.',
    moved: 'O arquivo está no lugar certo. Se o item de onde saiu ficou sem nada, volta a estar pendente.',
    purged: 'O arquivo foi apagado. Se o item ficou sem nada, volta a estar pendente.',
    nothingLeft: ({ client }) => `Não resta nada do que ${client} enviou`,
    gone: {
      moved: ({ name, by, why }) => `${name}: movido por ${by} para “${why}”`,
      toDocuments: ({ name, by }) => `${name}: movido por ${by} para os documentos`,
      purged: ({ name, by, why }) => `${name}: apagado por ${by} (${why})`,
    },
  },

  onBehalf: {
    link: {
      how: ({ minutes }) =>
        `Se prefere que os arquivos não passem pelo Slack, peça um link: vale uma vez, durante ${minutes} minutos, neste computador ou em um telefone.`,
      button: 'Receber por link',
      pickFirst: 'Escolha primeiro o item, de quem é e como chegou.',
      ready: ({ minutes }) =>
        `Abra a página e anexe os arquivos. O link vale uma única vez e expira em ${minutes} minutos.`,
      open: 'Abrir a página',
      onlyYours: 'É só para você: quem o tiver pode registrar a resposta em seu nome.',
    },
    button: 'Registrar resposta',
    title: 'Registrar resposta',
    how: 'Para o que o cliente fez chegar a você por outro caminho. Conta como resposta dele e fica marcado que o escritório registrou.',
    fields: {
      item: 'Item',
      client: 'De quem',
      road: 'Como chegou',
      files: 'Arquivos',
      text: 'Resposta por escrito',
      receipt: 'Confirmação de recebimento',
    },
    sendReceipt: 'Enviar ao cliente uma confirmação por e-mail',
    roads: {
      mail: 'por e-mail',
      whatsapp: 'pelo WhatsApp',
      counter: 'pessoalmente',
      other: 'por outro caminho',
    },
    entered: ({ by, road }) => `Chegou ${road}; registrado por ${by}`,
    working: 'Salvando os arquivos…',
    done: ({ item }) => `A resposta a “${item}” foi registrada. Você pode conferi-la pela mensagem.`,
    nothingOpen: 'Não há nenhum item que ainda aceite respostas.',
    noFile: ({ name }) =>
      `O Slack não entregou “${name}”. Anexe de novo; se acontecer outra vez, quem administra o escritório precisa autorizar o aplicativo novamente.`,
  },

  toPaste: {
    button: 'Texto para WhatsApp',
    title: 'Texto para WhatsApp',
    how: 'Copie o texto e cole no WhatsApp ou em uma mensagem. Ele não diz de que assunto se trata. Quem tiver o link pode entregar arquivos em nome do cliente: envie-o somente ao número dele.',
    text: ({ url }: { url: string }) =>
      `Olá, segue o link para nos enviar o que está pendente: ${url} Você pode tirar fotos com o celular e enviá-las por ali mesmo. O link é pessoal; pedimos que não o encaminhe.`,
    done: 'Pronto',
    safeContact:
      'Há um cliente com contato seguro: antes de escrever ao telefone dele, confirme que ninguém mais o lê.',
    nobody: 'Não há mais nenhum cliente a quem isto seja pedido.',
    more: ({ count }: { count: number }) => (count === 1 ? 'E mais 1 cliente.' : `E mais ${count} clientes.`),
  },

  hearing: {
    deleteHint:
      'Se a audiência ainda não ocorreu e já foi avisada, será enviado um e-mail que a retira da agenda do cliente.',
    tellHint: 'Se a audiência mudar, avise: assim ela também é atualizada na agenda de quem já a recebeu.',
    more: 'Incluir audiência ou urgência',
    fields: {
      day: 'Audiência: dia',
      time: 'Horário',
      place: 'Local ou link',
      placeHint: 'Por exemplo: 2ª Vara de Família, sala 3; ou o link da videoaudiência.',
      bring: 'O que levar',
    },
    urgent: 'Urgência',
    urgentHint:
      'Se for urgente, pede-se ao cliente que confirme que leu. Quem não confirmar a tempo aparece nas suas mensagens, para você telefonar.',
    notUrgent: 'Não é urgente',
    within: ({ hours }) =>
      hours === 1 ? 'Urgente: confirmar em até 1 hora' : `Urgente: confirmar em até ${hours} horas`,
    incomplete: 'Uma audiência precisa de dia, horário e local.',
    line: ({ when, place }) => `Audiência: ${when} · ${place}`,
    willConfirm: ({ hours }) =>
      hours === 1
        ? 'Urgente: pede-se a confirmação em até 1 hora.'
        : `Urgente: pede-se a confirmação em até ${hours} horas.`,
    confirmedBy: ({ confirmed, of }) =>
      confirmed === 0 ? 'Urgente: ninguém confirmou' : `Urgente: confirmada por ${confirmed} de ${of}`,
    request: {
      unconfirmed: 'Uma solicitação urgente não foi confirmada nem respondida: convém telefonar',
      allConfirmed: 'A solicitação urgente já foi confirmada',
    },
    unconfirmed: 'Um aviso urgente não foi confirmado: convém telefonar',
    allConfirmed: 'O aviso urgente já foi confirmado',
    confirmedAt: ({ moment }) => `confirmou: ${moment}`,
  },

  items: {
    kinds: { paper: 'original em papel', sign: 'para assinar' },
    issuedWithin: ({ days }) => `emitido nos últimos ${days} dias`,
    marks: { paper: 'original em papel', sign: 'assinar', issued: ({ days }) => `≤ ${days} dias` },
    menu: {
      receive: 'Receber o original',
      return: 'Devolver o original',
      sign: 'Anexar o que será assinado',
      expiry: 'Informar validade',
    },
    titles: {
      receive: 'Receber original',
      giveBack: 'Devolução do original',
      toSign: 'Para assinar',
      expiry: 'Validade',
    },
    fields: {
      whose: 'Quem entregou',
      kept: 'Onde fica guardado',
      keptHint: 'Por exemplo: cofre, pasta 12. O cliente não vê.',
      returned: 'A quem é devolvido',
      returnedHint: 'Por exemplo: à dona Rosa, no escritório.',
      toSign: 'Documento para assinar',
      expires: 'Válido até',
      expiresHint: 'Você será avisado três semanas antes, para pedi-lo de novo. Vazio: não vence.',
    },
    receiveHow: 'Fica registrado que você o recebeu, e quando. O cliente vê que ele está no escritório.',
    toSignHow: 'O cliente o baixa no portal ou na página do link do e-mail dele, e envia assinado.',
    attached: ({ item }) => `O cliente já pode baixar o que deve assinar em “${item}”.`,
    lines: {
      held: ({ by, where, moment }) => `Recebido por ${by}, ${moment}. Guardado em: ${where}`,
      returned: ({ to, moment }) => `Devolvido (${moment}) a: ${to}`,
      toSign: ({ file }) => `Assina-se: ${file}`,
      expires: ({ day }) => `Válido até ${day}`,
    },
    expiring: ({ day }) => `Um documento está prestes a vencer: ${day}`,
    renew: 'Pedir de novo',
    renewed: 'Já foi pedido de novo.',
  },
}
