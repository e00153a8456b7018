import type { ChatWords } from '../es-CL/chat.ts'

/** What chat says of what a client wrote, and of answering it. */
export const messages: ChatWords['messages'] = {
  answer: 'Responder',
  title: 'Responder ao cliente',
  field: 'Resposta',
  fieldHint: 'Chega por e-mail na mesma conversa e fica no histórico do portal.',
  willTell: ({ client, mails }) =>
    mails === 1
      ? `Será enviada somente a ${client} (1 e-mail).`
      : `Será enviada somente a ${client} (${mails} e-mails).`,
  original: 'Ver e-mail original',
  originalOf: ({ moment }) => `Ver e-mail original (${moment})`,
  promised: ({ day }) => `Diz que enviará até ${day}. Os lembretes esperam até o dia seguinte.`,
  lacking: ({ item }) => `Diz que não tem “${item}”.`,
  lackingSome: 'Diz que não tem um documento; não foi possível saber qual.',
  settled: ({ item }) => `“${item}” não está mais pendente.`,
  waive: 'Dispensar o item',
  answered: ({ by, moment }) => `Resposta de ${by}, ${moment}:`,
  undone: 'A resposta foi desfeita: o cliente não a vê mais.',
  whose: 'Indicar de quem é',
  whoseTitle: 'De quem é?',
  place: 'Indicar a que responde',
  placeTitle: 'A que responde?',
  suggested: ({ matter }) => `Sugestão · ${matter}`,
  seemsToAnswer: ({ title, reference }) => `Parece responder a “${title}” (ref. ${reference}).`,
  whichRequest: 'Solicitação que responde',
  noRequest: 'Nenhuma solicitação aberta admite respostas.',
  noRequestOfClient: 'O cliente não tem nenhuma solicitação aberta nos processos e casos que você pode ver.',
}
