import type { ChatWords } from '../es-CL/chat.ts'

/** What chat says of templates. */
export const templates: ChatWords['templates'] = {
  titles: { list: 'Modelos', add: 'Novo modelo', edit: 'Editar modelo', remove: 'Excluir modelo' },
  buttons: { add: 'Novo modelo', edit: 'Alterar', remove: 'Excluir' },
  fields: {
    pick: 'Modelo',
    pickHint: 'Preencha o formulário a partir de um modelo',
    name: 'Nome do modelo',
    nameHint: 'É como a equipe o verá ao escolher. O cliente não vê.',
    days: 'Dias para responder',
    daysHint:
      'Dias corridos a partir da solicitação. Se cair em dia não útil, passa para o próximo útil. Em branco: sem data.',
  },
  how: 'Servem a todo o escritório ao solicitar documentos.',
  readOnly:
    'Servem a todo o escritório ao solicitar documentos. Quem os altera são os advogados e a administração.',
  none: 'Ainda não há modelos. O primeiro aparecerá aqui e no formulário de solicitação.',
  variables:
    'Você pode usar {cliente}, {processo}, {data} e {escritorio}: ao solicitar, são trocados pelo que corresponde.',
  items: ({ count }) => (count === 1 ? '1 item' : `${count} itens`),
  due: ({ days }) =>
    days === 0 ? 'para o mesmo dia' : days === 1 ? 'para o dia seguinte' : `em ${days} dias`,
  saved: ({ name }) => `Modelo “${name}” salvo.`,
  removeHow: 'Não será mais oferecido. As solicitações feitas com ele não mudam.',
  removed: 'Modelo excluído.',
}
