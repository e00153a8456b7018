import type { FirstTemplate } from '../es-CL/templates.ts'

/** What a Brazilian law office asks its clients for most. */
export const templates: FirstTemplate[] = [
  {
    name: 'Documentos para ação trabalhista',
    title: 'Documentos para a sua ação trabalhista',
    details:
      'Para preparar a petição inicial, precisamos dos documentos abaixo. Se você não tiver algum deles, avise na resposta e veremos como obtê-lo. Por favor, não assine nada antes de falar conosco.',
    items: [
      'RG e CPF, ou CNH',
      'Comprovante de residência dos últimos três meses',
      'Carteira de trabalho (CTPS), física ou digital',
      'Contrato de trabalho e aditivos',
      'Holerites dos últimos doze meses',
      'Cartões ou espelhos de ponto, se tiver',
      'Termo de rescisão (TRCT) e aviso prévio',
      'Extrato analítico do FGTS',
      'Qual era a sua função e o seu horário?',
      'Quem poderia depor como testemunha?',
    ],
    dueInDays: 7,
  },
  {
    name: 'Inventário',
    title: 'Documentos para o inventário',
    details:
      'Com estes documentos vamos relacionar os herdeiros e os bens e verificar se o inventário pode ser feito em cartório.',
    items: [
      'Certidão de óbito',
      'RG e CPF da pessoa falecida',
      'Certidão de casamento atualizada, ou escritura de união estável',
      'RG, CPF e certidão de nascimento ou casamento de cada herdeiro',
      'Certidão de matrícula atualizada de cada imóvel',
      'Carnê do IPTU do ano do óbito',
      'Documento de cada veículo (CRLV)',
      'Extratos de contas e aplicações na data do óbito',
      'Última declaração do Imposto de Renda',
      'Certidão sobre a existência de testamento (CENSEC)',
      'Há dívidas ou processos em nome da pessoa falecida?',
    ],
    dueInDays: 15,
  },
  {
    name: 'Divórcio consensual',
    title: 'Documentos para o divórcio',
    details: 'Precisamos destes documentos para redigir o acordo e dar entrada no divórcio.',
    items: [
      'RG e CPF dos dois',
      'Comprovante de residência de cada um',
      'Certidão de casamento emitida há menos de 90 dias',
      'Pacto antenupcial, se houver',
      'Certidão de nascimento de cada filho',
      'Matrícula atualizada dos imóveis do casal',
      'Documento dos veículos do casal (CRLV)',
      'Algum dos dois volta a usar o nome de solteiro?',
      'Há acordo sobre guarda, convivência e alimentos dos filhos?',
    ],
    dueInDays: 10,
  },
  {
    name: 'Documentos iniciais do cliente',
    title: 'Seus documentos iniciais',
    details: 'São os documentos de que precisamos para começar a atuar em seu nome.',
    items: [
      'RG e CPF, ou CNH',
      'Comprovante de residência dos últimos três meses',
      'Procuração assinada',
      'Contrato de honorários assinado',
      'Comprovante de renda, se for pedir justiça gratuita',
      'Qual é a sua profissão e o seu estado civil?',
    ],
    dueInDays: 5,
  },
]
