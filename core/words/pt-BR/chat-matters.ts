import type { ChatWords } from '../es-CL/chat.ts'

/** What people read where clients and matters are written down, and where a matter is kept. */
export const matters: ChatWords['matters'] = {
  titles: {
    newClient: 'Novo cliente',
    newMatter: 'Novo processo ou caso',
    details: 'Detalhes',
    clients: 'Clientes',
    close: 'Encerrar',
  },
  buttons: {
    newClient: 'Novo cliente',
    newMatter: 'Novo processo ou caso',
    add: 'Adicionar',
    create: 'Criar',
    details: 'Detalhes',
    clients: 'Ficha do cliente',
    close: 'Encerrar processo ou caso',
    reopen: 'Reabrir processo ou caso',
    closeYes: 'Encerrar',
  },
  fields: {
    title: 'Título ou nome',
    titleHint: 'Por exemplo: Souza x Construtora Horizonte.',
    number: 'Número do processo',
    numberHint: 'Como o tribunal o escreve. Por exemplo: 0001234-56.2025.8.26.0100.',
    kind: 'Tipo',
    clients: 'Clientes',
    clientsHint:
      'Quem o escritório representa e recebe os avisos. Confira bem: depois não é possível alterar.',
    otherSide: 'Parte contrária',
    otherSideHint: 'Somente se também for cliente do escritório. Não verá nada nem receberá avisos.',
    responsible: 'Responsáveis',
    responsibleHint: 'Recebem o que acontecer aqui.',
    responsibleChange:
      'Recebem o que acontecer aqui. Retirar outra pessoa cabe a quem administra o escritório.',
    visibility: 'Quem pode ver no escritório',
    visibilityHint:
      'Quem administra o escritório vê todos. Se não for “Todo o escritório”, os clientes só o veem no portal se o acesso incluir processos restritos.',
    alias: 'Referência',
    aliasHint: 'Nome neutro para os e-mails e o chat. Em branco: um código de seis caracteres.',
    sensitive: 'Sigilo',
    sealedTitle: 'Não aparece aqui por ser sigiloso. Preencha somente se quiser alterá-lo.',
    additional: 'E-mails adicionais',
    additionalHint: 'Um por linha. Recebem os mesmos avisos.',
  },
  choices: {
    court: 'Processo: tramita na Justiça',
    internal: 'Caso: não tramita na Justiça',
    firm: 'Todo o escritório',
    private: 'Os responsáveis e quem administra o escritório',
    team: ({ name }) => `Equipe ${name}`,
    sensitive: 'É sigiloso',
    sensitiveHow: 'Os e-mails levam só um link; o chat, só a referência.',
  },
  clientsOf: 'Escolha de quem deseja ver a ficha.',
  closeHow:
    'Continuará disponível para consulta, mas não receberá novidades nem solicitações. Se os clientes o veem no portal, passará para “Encerrados”. Você pode reabri-lo quando quiser.',
  closeRequests: ({ count }) =>
    count === 1
      ? 'Há 1 solicitação em aberto, que será cancelada. O que o cliente já enviou será mantido.'
      : `Há ${count} solicitações em aberto, que serão canceladas. O que o cliente já enviou será mantido.`,
  done: {
    clientAdded: 'Cliente adicionado. Agora você pode criar o processo ou caso.',
    created: 'Criado. Você já pode publicar a primeira novidade.',
    createdUnseen:
      'Criado. Como você não está entre os responsáveis, só eles e quem administra o escritório podem ver.',
    closed: 'Encerrado.',
    reopened: 'Reaberto. O que foi cancelado no encerramento continua cancelado.',
    handedOn:
      'Alteração salva. A partir de agora só os responsáveis e quem administra o escritório podem ver.',
  },
  refusals: {
    clientsMissing: 'Escolha ao menos um cliente.',
    bothSides: ({ name }) => `${name} não pode estar nas duas partes.`,
    wrongTaxId: ({ taxId }) => `O dígito verificador de “${taxId}” não confere. Verifique o número.`,
    taxIdTaken: ({ taxId, name }) =>
      `Já existe um cliente com o CPF/CNPJ ${taxId}: ${name}. Busque-o em vez de adicioná-lo de novo.`,
    numberTaken: ({ number, matter }) =>
      `Já existe um processo em aberto com o número ${number}: “${matter}”. Se for um incidente ou cumprimento de sentença, acrescente isso após o número.`,
  },
}
