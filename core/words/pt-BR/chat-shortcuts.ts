import type { ChatWords } from '../es-CL/chat.ts'

/** What people read of the shortcuts that Slack offers with a message, and when Slack was too slow. */
export const shortcuts: ChatWords['shortcuts'] = {
  again: 'Tentar novamente',
  loading: 'Um momento…',
  emptyMessage: 'Essa mensagem não tem texto para publicar.',
  document: {
    title: 'Arquivar documento',
    how: 'O arquivo fica como documento do processo. Nenhum aviso é enviado.',
    files: 'Arquivos',
    name: 'Nome do documento',
    nameHint: 'Se ficar vazio, será o nome do arquivo.',
    noFiles: 'Essa mensagem não traz arquivos.',
    outside: 'O Slack não dá acesso a esse arquivo: ele está em outro serviço ou já foi excluído.',
    working: 'Guardando os arquivos. Isso pode demorar um momento.',
    done: ({ count }) =>
      count === 1 ? 'Ficou guardado como documento.' : `${count} documentos ficaram guardados.`,
  },
}
