import type { EvidenceWords } from '../es-CL/chat-evidence.ts'

/** Who was told by mail, and what became of each, as members read it in chat. */
export const evidence: EvidenceWords = {
  title: 'Quem foi avisado',
  button: 'Quem foi avisado',
  none: 'Ninguém foi avisado por e-mail ainda.',
  how: 'Os e-mails não levam pixels ocultos. “Link aberto” e “visto no portal” só aparecem quando alguém entra; se não aparecem, o e-mail pode ter sido lido mesmo assim.',
  kinds: {
    newsPublished: 'Novidade',
    documentsRequested: 'Solicitação',
    requestCancelled: 'Solicitação cancelada',
    disregard: 'Pedido para desconsiderar o anterior',
    receipt: 'Confirmação de recebimento',
    answerRejected: 'Recusa de um documento',
    reminder: 'Lembrete',
    mailWaiting: 'Aviso de um e-mail pendente',
    other: 'Outro e-mail',
  },
  states: {
    queued: ({ at }) => `na fila desde ${at}`,
    waiting: 'o servidor ainda não aceitou; nova tentativa em breve',
    accepted: ({ at }) => `aceito pelo servidor: ${at}`,
    bounced: ({ at }) => `devolvido: ${at}`,
    failed: 'não foi possível entregar',
    cancelled: 'não foi enviado',
  },
  opened: ({ at }) => `link aberto: ${at}`,
  seen: ({ at }) => `visto no portal: ${at}`,
  confirmed: ({ at }) => `confirmado: ${at}`,
  reason: ({ reason }) => `Motivo: ${reason}`,
  more: ({ count }) => (count === 1 ? 'e mais 1 anterior' : `e mais ${count} anteriores`),
  profile: 'Corrigir o e-mail',
}
