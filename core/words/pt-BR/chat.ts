import type { ChatWords } from '../es-CL/chat.ts'
import { channels } from './chat-channels.ts'
import { clients } from './chat-clients.ts'
import { home } from './chat-home.ts'
import { install } from './chat-install.ts'
import { matters } from './chat-matters.ts'
import { messages } from './chat-messages.ts'
import { practice } from './chat-practice.ts'
import { evidence } from './chat-evidence.ts'
import { settings } from './chat-settings.ts'
import { shortcuts } from './chat-shortcuts.ts'
import { templates } from './chat-templates.ts'

/** Copy of the chat doors in Portuguese of Brazil; members are addressed as você. */
export const chat: ChatWords = {
  commands: {
    names: {
      news: 'novidade',
      request: 'solicitar',
      pending: 'pendencias',
      matter: 'processo',
      access: 'acesso',
      client: 'cliente',
      settings: 'ajustes',
      help: 'ajuda',
    },
    descriptions: {
      despacho: 'Novidades, solicitações e pendências dos seus clientes',
      news: 'Publicar uma novidade para o cliente',
      request: 'Solicitar documentos ao cliente',
      pending: 'Ver o que está pendente',
      matter: 'Abrir a comunicação de um processo ou caso',
    },
    hint: '[processo, cliente ou número]',
    helpTitle: 'O que você pode fazer por aqui',
    help: {
      news: 'publica uma novidade: vai ao cliente por e-mail e fica no portal',
      request: 'solicita documentos; o cliente os entrega respondendo ao e-mail',
      pending: 'mostra o que depende de você e dos seus clientes',
      matter: 'abre a comunicação de um processo ou caso, ou cria um novo',
      access: 'mostra os acessos dos seus clientes ao portal: adicionar, convidar, editar ou remover',
      client: 'abre a ficha de um cliente (dados, e-mails adicionais e processos) ou adiciona um novo',
      settings:
        'mostra os ajustes: sua ausência, os modelos e, para quem administra, o escritório e sua equipe',
      help: 'mostra esta ajuda',
    },
    helpWords:
      'Depois do comando, você pode escrever parte do nome do processo, do cliente ou o número: se só houver um resultado, o formulário já abre com ele.',
    unknown: ({ word }) => `Não conheço “${word}”.`,
    nothing: 'Escreva o que deseja fazer.',
  },

  buttons: {
    approve: 'Aprovar',
    reject: 'Recusar',
    review: 'Conferir',
    confirm: 'Confirmar',
    accept: 'Aceitar',
    acceptAndAdd: 'Aceitar e incluir e-mail',
    discard: 'Descartar',
    publish: 'Publicar novidade',
    request: 'Solicitar documentos',
    hide: 'Ocultar dos clientes',
    show: 'Mostrar aos clientes',
    remind: 'Lembrar agora',
    snooze: 'Adiar 7 dias',
    remindAgain: 'Voltar a lembrar',
    correctionDone: 'Feito',
    items: 'Ver itens',
    waive: 'Dispensar',
    open: 'Ver comunicação',
    look: 'Ver',
    correct: 'Corrigir',
    moreItems: 'Adicionar outro campo para mais itens',
    next: 'Ver mais',
    back: 'Voltar',
    send: 'Enviar',
    goOn: 'Continuar',
    save: 'Salvar',
    cancel: 'Cancelar',
    close: 'Fechar',
    menu: {
      edit: 'Editar',
      delete: 'Excluir',
      remind: 'Lembrar agora',
      items: 'Ver itens',
      cancel: 'Cancelar solicitação',
    },
  },

  fields: {
    matter: 'Processo ou caso',
    matterHint: 'Busque por nome, cliente ou número',
    text: 'Novidade',
    textHint: 'O que deseja informar ao cliente',
    title: 'Título',
    titleHint: 'Por exemplo: documentos para o inventário',
    details: 'Detalhes',
    items: 'O que é necessário',
    itemsHint:
      'Um documento por linha. Termine a linha com ? se basta uma resposta por escrito. Também pode terminá-la com (original em papel) se precisar dele em papel, (assinar) se o cliente deve assiná-lo ou (≤ 90 dias) se deve ser recente.',
    itemsPart: ({ part, of }) => `O que é necessário (${part} de ${of})`,
    itemsGoOn: 'Continue aqui. Cada item deve ficar inteiro em um mesmo campo.',
    due: 'Data solicitada',
    audience: 'Quem será avisado',
    ifHidden: 'O processo está oculto. O que deseja fazer?',
    tellAgain: 'Avisar os clientes de novo?',
    tellCancelled: 'Avisar os clientes?',
    reason: 'Motivo',
    reasonHint: 'Escolha um motivo',
    note: 'Observação para o cliente',
    noteHint: 'Será enviada exatamente como você escrever',
  },

  choices: {
    show: 'Mostrar o processo agora e avisar',
    keep: 'Guardar sem avisar; o processo continua oculto',
    tell: 'Sim, enviar um e-mail',
    quiet: 'Não, apenas salvar a alteração',
    tellCancelled: 'Sim, avisar que não é mais necessário',
    quietCancelled: 'Não avisar',
    noneOfThese: 'Nenhum destes',
    whichItem: 'Escolha o item',
  },

  titles: {
    news: 'Publicar novidade',
    confirm: 'Confira antes de enviar',
    newsEdit: 'Editar novidade',
    newsDelete: 'Excluir novidade',
    request: 'Solicitar documentos',
    requestEdit: 'Editar solicitação',
    requestDelete: 'Excluir solicitação',
    requestCancel: 'Cancelar solicitação',
    communication: 'Comunicação',
    items: 'Itens da solicitação',
    review: 'Conferir respostas',
    reject: 'Recusar resposta',
    quarantine: 'E-mail a confirmar',
    pending: 'Pendências',
    done: 'Pronto',
    notDone: 'Não foi possível',
  },

  confirm: {
    willTell: ({ names, mails }) =>
      mails === 0
        ? `Nenhum e-mail será enviado: não há endereço válido de ${names}.`
        : `Vamos avisar ${names} (${mails === 1 ? '1 e-mail' : `${mails} e-mails`}).`,
    manyClients: ({ count }) => `${count} clientes`,
    noAddress: 'sem endereço válido',
    visible: ({ accesses }) =>
      accesses === 0 ? 'Visível no portal, embora ninguém tenha acesso ainda.' : 'Visível no portal.',
    hidden: 'O processo está oculto: seus clientes não o veem no portal.',
    restricted: 'No portal, só para acessos com processos restritos.',
    sensitive: 'O processo é sigiloso: o e-mail leva apenas um link para o portal.',
    due: ({ day }) => `Data solicitada: ${day}`,
    noDue: 'Sem data solicitada',
    written: 'resposta por escrito',
    delete: {
      news: 'A novidade deixará de existir para os clientes. E-mails já enviados não podem ser recolhidos.',
      request:
        'A solicitação deixará de existir para os clientes e não haverá mais lembretes. E-mails já enviados não podem ser recolhidos.',
    },
    cancel: 'Nada mais será pedido ao cliente. O que ele já enviou fica guardado.',
    hideTitle: 'Ocultar o processo?',
    hide: 'Seus clientes deixarão de vê-lo no portal e não receberão lembretes. As respostas por e-mail continuam chegando.',
    showTitle: 'Mostrar o processo?',
    show: 'Seus clientes voltarão a vê-lo no portal. Nenhum e-mail será enviado.',
    discardTitle: 'Descartar este e-mail?',
    discard: 'Os arquivos não entrarão no processo. Quem enviou não será avisado.',
    waiveTitle: 'Dispensar este item?',
    waive: 'Ele não será mais pedido ao cliente. O que já foi enviado fica guardado.',
  },

  done: {
    sent: ({ mails }) =>
      mails === 0
        ? 'Salvo. Nenhum e-mail foi enviado.'
        : mails === 1
          ? 'Enviado: 1 e-mail.'
          : `Enviado: ${mails} e-mails.`,
    kept: 'Guardado sem avisar ninguém.',
    saved: 'Alteração salva.',
    savedAndSent: ({ mails }) =>
      mails === 1 ? 'Alteração salva. Enviado: 1 e-mail.' : `Alteração salva. Enviado: ${mails} e-mails.`,
    reminded: ({ clients }) =>
      clients === 0
        ? 'Não há quem lembrar no momento.'
        : clients === 1
          ? 'Lembrete enviado.'
          : `Lembrete enviado a ${clients} clientes.`,
    snoozed: ({ day }) => `Lembretes adiados até ${day}.`,
    hidden: 'O processo está oculto para seus clientes.',
    shown: 'O processo está visível para seus clientes.',
    rejected: ({ item }) => `“${item}” foi recusado e o cliente será avisado.`,
    reviewed: 'Não há mais nada a conferir.',
  },

  matter: {
    reference: ({ reference }) => `ref. ${reference}`,
    hidden: 'oculto',
    closed: 'encerrado',
    visibleState: 'Visível para os clientes',
    hiddenState: 'Oculto para os clientes',
    restrictedState: 'No portal, só para acessos com processos restritos',
    closedState: 'Encerrado: não recebe novidades nem solicitações',
    clients: ({ names }) => `Clientes: ${names}`,
    noClients: 'Sem clientes',
    several: 'Há mais de um resultado. Escolha o processo.',
    none: ({ words }) => `Nenhum processo ou caso encontrado com “${words}”.`,
  },

  access: {
    titles: {
      list: 'Acessos ao portal',
      add: 'Adicionar acesso',
      edit: 'Editar acesso',
      remove: 'Remover acesso',
      look: 'Ver como o cliente',
    },
    buttons: {
      see: 'Ver acessos',
      add: 'Adicionar acesso',
      edit: 'Editar',
      invite: 'Enviar convite',
      inviteAgain: 'Enviar o convite de novo',
      remove: 'Remover',
      removeOnly: ({ client }) => `Remover só o que é de ${client}`,
      extend: ({ name }) => `É a mesma pessoa: estender o acesso de ${name}`,
      extendYes: 'Estender o acesso',
      look: 'Ver como o cliente',
    },
    kinds: {
      account: 'Com senha: o cliente a cria por um link que recebe por e-mail',
      link: 'Por link: entra sem senha, com seu link pessoal',
    },
    categories: {
      'court-movements': 'andamentos do tribunal',
      'manual-movements': 'andamentos do escritório',
      tasks: 'tarefas do escritório',
      publications: 'publicações oficiais',
      documents: 'documentos',
    },
    matters: { private: 'processos privados', team: 'processos de equipe' },
    state: {
      notInvited: 'Sem convite',
      invited: ({ moment }) => `Convite enviado: ${moment}`,
      entered: 'Já entrou',
      lastSeen: ({ moment }) => `última visita: ${moment}`,
    },
    sees: ({ what }) =>
      what === '' ? 'Vê apenas novidades e solicitações' : `Vê novidades e solicitações, e também: ${what}`,
    clients: ({ names }) => `Cliente: ${names}`,
    ofAll: 'Acessos de todos os clientes',
    of: ({ names }) => `Acessos de ${names}`,
    none: 'Ainda não há acessos. O primeiro aparecerá aqui, com a sua situação.',
    several: 'Há mais de um resultado. Escolha o cliente.',
    notFound: ({ words }) => `Nenhum cliente foi encontrado com “${words}”.`,
    fields: {
      client: 'Cliente',
      clientHint: 'Busque por nome, CPF, CNPJ ou e-mail',
      clientOptional: 'Deixe em branco para ver os acessos de todos os clientes.',
      kind: 'Tipo de acesso',
      name: 'Nome',
      nameHint: 'De quem usará o acesso. Em branco, será o nome do cliente.',
      email: 'E-mail',
      emailHint: 'Nada é enviado até que você envie o convite.',
      can: 'O que pode ver',
      canHint: 'As novidades e solicitações dirigidas ao cliente ele sempre vê.',
      matters: 'Processos restritos',
      mattersHint:
        'Se não marcar, o cliente não vê os processos privados nem os de equipe. Pode marcá-los quem vê todos eles, ou quem administra o escritório.',
    },
    clientMissing: 'Escolha um cliente.',
    editNow:
      'As alterações valem na hora: quem estiver conectado precisará entrar de novo. Se o e-mail mudar, o link e a senha anteriores deixam de valer e será preciso enviar outro convite.',
    taken: ({ whose }) => `Esse e-mail já tem um acesso: o de ${whose}. Peça outro endereço.`,
    extendHow:
      'Se for a mesma pessoa, por exemplo quem também é dono da empresa, você pode estender o acesso que ela já tem.',
    extendTitle: 'É a mesma pessoa?',
    extendSure: ({ name, client }) =>
      `${name} verá com o mesmo acesso também o que é de ${client}, com as mesmas permissões. Se estiver no portal, precisará entrar de novo. Nenhum e-mail é enviado.`,
    extended: ({ name, client }) => `O acesso de ${name} agora abre também o que é de ${client}.`,
    added: ({ name }) => `O acesso de ${name} foi criado. Nada foi enviado ainda.`,
    invited: ({ email }) => `Convite enviado para ${email}.`,
    edited: 'Alteração salva. Quem estava conectado precisará entrar de novo.',
    removeHow:
      'Este acesso deixa de abrir o portal na hora: a sessão termina e o link ou a senha não valem mais. O histórico é mantido. Depois será possível criar outro acesso com o mesmo e-mail.',
    removed: 'O acesso foi removido.',
    narrowed: ({ name, client }) => `O acesso de ${name} não abre mais o que é de ${client}.`,
    look: {
      how: 'Cada link vale uma única vez, por dez minutos. Mostra o portal como o cliente o vê, sem permitir agir por ele, e fica registrado.',
      usual: 'Ainda não tem acesso. Assim veria o processo com o acesso habitual.',
      noAccess: 'Ainda não tem acesso.',
      sees: 'Vê este processo.',
      nobody: 'Este processo não tem clientes.',
      why: {
        other_side: 'Não vê este processo: é a parte contrária.',
        shared: 'Não vê este processo: o mesmo acesso é também da parte contrária.',
        hidden: 'Não vê este processo: está oculto para os clientes.',
        private: 'Não vê este processo: é privado, e o acesso não inclui processos privados.',
        team: 'Não vê este processo: é de equipe, e o acesso não inclui processos de equipe.',
        parent: 'Não vê este processo: chegaria a ele pelo processo de origem, que também não pode ver.',
      },
    },
  },

  client: clients,
  matters,

  home,

  channels,

  shortcuts,

  install,

  templates,

  settings,
  evidence,

  practice,

  messages,

  communication: {
    news: ({ count }) => (count === 0 ? 'Novidades' : `Novidades (${count})`),
    noNews: 'Ainda não há novidades. A primeira aparecerá aqui e no portal do cliente.',
    requests: ({ count }) => (count === 0 ? 'Solicitações' : `Solicitações (${count})`),
    noRequests: 'Ainda não há solicitações. Aqui você verá o que falta e o que chegou.',
    history: 'Histórico',
    buttons: { older: 'Mostrar anteriores', newer: 'Mostrar mais recentes' },
    edited: 'editada',
    unannounced: 'sem aviso',
    missing: ({ missing, total }) =>
      missing === 0
        ? 'Não falta nada'
        : missing === 1
          ? `Falta 1 de ${total}`
          : `Faltam ${missing} de ${total}`,
    missingItems: ({ count }) => (count === 1 ? 'Falta 1 item' : `Faltam ${count} itens`),
    toReview: ({ count }) => `${count} a conferir`,
    due: ({ day }) => `até ${day}`,
    fulfilled: 'Completa',
    cancelled: 'Cancelada',
  },

  deliveries: {
    accepted: ({ count }) => (count === 1 ? '1 enviado' : `${count} enviados`),
    queued: ({ count }) => `${count} na fila`,
    bounced: ({ count }) => (count === 1 ? '1 devolvido' : `${count} devolvidos`),
    failed: ({ count }) => (count === 1 ? '1 não entregue' : `${count} não entregues`),
    cancelled: ({ count }) => (count === 1 ? '1 cancelado' : `${count} cancelados`),
    opened: ({ count }) => `${count} com link aberto`,
    seen: ({ count }) => (count === 1 ? '1 visto no portal' : `${count} vistos no portal`),
  },

  item: {
    states: {
      pending: 'Pendente',
      received: 'Recebido',
      approved: 'Aprovado',
      rejected: 'Recusado',
      waived: 'Dispensado',
    },
    by: ({ state, name }) => `${state} por ${name}`,
  },

  reasons: {
    illegible: 'Não está legível',
    incomplete: 'Está incompleto',
    expired: 'Está vencido',
    wrong_document: 'Não é o documento solicitado',
    unsigned: 'Falta a assinatura',
    missing_reverse: 'Falta o verso',
    other: 'Outro motivo (escreva a observação)',
  },

  documents: {
    view: 'ver como imagem',
    joined: ({ photos }) => `As ${photos} fotos em um só PDF`,
    inside: ({ count, list }) =>
      count === 1 ? `contém ${list}` : count === 0 ? 'não contém nada' : `contém ${count} arquivos: ${list}`,
    moreInside: ({ count }) => `e mais ${count}`,
    closed: {
      encrypted: 'tem senha',
      unsafe: 'não pode ser aberto com segurança: baixe só se confiar em quem enviou',
      broken: 'está danificado',
    },
  },

  held: {
    down: 'em espera: o antivírus ainda não verificou',
    limits: 'em espera: o antivírus não conseguiu verificar por inteiro',
  },

  flags: {
    empty: 'chegou vazio',
    encrypted: 'tem senha',
    unlocked: 'tem senha; o cliente já a informou',
    smime: 'está criptografado',
    winmail: 'não foi possível abrir',
    oversized: 'é grande demais',
    infected: 'tem vírus; ninguém pode abrir',
    archive: 'foi aberto; o conteúdo aparece à parte',
    unsafe: 'não pode ser aberto com segurança',
    link: 'é um link, não um arquivo',
    other: 'não foi possível ler',
  },

  notes: {
    answersWithdrawn: ({ client }) => `${client} retirou o que havia enviado`,
    answersArrived: ({ client, items }) =>
      items === 0
        ? `${client} enviou arquivos`
        : items === 1
          ? `${client} respondeu 1 item`
          : `${client} respondeu ${items} itens`,
    via: {
      mail: 'por e-mail',
      portal: 'pelo portal',
      member: 'incluído pela equipe',
    },
    received: ({ received, total }) =>
      received === 1 ? `Recebido 1 de ${total}` : `Recebidos ${received} de ${total}`,
    unsure: ({ file }) => `A qual item corresponde ${file}?`,
    suggestion: ({ item }) => `Parece ser “${item}”.`,
    setAside: 'Sem item',
    moreFiles: ({ count }) => (count === 1 ? 'e mais 1' : `e mais ${count}`),
    messageArrived: ({ client }) => `${client} escreveu`,
    aboutNews: 'em resposta a uma novidade',
    aboutRequest: 'em resposta a uma solicitação',
    quarantined: 'Um e-mail aguarda sua decisão',
    quarantineAccepted: 'E-mail aceito',
    quarantineAdded: 'E-mail aceito e endereço incluído',
    quarantineDiscarded: 'E-mail descartado',
    decidedBy: ({ name }) => `por ${name}`,
    sender: ({ from }) => `De ${from}`,
    subject: ({ subject }) => `Assunto: ${subject}`,
    noSubject: 'Sem assunto',
    forRequest: ({ title }) => `Para “${title}”`,
    forwardedFrom: ({ from }) => `Segundo o encaminhamento, quem escreveu foi ${from}.`,
    quarantineReasons: {
      from_member:
        'Foi encaminhado por alguém do escritório. Depois de confirmado, contará como resposta do cliente.',
      no_match:
        'Vem de um e-mail do cliente, mas não se sabe ao certo a qual solicitação responde. Contará como resposta somente se você indicar.',
      unknown_sender: 'O endereço não está entre os e-mails do cliente.',
      unproven: 'O endereço é conhecido, mas nada comprova que o e-mail tenha vindo dele.',
      failed_proof: 'A verificação do remetente falhou: pode não ser quem diz ser.',
      forged: 'O endereço de resposta foi adulterado.',
      expired_address: 'O endereço de resposta já venceu.',
      revoked_address:
        'O endereço de resposta não vale mais: quem o recebeu deixou de estar entre os destinatários.',
      automatic_with_files: 'É uma resposta automática, mas traz arquivos.',
      not_addressed:
        'Não foi enviado ao nosso endereço de resposta: pode ser uma cópia oculta ou um e-mail que outra pessoa fez chegar.',
      unreadable: 'Não foi possível ler o e-mail. Se for o caso, peça ao remetente que o envie novamente.',
      too_large:
        'O e-mail é grande demais para ser recebido aqui. Ele está na caixa de correio, na pasta de quarentena. Se respondia a uma solicitação, já avisamos o cliente como enviar os arquivos; se não, peça ao remetente que os envie pelo link do e-mail da solicitação.',
    },
    unmatched:
      'Não se sabe de qual processo trata, por isso não pode ser aceito. Se for o caso, peça a quem enviou que responda ao e-mail da solicitação.',
    deliveryFailed: ({ email }) => `Não foi possível entregar um e-mail a ${email}`,
    deliveryDoubted: ({ email }) => `Um aviso diz que um e-mail a ${email} não chegou`,
    deliveryDoubtedHow:
      'Não foi possível comprovar que o aviso tenha vindo de um servidor de e-mail; pode ser falso. Esse endereço continuará recebendo mensagens. Em caso de dúvida, confirme com o destinatário.',
    deliveryReason: ({ reason }) => `O servidor respondeu: ${reason}`,
    deadAddress:
      'O endereço não existe ou não recebe mensagens. Nada mais será enviado a ele até que seja corrigido.',
    mailboxTrouble: ({ mailbox }) => `Há um problema com a caixa de correio ${mailbox}`,
    mailboxWell: ({ mailbox }) => `A caixa de correio ${mailbox} voltou a ser lida`,
    mailboxTroubles: {
      login_refused: 'O servidor de e-mail não aceita a senha ou a autorização.',
      unreachable: 'O servidor de e-mail não responde.',
      folder_missing: 'A pasta que deve ser lida não existe ou não pode ser aberta.',
      not_taken: 'O servidor não entrega alguns e-mails.',
      not_moved: 'Os e-mails são lidos, mas não podem ser movidos para a pasta deles.',
      not_stored: 'Os e-mails não podem ser guardados aqui.',
    },
    mailboxHow: 'Os e-mails continuam na caixa de correio e nada se perde. Avise quem administra o Despacho.',
    remindersEnded: 'Os lembretes terminaram e ainda falta o que foi solicitado',
    remindersStopped: ({ client }) => `${client} pediu para não receber lembretes`,
    remindersStoppedHow:
      'As solicitações continuam abertas. Se for preciso, ligue para o cliente ou envie um lembrete avulso.',
    remindersStoppedAt: ({ client, email }) => `${client}: em ${email} pediram para não receber lembretes`,
    remindersStoppedAtHow: 'Vale só para esse endereço; os demais e-mails do cliente continuam a recebê-los.',
    remindersResumed: 'Lembretes reativados',
    remindersResumedByClient: 'Lembretes reativados a pedido de quem os havia suspendido',
    passwordGiven: 'O cliente informou a senha de um documento',
    passwordHow: 'a senha aparece ao abrir o documento',
    correctionAsked: ({ client }) => `${client} pede correção dos seus dados`,
    correctionDone: ({ client }) => `Dados de ${client} corrigidos`,
    correctionHow: 'Corrija a ficha e depois marque como feito; o cliente verá isso no portal.',
    mattersTaken: ({ from, count }) =>
      count === 1
        ? `Agora você é responsável por um processo de ${from}`
        : `Agora você é responsável por ${count} processos de ${from}`,
    mattersTakenHow:
      'A partir de agora você recebe as respostas, pendências e lembretes. O que aguardava conferência vem a seguir.',
    digest: ({ day }) => `Pendências de ${day}`,
  },

  pending: {
    nothing: 'Não há nada pendente.',
    toReview: ({ count }) => `A conferir (${count})`,
    overdue: ({ count }) => `Com data ultrapassada (${count})`,
    dueSoon: ({ count }) => `Com data próxima (${count})`,
    waiting: ({ count }) => `Aguardando o cliente (${count})`,
    quarantined: ({ count }) => `E-mails a confirmar (${count})`,
    failed: ({ count }) => `E-mails não entregues (${count})`,
    items: ({ count }) => (count === 1 ? '1 item a conferir' : `${count} itens a conferir`),
    since: ({ moment }) => `desde ${moment}`,
    more: ({ count }) => (count === 1 ? 'e mais 1' : `e mais ${count}`),
  },

  events: {
    matterAdded: 'Processo criado',
    matterEdited: 'Processo alterado',
    matterHidden: 'Processo ocultado dos clientes',
    matterShown: 'Processo visível para os clientes',
    matterClosed: 'Processo encerrado',
    matterReopened: 'Processo reaberto',
    matterHandedOver: 'Processo transferido a outra pessoa da equipe',
    channelLinked: 'Canal vinculado',
    channelUnlinked: 'Canal desvinculado',
    channelHeld: 'Avisos de volta por mensagem direta',
    newsPublished: 'Novidade publicada',
    newsEdited: 'Novidade editada',
    newsDeleted: 'Novidade excluída',
    fileMoved: 'Arquivo movido',
    filePurged: 'Arquivo apagado',
    photosJoined: 'Fotos reunidas em um documento',
    archiveListed: 'Arquivo compactado aberto',
    fileScanned: 'Arquivo verificado contra vírus',
    fileInfected: 'Vírus encontrado em um arquivo',
    fileReleased: 'Arquivo retido liberado',
    passwordGiven: 'Senha de um documento informada',
    passwordShown: 'Senha de um documento consultada',
    newsConfirmed: 'Confirmada a novidade urgente',
    newsUnconfirmed: 'Novidade urgente sem confirmação',
    paperReceived: 'Original recebido',
    paperReturned: 'Original entregue de volta',
    toSignAttached: 'Documento para assinar anexado',
    expirySet: 'Validade informada',
    itemExpiring: 'Documento perto de vencer',
    itemRenewed: 'Documento pedido novamente',
    editTakenBack: 'Alteração desfeita',
    newsTakenBack: 'Envio da novidade desfeito',
    requestConfirmed: 'Leitura da solicitação confirmada',
    requestUnconfirmed: 'Solicitação urgente sem confirmação',
    requestTakenBack: 'Envio da solicitação desfeito',
    disregardSent: 'Aviso ao cliente para desconsiderar um e-mail',
    documentsRequested: 'Documentos solicitados',
    requestEdited: 'Solicitação editada',
    requestDeleted: 'Solicitação excluída',
    requestCancelled: 'Solicitação cancelada',
    requestFulfilled: 'Solicitação completa',
    itemWaived: 'Item dispensado',
    behalfLinkMade: 'Link para registrar uma resposta',
    linkToPasteMade: 'Link de entrega passado por telefone',
    answerReceived: 'Resposta recebida',
    fileWithdrawn: 'Arquivo retirado pelo cliente',
    answerApproved: 'Resposta aprovada',
    answerRejected: 'Resposta recusada',
    fileSettled: 'Arquivo classificado',
    messageReceived: 'Mensagem recebida',
    messageAnswered: 'Mensagem respondida',
    messageAnswerTakenBack: 'Resposta a uma mensagem desfeita',
    waitingMailTold: 'E-mail pendente avisado ao cliente',
    quarantineEscalated: 'E-mail a confirmar avisado a quem administra',
    mailNoted: 'E-mail automático recebido',
    mailQuarantined: 'E-mail aguardando confirmação',
    quarantineDecided: 'E-mail a confirmar resolvido',
    addressBounced: 'Endereço de e-mail recusado',
    correctionAsked: 'Correção de dados solicitada',
    correctionSettled: 'Correção de dados feita',
    languageChosen: 'Idioma ou fuso horário escolhidos pelo cliente',
    deliveryFailed: 'E-mail não entregue',
    deliveryDoubted: 'Aviso de e-mail não entregue, sem comprovação',
    entryAdded: 'Registro incluído',
    accessAdded: 'Acesso criado',
    accessEdited: 'Acesso alterado',
    accessInvited: 'Convite enviado',
    accessRemoved: 'Acesso removido',
    accessEntered: 'Entrada no portal',
    clientPreviewed: 'Portal visto como o cliente',
    fileOpened: 'Arquivo aberto',
    reminderSent: 'Lembrete enviado ao cliente',
    reminderAsked: 'Lembrete solicitado',
    remindersSnoozed: 'Lembretes adiados',
    remindersStopped: 'Lembretes interrompidos',
    remindersResumed: 'Lembretes reativados',
    remindersEnded: 'Lembretes encerrados',
  },

  verdicts: {
    approved: ({ by }) => `Já foi aprovado por ${by}.`,
    rejected: ({ by }) => `Já foi recusado por ${by}.`,
    accepted: ({ by }) => `Já foi aceito por ${by}.`,
    discarded: ({ by }) => `Já foi descartado por ${by}.`,
    other: ({ by }) => `Já foi resolvido por ${by}.`,
    somebody: 'outra pessoa',
  },

  refusals: {
    notFound: 'Não foi encontrado, ou você não tem acesso a isto.',
    notAMember:
      'O Despacho é só para a equipe do escritório. Se você faz parte dela, peça a quem administra o escritório que inclua a sua conta.',
    notAllowed: 'Seu perfil não permite fazer isto. Peça a quem administra o escritório.',
    lastAdmin: 'É a única pessoa que administra o escritório. Nomeie outra antes.',
    successorMissing: ({ count }) =>
      count === 1
        ? 'Há 1 processo sob sua responsabilidade. Escolha quem o assume.'
        : `Há ${count} processos sob sua responsabilidade. Escolha quem os assume.`,
    notInTeam: ({ name }) =>
      `${name} não faz parte dessa equipe. Escolha outra pessoa ou peça a mudança a quem administra o escritório.`,
    nobodyToTell: 'Não há quem avisar: nenhum cliente pode receber este aviso.',
    matterHidden: 'O processo está oculto para os clientes. Mostre-o primeiro, ou guarde isto sem avisar.',
    matterClosed: 'O processo está encerrado e não recebe nada novo.',
    dueInThePast: ({ today }) => `A data já passou. Hoje é ${today}.`,
    notADay: 'Essa data não existe.',
    textMissing: 'Preencha este campo.',
    textTooLong: ({ most, is }) => `O texto é longo demais: tem ${is} caracteres e cabem ${most}.`,
    itemTooLong: ({ item, most, is }) =>
      `O item ${item} é longo demais: tem ${is} caracteres e cabem ${most}.`,
    itemsMissing: 'Escreva ao menos um item, um por linha.',
    tooManyItems: ({ most, is }) => `São ${is} itens e cabem ${most}. Divida a solicitação em duas.`,
    itemClosed: 'Este item já foi resolvido ou chegou uma resposta mais nova.',
    itemAnswered: 'Já há respostas do cliente: não pode ser excluído, apenas dispensado.',
    requestOver: 'Esta solicitação já terminou.',
    addressTaken: 'Esse e-mail já tem um acesso. Peça outro endereço.',
    beyondOwnSight:
      'Para incluir processos privados ou de equipe, você precisa ver todos eles. Peça a quem administra o escritório.',
    notAnAddress: ({ address }) => `“${address}” não é um endereço de e-mail.`,
    notAValue: ({ value }) => `“${value}” não é uma opção válida.`,
    relationCycle: 'Um processo não pode depender de si mesmo.',
    nothingHandedIn: 'Não há nenhum arquivo nem texto.',
    fileInfected: ({ name }) => `O antivírus encontrou um vírus em “${name}”. Ninguém pode abrir o arquivo.`,
    fileHeld: 'O antivírus ainda não verificou este arquivo e, até lá, ninguém pode abri-lo.',
    fileEmpty: ({ name }) => `“${name}” está vazio.`,
    fileTooLarge: ({ name, most }) => `“${name}” passa de ${most}.`,
    tooManyFiles: ({ most }) => `São arquivos demais; cabem ${most}.`,
    reasonMissing: 'Escolha um motivo. Se for outro, descreva-o na observação.',
    richTextInvalid: 'O texto traz uma formatação que não pode ser enviada. Escreva-o de novo, sem colar.',
    alreadyExists: ({ value }) => `“${value}” já existe.`,
    matterMissing: 'Escolha um processo ou caso.',
    tooSlow: 'O Slack não conseguiu abrir o formulário a tempo. Tente de novo.',
    broken: ({ reference }) =>
      `Não foi possível concluir, e o problema ficou registrado. Se acontecer de novo, informe a referência ${reference}.`,
  },
}
