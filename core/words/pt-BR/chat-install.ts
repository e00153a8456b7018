import type { ChatWords } from '../es-CL/chat.ts'

/** What people read while Despacho comes into a workspace, and they into the firm. */
export const install: ChatWords['install'] = {
  app: {
    description: 'Novidades, solicitações e pendências dos seus clientes',
    about:
      'O Despacho mantém os clientes do escritório informados e reúne os documentos deles sem sair do Slack nem do e-mail. Daqui você publica novidades, solicita documentos e confere o que chega; os clientes respondem por e-mail e veem tudo no portal.',
    shortcuts: {
      news: 'Publicar novidade',
      newsHow: 'Informar algo aos clientes de um processo ou caso',
      request: 'Solicitar documentos',
      requestHow: 'Solicitar documentos aos clientes de um processo ou caso',
      pending: 'Ver pendências',
      pendingHow: 'O que aguarda você e os seus clientes',
      matter: 'Localizar processo',
      matterHow: 'Abrir a comunicação de um processo ou caso, ou criar um novo',
      client: 'Ver ficha do cliente',
      clientHow: 'Ver dados, e-mails e processos de um cliente, ou adicionar um novo',
      access: 'Ver acessos ao portal',
      accessHow: 'Quem entra no portal, convites e permissões',
      settings: 'Configurações',
      settingsHow: 'Sua ausência, lembretes, modelos e dados do escritório',
      messageToNews: 'Publicar como novidade',
      messageToNewsHow: 'Informar aos clientes o que diz esta mensagem',
      messageToDocument: 'Arquivar como documento',
      messageToDocumentHow: 'Guardar o arquivo anexado em um processo ou caso',
    },
  },

  pages: {
    title: 'Instalar o Despacho no Slack',
    offer: ({ firm }) => `Com este link, o Despacho é instalado no workspace do Slack de ${firm}.`,
    offerHow:
      'O Slack pedirá que você escolha o workspace e autorize o aplicativo. O link vale para uma única instalação.',
    go: 'Continuar no Slack',
    plain:
      'Para instalar o Despacho em um workspace é preciso um link de instalação. Solicite-o a quem administra o Despacho no seu escritório.',
    plainAgain: 'Se o seu workspace já estava conectado e precisa ser autorizado outra vez, faça isso aqui.',
    again: 'Autorizar novamente',
    installedTitle: 'O Despacho foi instalado',
    installed: ({ firm }) => `O workspace está conectado a ${firm}.`,
    installedNext: 'Você pode fechar esta página. No Slack, digite /despacho para começar.',
    cancelledTitle: 'Instalação cancelada',
    cancelled: 'Nada foi instalado. Se foi sem querer, abra novamente o link de instalação.',
    lateTitle: 'Não foi possível concluir a instalação',
    late: 'Passou tempo demais, ela foi iniciada em outro navegador ou já havia terminado. Abra novamente o link de instalação.',
    linkOverTitle: 'Este link não vale mais',
    linkOver:
      'O link de instalação já foi usado ou expirou. Solicite outro a quem administra o Despacho no seu escritório.',
    ofAnotherTitle: 'Este workspace pertence a outro escritório',
    ofAnother:
      'Um workspace do Slack se conecta a um único escritório. Nada foi alterado. Se houver engano, fale com quem administra o Despacho.',
    unknownTitle: 'Este workspace ainda não está conectado',
    unknown:
      'Só é possível autorizar novamente um workspace que já pertence a um escritório. Para conectar um novo, solicite um link de instalação a quem administra o Despacho.',
    tooManyTitle: 'Tentativas demais',
    tooMany:
      'Houve tentativas demais de instalar o Despacho a partir da sua rede. Tente novamente em uma hora.',
    orgWideTitle: 'Escolha um único workspace',
    orgWide:
      'O Despacho é instalado no workspace do escritório, não em toda a organização. Abra novamente o link de instalação e escolha um workspace.',
    failedTitle: 'O Slack não concluiu a instalação',
    failed: ({ reference }) =>
      `Tente novamente em alguns minutos. Se o problema continuar, informe este número a quem administra o Despacho: ${reference}.`,
  },

  joining: {
    firstAdmin: ({ firm }) =>
      `O Despacho foi instalado para ${firm}, que ainda não tem quem o administre pelo Slack.`,
    firstAdminHow:
      'Você pode assumir essa função: quem administra vê todos os processos e decide quem faz parte da equipe.',
    becomeAdmin: 'Administrar o escritório',
    yourself: ({ name, firm }) => `Você é ${name}, de ${firm}?`,
    yourselfHow:
      'Seu e-mail no Slack é igual ao que o escritório tem registrado. Se confirmar, você poderá trabalhar daqui em nome dessa pessoa; isso fica registrado.',
    linkMe: 'Sim, sou eu',
    adminDecides: ({ name, firm }) =>
      `Seu e-mail no Slack é igual ao de ${name}, que administra ${firm}. Outra pessoa que administra precisa confirmar.`,
    askAdmin: 'Pedir confirmação',
    asked: 'A confirmação já foi pedida. Você receberá uma mensagem aqui quando responderem.',
    yourId: ({ chatUser }) => `Seu identificador no Slack é ${chatUser}.`,
    linked: ({ name, firm }) => `Pronto: em ${firm} você consta como ${name}. Digite /despacho para começar.`,
    nowAdmin: ({ firm }) =>
      `Pronto: a partir de agora você administra ${firm}. Digite /despacho para começar.`,
    over: 'Esta oferta não vale mais. Digite /despacho para ver o que pode fazer.',
    disconnected:
      'O Despacho não está conectado a este workspace. Peça a quem administra que o instale novamente.',
  },

  notes: {
    linkAsked: ({ user, name }) => `${user} afirma ser ${name}`,
    linkAskedHow:
      'O e-mail no Slack é o mesmo, mas essa pessoa administra o escritório: confirme apenas se souber que se trata da mesma pessoa.',
    linkAccepted: ({ user, name }) => `Confirmou-se que ${user} é ${name}`,
    linkRefused: ({ user, name }) => `Não se confirmou que ${user} seja ${name}`,
    turned: {
      connected: ({ workspace }) => `O Despacho foi conectado ao espaço de trabalho ${workspace}`,
      disconnected: ({ workspace }) =>
        `O espaço de trabalho ${workspace} não está mais conectado ao Despacho`,
      by: ({ user, moment }) => `Instalado por ${user} · ${moment}`,
      removed: 'o aplicativo foi desinstalado.',
      voidToken: 'o Slack deixou de aceitar a credencial.',
      again: 'Desde então, ele foi conectado novamente.',
      how: 'Enquanto não for instalado de novo, ninguém recebe avisos nem pode trabalhar por ali.',
    },
    confirmLink: 'É a mesma pessoa',
    refuseLink: 'Não é',
    welcome: ({ name, firm }) =>
      `Foi confirmado que você é ${name}, de ${firm}. Digite /despacho para começar.`,
  },
}
