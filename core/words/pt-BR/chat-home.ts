import type { ChatWords } from '../es-CL/chat.ts'

/** What people read in the app's home in Slack. */
export const home: ChatWords['home'] = {
  buttons: {
    news: 'Publicar novidade',
    request: 'Solicitar documentos',
    matter: 'Processos e casos',
    client: 'Clientes',
    access: 'Acessos ao portal',
    settings: 'Configurações',
    all: 'Ver tudo',
    overview: 'Voltar ao resumo',
  },
  titles: {
    toReview: ({ count }) => `A conferir (${count})`,
    overdue: ({ count }) => `Com data ultrapassada (${count})`,
    quarantined: ({ count }) => `E-mails a confirmar (${count})`,
    failed: ({ count }) => `E-mails não entregues (${count})`,
  },
  moreThan: ({ count }) => `mais de ${count}`,
  nothing: 'Não há nada à sua espera.',
  noneLeft: 'Não resta mais nada nesta lista.',
  activity: 'Atividade recente',
  asOf: ({ moment }) => `Em ${moment}. Atualizado sempre que você abre esta aba.`,
  wayIn: 'Para começar, digite `/despacho ajuda` em qualquer conversa.',
}
