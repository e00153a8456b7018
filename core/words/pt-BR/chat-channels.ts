import type { ChatWords } from '../es-CL/chat.ts'

/** What people read of a channel that belongs to a matter, and what they read in it. */
export const channels: ChatWords['channels'] = {
  buttons: {
    channel: 'Canal',
    link: 'Vincular canal',
    unlink: 'Desvincular',
  },
  title: 'Canal do processo',
  how: 'O que acontecer no processo será avisado nesse canal, em vez de por mensagem direta. Nele aparecem apenas a referência e as quantidades. Os comandos digitados nele serão sobre este processo.',
  linkedTo: ({ channel }) => `Canal vinculado: ${channel}`,
  none: 'Ainda não há canal.',
  sensitive: 'É um processo sigiloso: os avisos vão somente por mensagem direta.',
  held: {
    shared: 'Os avisos nele foram suspensos: o canal é compartilhado com outra organização.',
    sensitive: 'Os avisos nele foram suspensos: o processo é sigiloso.',
    gone: 'Os avisos nele foram suspensos: o canal foi arquivado ou excluído, ou o Despacho não está mais nele.',
  },
  field: 'Canal',
  fieldHint: 'Escolha um canal em que o Despacho esteja',
  done: {
    linked: ({ channel }) => `A partir de agora, o que acontecer no processo é avisado em ${channel}.`,
    unlinked: 'O processo não tem mais canal. Os avisos voltam a ir por mensagem direta.',
  },
  refusals: {
    sensitive: 'O processo é sigiloso: os avisos vão somente por mensagem direta.',
    taken: 'Esse canal já é de outro processo.',
    shared: 'Esse canal é compartilhado com outra organização. Escolha um que seja só do escritório.',
    invite: 'O Despacho não está nesse canal. Digite ali `/invite @Despacho` e tente novamente.',
    notAChannel: 'Escolha um canal, não uma conversa direta.',
  },
  notes: {
    answersArrived: 'Chegaram respostas de um cliente',
    messageArrived: 'Um cliente escreveu',
    mailQuarantined: 'Um e-mail aguarda uma decisão',
    mailDecided: 'Um e-mail que aguardava decisão foi resolvido',
    deliveryFailed: 'Não foi possível entregar um e-mail',
    remindersEnded: 'Os lembretes terminaram e ainda falta o que foi solicitado',
    nothingMissing: 'Não falta mais nada do que foi solicitado, ou nada mais está sendo pedido',
    reviewed: ({ approved, rejected }) =>
      [
        approved === 0 ? '' : approved === 1 ? '1 aprovado' : `${approved} aprovados`,
        rejected === 0 ? '' : rejected === 1 ? '1 recusado' : `${rejected} recusados`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    held: ({ channel }) =>
      `Os avisos deste processo voltam a ir por mensagem direta: nada mais é publicado em ${channel}`,
    heldHow: 'Você pode vincular outro canal na comunicação do processo.',
  },
}
