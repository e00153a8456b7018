import type { ChatWords } from '../es-CL/chat.ts'

/** What the settings say in chat. */
export const settings: ChatWords['settings'] = {
  titles: {
    settings: 'Configurações',
    absence: 'Ausências',
    handOver: 'Transferir processos',
    firm: 'Dados do escritório',
    reminders: 'Lembretes e resumo',
    team: 'Equipe',
    addMember: 'Adicionar usuário',
    role: 'Alterar função',
    leave: 'Desligar usuário',
  },
  buttons: {
    absence: 'Informar ausência',
    back: 'Encerrar a ausência',
    handOver: 'Transferir processos',
    digestOff: 'Não receber',
    digestOn: 'Receber',
    accesses: 'Acessos',
    templates: 'Modelos',
    firm: 'Dados do escritório',
    reminders: 'Lembretes e resumo',
    team: 'Equipe',
    addMember: 'Adicionar usuário',
    role: 'Alterar função',
    leave: 'Desligar',
  },
  you: 'Você',
  firm: 'O escritório',
  roles: {
    admin: 'administra o escritório',
    lawyer: 'advogado ou advogada',
    assistant: 'assistente do escritório',
  },
  roleDescriptions: {
    admin: 'Vê todos os processos, a equipe e as configurações',
    lawyer: 'Trabalha em seus processos e altera os modelos',
    assistant: 'Trabalha nos processos que vê; não altera modelos',
  },
  language: ({ language }) => `Idioma: ${language}, o do seu perfil do Slack.`,
  present: 'Nenhuma ausência informada. Você pode deixar alguém no seu lugar enquanto estiver fora.',
  absentFrom: ({ from, until }) =>
    until ? `Fora de ${from} a ${until}` : `Fora desde ${from}, sem data de retorno`,
  coveredBy: ({ name }) => `${name} fica no lugar.`,
  notCovered: 'Ninguém fica no lugar.',
  digestOn: ({ time, by }) =>
    `Recebe o resumo de pendências por ${by}, a cada dia útil, a partir das ${time}.`,
  digestOff: 'Não recebe o resumo de pendências. Os avisos do momento chegam do mesmo modo.',
  charge: ({ count }) =>
    count === 0
      ? 'Não há processos sob sua responsabilidade.'
      : count === 1
        ? '1 processo está sob sua responsabilidade.'
        : `${count} processos estão sob sua responsabilidade.`,
  accesses: 'Acessos dos clientes ao portal.',
  templates: 'Modelos para solicitar documentos.',
  supportContact: ({ contact }) => `Contato para clientes: ${contact}`,
  noSupportContact: 'Sem contato para clientes',
  accent: ({ colour }) => `Cor: ${colour}`,
  usualAccent: 'Cor: a habitual',
  closingDays: ({ count }) =>
    count === 0
      ? 'Fecha somente nos feriados'
      : count === 1
        ? 'Fecha 1 dia além dos feriados'
        : `Fecha ${count} dias além dos feriados`,
  policy: ({ from, until, days, weekly }) =>
    `Lembra os clientes em dias úteis, das ${from} às ${until} (horário deles), no máximo a cada ${days === 1 ? 'dia' : `${days} dias`}, ${weekly === 1 ? 'uma vez' : `${weekly} vezes`} por semana.`,
  adminsOnly: 'Quem administra o escritório é que altera.',
  team: ({ count }) => `Equipe (${count})`,
  notInChat: 'ainda sem usuário de chat',
  memberCharge: ({ count }) => (count === 1 ? '1 processo' : `${count} processos`),
  fields: {
    delegate: 'Quem fica no lugar',
    delegateHint:
      'Receberá também o que chegar a quem está fora. Enquanto durar, verá ainda os processos privados dessa pessoa.',
    from: 'De',
    until: 'Até',
    untilHint: 'Inclusive esse dia. Em branco: sem data de retorno.',
    to: 'A quem',
    member: 'Procure pelo nome',
    matters: 'Quais processos',
    mattersHint: 'Em branco: todos os que estão sob sua responsabilidade.',
    name: 'Nome',
    email: 'E-mail',
    role: 'Função',
    successor: 'Quem assume seus processos',
    firmName: 'Nome, como os clientes o leem',
    locale: 'Idioma do escritório',
    localeHint: 'A dos clientes e colegas de quem não se sabe outra.',
    timezone: 'Fuso horário',
    supportContact: 'Contato para clientes',
    supportContactHint: 'Aparece no portal e no rodapé dos e-mails. Por exemplo: um telefone e um e-mail.',
    accent: 'Cor',
    accentHint:
      'Seis algarismos, como #1f4e5f. Escurecemos ou clareamos o necessário para que se leia bem. Em branco: a habitual.',
    hold: 'E-mails de novidades e solicitações',
    holdNone: 'Saem na hora',
    holdMinute: 'Saem após um minuto',
    holdHint: 'Nesse minuto, um envio por engano se desfaz sem que ninguém receba nada.',
    addressAs: 'Tratamento dos clientes em português',
    unproven: 'E-mails de clientes cuja origem não se pode comprovar',
    unprovenConfirm: 'Esperam que alguém os confirme',
    unprovenAccept: 'Valem na hora',
    unprovenHint:
      'O provedor do cliente não assina o que envia. Aceite-os só se o servidor de e-mail do escritório recusa quem se faz passar por outro. O que não passa na verificação sempre espera.',
    closingDays: 'Dias em que fecha',
    closingDaysHint:
      'Um por linha: 31-12-2026, ou um período: 20-12-2026 – 06-01-2027. Os feriados não precisam constar.',
    hourFrom: 'Lembrar a partir das',
    hourUntil: 'Lembrar até as',
    hoursHint: 'No horário de cada cliente, de segunda a sexta e nunca em feriado.',
    apart: 'Dias entre um lembrete e outro',
    weekly: 'Lembretes por semana, no máximo',
    digestHour: 'Resumo para a equipe a partir das',
    digestBy: 'Resumo por',
  },
  digestWays: { chat: 'Mensagem no chat', mail: 'E-mail', both: 'Chat e e-mail' },
  handOverHow: ({ name, count }) =>
    count === 1
      ? `${name} responde por 1 processo. Com ele vão o que aguarda conferência e os lembretes; os clientes continuam respondendo aos mesmos e-mails.`
      : `${name} responde por ${count} processos. Com eles vão o que aguarda conferência e os lembretes; os clientes continuam respondendo aos mesmos e-mails.`,
  notAllShown: ({ shown }) => `São mostrados os ${shown} mais recentes.`,
  leaveHow: ({ name }) =>
    `${name} perde o acesso imediatamente: ao chat, aos arquivos e às visualizações como cliente. O que fez permanece no histórico em seu nome.`,
  memberAdded: ({ name }) =>
    `${name} faz parte da equipe. Poderá trabalhar aqui assim que seu usuário de chat for vinculado.`,
  roleChanged: ({ name, role }) => `${name} agora: ${role}.`,
  leftFirm: ({ name }) => `${name} não faz mais parte da equipe.`,
  handedOver: ({ count, to }) =>
    count === 0
      ? 'Não havia processos a transferir.'
      : count === 1
        ? `${to} responde por mais 1 processo.`
        : `${to} responde por mais ${count} processos.`,
  absenceSet: 'Ausência salva.',
  absenceEnded: 'A ausência foi encerrada.',
  digestChosen: {
    on: 'Você receberá o resumo de pendências.',
    off: 'Você não receberá mais o resumo de pendências.',
  },
  saved: 'Configurações salvas.',
}
