import type { PortalWords } from '../es-CL/portal.ts'

/** Copy of the client portal in Portuguese of Brazil; clients are addressed as você. */
export const portal: PortalWords = {
  title: 'Portal do cliente',
  skip: 'Ir para o conteúdo',
  sections: 'Seções',
  yourMatters: 'Seus processos',
  yourDetails: 'Seus dados',
  leave: 'Sair',
  support: 'Ficou com dúvidas? Fale com o escritório:',
  supportUnknown: 'Ficou com dúvidas? Responda a qualquer e-mail do escritório.',
  zone: ({ zone }) => `Datas e horários: ${zone}.`,

  needs: {
    title: 'O que precisamos de você?',
    nothing: 'No momento, não precisamos de nada.',
    nothingNext: 'Se precisarmos de algum documento, ele aparecerá aqui e avisaremos por e-mail.',
    nothingInClosed: 'Não precisamos de mais nada.',
    waiting: ({ count }) => (count === 1 ? 'Há 1 pendência.' : `Há ${count} pendências.`),
    missing: ({ missing, total }) =>
      missing === 1 ? `Falta 1 de ${total}` : `Faltam ${missing} de ${total}`,
    reviewing: 'Recebemos tudo. O escritório está conferindo.',
    fulfilled: 'Solicitação concluída. Agradecemos o envio.',
    cancelled: 'O escritório cancelou esta solicitação. Não é necessário enviar nada.',
    due: ({ day }) => `Data solicitada: ${day}`,
    overdue: ({ day }) => `A data solicitada já passou: ${day}`,
    asked: ({ author, day }) => `Solicitação de ${author}, ${day}`,
    edited: 'Editada',
    settle: 'Ver e enviar',
    settleIn: ({ matter }) => `Ver e enviar o que falta em ${matter}`,
  },

  matters: {
    needed: 'Com pendências',
    current: 'Sem pendências',
    closed: 'Encerrados',
    none: 'Ainda não há processos para mostrar.',
    noneNext: 'Quando o escritório compartilhar um processo com você, ele aparecerá aqui.',
    court: 'Processo judicial',
    internal: 'Caso',
    lastActivity: ({ day }) => `Última movimentação: ${day}`,
    closedOn: ({ day }) => `Encerramento: ${day}`,
    appeal: 'Recurso',
    offshoot: 'Desdobramento',
    parent: 'Ver o processo principal',
    offspring: 'Recursos e desdobramentos',
  },

  history: {
    title: 'Histórico',
    none: 'Ainda não há novidades.',
    noneNext: 'Tudo o que informarmos ficará registrado aqui, do mais recente ao mais antigo.',
    earlierRequests: 'Solicitações anteriores',
    inReview: 'Em análise',
    edited: 'Editada',
    earlier: 'Ver o texto anterior',
    earlierAt: ({ moment }) => `Texto até ${moment}:`,
    hearing: 'Audiência',
    place: 'Local',
    bring: 'O que levar',
    by: ({ author }) => `por ${author}`,
    kinds: {
      news: 'Novidade',
      request: 'Solicitação de documentos',
      answer: 'Sua resposta',
      'court-movement': 'Andamento do tribunal',
      'manual-movement': 'Andamento do escritório',
      publication: 'Publicação oficial',
      task: 'Tarefa do escritório',
      document: 'Documento',
    },
  },

  item: {
    states: {
      pending: 'Pendente',
      received: 'Recebido',
      approved: 'Conferido',
      rejected: 'Precisa reenviar',
      waived: 'Dispensado',
    },
    reasons: {
      illegible: 'não está legível',
      incomplete: 'está incompleto',
      expired: 'está fora da validade',
      wrong_document: 'não é o documento de que precisamos',
      unsigned: 'falta a assinatura',
      missing_reverse: 'falta o verso',
      other: 'consulte o escritório',
    },
    reason: ({ reason }) => `Motivo: ${reason}`,
    byCoClient: 'Já enviado por outra das pessoas a quem foi solicitado.',
    yours: 'O que você enviou',
    via: {
      mail: 'por e-mail',
      portal: 'pelo portal',
      member: 'registrado pelo escritório',
    },
    paper: 'Entregue o original em papel no escritório.',
    sign: 'Assine e anexe aqui o documento assinado.',
    addMore: 'Acrescentar outro arquivo',
    addToText: 'Acrescentar algo à resposta',
    answer: 'Sua resposta',
    sendAnswer: 'Enviar resposta',
    thanks: ({ item }) => `Recebemos “${item}”. Agradecemos o envio.`,
  },

  upload: {
    choose: 'Escolher arquivo ou tirar foto',
    files: 'Arquivos',
    drop: 'ou arraste os arquivos até aqui',
    limits: ({ size }) => `PDF, fotos ou outros documentos. Até ${size} por envio.`,
    add: 'Acrescentar outro',
    remove: ({ name }) => `Remover ${name}`,
    send: ({ count }) => (count === 1 ? 'Enviar arquivo' : `Enviar ${count} arquivos`),
    sendPlain: 'Enviar arquivos',
    retry: 'Tentar de novo',
    stop: 'Interromper o envio',
    stopped: 'Envio interrompido. Nada foi enviado; seus arquivos continuam aqui.',
    starting: 'Enviando arquivos…',
    progress: ({ sent, total }) => `${sent} enviados de ${total}`,
    secondsLeft: ({ seconds }) => (seconds === 1 ? 'falta 1 segundo' : `faltam ${seconds} segundos`),
    minutesLeft: ({ minutes }) => (minutes === 1 ? 'falta 1 minuto' : `faltam ${minutes} minutos`),
    storing: 'Salvando…',
    broken:
      'A conexão caiu e o envio não chegou completo. Seus arquivos continuam aqui: verifique a conexão e toque em “Tentar de novo”.',
    onlyThisRequest: 'Este link é pessoal e vale apenas para esta solicitação.',
    done: 'Você já pode fechar esta página.',
  },

  file: {
    download: 'Baixar',
  },

  contact: {
    title: 'Seus dados',
    lead: 'É assim que o seu cadastro está no escritório.',
    name: 'Nome',
    taxId: 'CPF/CNPJ',
    email: 'E-mail principal',
    additionalEmails: 'E-mails adicionais',
    additionalEmailsNote: 'Recebem os mesmos avisos que você.',
    phones: 'Telefones',
    address: 'Endereço',
    none: 'Não informado',
    correct: 'Algo está desatualizado? Avise o escritório e faremos a correção.',
  },

  enter: {
    title: 'Entrar no portal',
    lead: ({ firm }) =>
      `${firm} compartilha com você o andamento dos seus processos e os documentos de que precisa.`,
    for: ({ client }) => `Acesso de ${client}`,
    button: 'Entrar',
    personal: 'Este link é pessoal: não o encaminhe.',
    badTitle: 'Este link não vale mais',
    bad: 'Ele pode ter sido substituído por um mais novo ou copiado pela metade. Procure o último e-mail do escritório ou peça um novo link.',
  },

  start: {
    title: 'Portal do cliente',
    lead: 'Para entrar, abra o link pessoal que o seu escritório de advocacia enviou por e-mail.',
    lost: 'Se não o encontrar, peça ao escritório que envie novamente.',
    left: 'Sua sessão foi encerrada.',
  },

  reminders: {
    title: 'Lembretes',
    lead: ({ firm }) => `${firm} envia lembretes por e-mail enquanto houver documentos pendentes.`,
    stop: 'Não receber mais lembretes',
    still: 'Você continuará recebendo as novidades e as solicitações de documentos.',
    stopped: 'Não enviaremos mais lembretes.',
    stoppedStill:
      'Se houver algo pendente, ainda precisamos que nos envie. Se desejar voltar a receber lembretes, avise o escritório.',
  },

  errors: {
    signedOutTitle: 'É preciso entrar primeiro',
    signedOut:
      'Sua sessão terminou ou você ainda não entrou. Abra novamente o link pessoal que o escritório enviou por e-mail.',
    missingTitle: 'Página não encontrada',
    missing: 'O endereço pode estar incompleto ou a página não está mais disponível.',
    foreignTitle: 'Não foi possível aceitar este envio',
    foreign: 'O envio não partiu deste portal. Volte à página e tente novamente por lá.',
    brokenTitle: 'Não foi possível mostrar esta página',
    broken: 'O problema é nosso e já ficou registrado. Tente novamente em alguns minutos.',
    reference: ({ reference }) => `Se acontecer outra vez, informe ao escritório a referência ${reference}.`,
    home: 'Ir para o início',
  },

  refusals: {
    fileEmpty: ({ name }) =>
      `“${name}” chegou vazio. Abra o arquivo para verificar o conteúdo e anexe novamente.`,
    fileTooLarge: ({ size }) =>
      `O envio passa de ${size}. Envie os arquivos separadamente ou em uma versão mais leve.`,
    tooManyFiles: ({ most }) =>
      `São arquivos demais de uma só vez. Envie até ${most} e depois acrescente os outros.`,
    nothingHandedIn: 'Não havia arquivo nem texto. Escolha ao menos um arquivo ou escreva sua resposta.',
    itemClosed: 'Este item já está resolvido; não é necessário enviar mais nada.',
    textTooLong: ({ most }) => `O texto é muito longo. Pode ter até ${most} caracteres.`,
    unreadable: 'O envio chegou incompleto. Tente novamente.',
    notNow: 'Não é possível fazer isso agora. Se precisar, fale com o escritório.',
  },
}
