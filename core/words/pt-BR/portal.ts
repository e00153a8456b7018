import type { PortalWords } from '../es-CL/portal.ts'
import { addresses, type Address, type FormOfAddress } from './form-of-address.ts'

/** Copy of the client portal in Portuguese of Brazil, by the form in which the firm addresses its clients. */
export const portalIn: Record<FormOfAddress, PortalWords> = {
  voce: portalAs(addresses.voce),
  senhor: portalAs(addresses.senhor),
}

export const portal = portalIn.voce

function portalAs({ you, You, ofYou, toYou }: Address): PortalWords {
  return {
    title: 'Portal do cliente',
    skip: 'Ir para o conteúdo',
    sections: 'Seções',
    yourMatters: 'Seus processos',
    yourDetails: 'Seus dados',
    leave: 'Sair',
    support: 'Ficou com dúvidas? Fale com o escritório:',
    supportUnknown: 'Ficou com dúvidas? Responda a qualquer e-mail do escritório.',
    zone: ({ zone }) => `Datas e horários: ${zone}.`,

    needs: {
      title: `O que precisamos receber ${ofYou}?`,
      nothing: 'No momento, não precisamos de nada.',
      nothingNext: 'Se precisarmos de algum documento, ele aparecerá aqui e avisaremos por e-mail.',
      nothingInClosed: 'Não precisamos de mais nada.',
      waiting: ({ count }) => (count === 1 ? 'Há 1 pendência.' : `Há ${count} pendências.`),
      missing: ({ missing, total }) =>
        missing === 1 ? `Falta 1 de ${total}` : `Faltam ${missing} de ${total}`,
      reviewing: 'Recebemos tudo. O escritório está conferindo.',
      fulfilled: 'Solicitação concluída. Agradecemos o envio.',
      cancelled: 'O escritório cancelou esta solicitação. Não é necessário enviar nada.',
      due: ({ day }) => `Data solicitada: ${day}`,
      overdue: ({ day }) => `A data solicitada já passou: ${day}`,
      asked: ({ author, day }) => `Solicitação de ${author}, ${day}`,
      edited: 'Editada',
      settle: 'Ver e enviar',
      settleIn: ({ matter }) => `Ver e enviar o que falta em ${matter}`,
    },

    matters: {
      needed: 'Com pendências',
      current: 'Sem pendências',
      closed: 'Encerrados',
      none: 'Ainda não há processos para mostrar.',
      noneNext: `Quando o escritório compartilhar um processo com ${you}, ele aparecerá aqui.`,
      court: 'Processo judicial',
      internal: 'Caso',
      lastActivity: ({ day }) => `Última atualização: ${day}`,
      closedOn: ({ day }) => `Encerramento: ${day}`,
      appeal: 'Recurso',
      offshoot: 'Desdobramento',
      parent: 'Ver o processo principal',
      offspring: 'Recursos e desdobramentos',
    },

    history: {
      title: 'Histórico',
      none: 'Ainda não há novidades.',
      noneNext: 'Tudo o que informarmos ficará registrado aqui, do mais recente ao mais antigo.',
      earlierRequests: 'Solicitações anteriores',
      inReview: 'Em análise',
      edited: 'Editada',
      earlier: 'Ver o texto anterior',
      earlierAt: ({ moment }) => `Texto até ${moment}:`,
      hearing: 'Audiência',
      place: 'Local',
      bring: 'O que levar',
      hearingFile: 'Incluir na minha agenda',
      urgent: 'Com urgência',
      confirm: 'Confirmar que li',
      confirmed: `${You} já confirmou que leu.`,
      by: ({ author }) => `por ${author}`,
      search: 'Pesquisar no histórico',
      only: 'Filtrar por categoria',
      find: 'Pesquisar',
      found: ({ count, total }) =>
        count === 1 ? `1 resultado, de ${total} no total` : `${count} resultados, de ${total} no total`,
      everything: 'Ver todo o histórico',
      notFound: 'Nada no histórico corresponde à pesquisa.',
      notFoundNext: 'Tente outra palavra ou menos filtros.',
      kinds: {
        news: 'Novidade',
        request: 'Solicitação de documentos',
        answer: 'Sua resposta',
        message: 'Mensagem',
        'court-movement': 'Andamento do tribunal',
        'manual-movement': 'Andamento do escritório',
        publication: 'Publicação oficial',
        task: 'Tarefa do escritório',
        document: 'Documento',
      },
    },

    confirm: {
      title: 'Confirmar leitura',
      lead: ({ firm }) => `${firm} enviou ${toYou} um aviso urgente e precisa saber que ${you} o leu.`,
      button: 'Confirmar que li',
      done: `Obrigado. O escritório já sabe que ${you} leu.`,
      over: 'Não é mais necessário confirmar este aviso.',
      portal: 'Ir ao portal',
      wanted: `Há um aviso urgente que pedimos que ${you} leia e confirme.`,
      see: 'Abrir o aviso',
    },

    item: {
      states: {
        pending: 'Pendente',
        received: 'Recebido',
        approved: 'Conferido',
        rejected: 'Precisa reenviar',
        waived: 'Dispensado',
      },
      reasons: {
        illegible: 'não está legível',
        incomplete: 'está incompleto',
        expired: 'está fora da validade',
        wrong_document: 'não é o documento de que precisamos',
        unsigned: 'falta a assinatura',
        missing_reverse: 'falta o verso',
        other: 'consulte o escritório',
      },
      reason: ({ reason }) => `Motivo: ${reason}`,
      byCoClient: 'Já enviado por outra das pessoas a quem foi solicitado.',
      yours: `O que ${you} enviou`,
      via: {
        mail: 'por e-mail',
        portal: 'pelo portal',
        member: 'registrado pelo escritório',
      },
      roads: {
        mail: 'recebido por e-mail e registrado pelo escritório',
        whatsapp: 'recebido por WhatsApp e registrado pelo escritório',
        counter: 'entregue no escritório',
        other: 'recebido e registrado pelo escritório',
      },
      paper: 'Entregue o original em papel no escritório.',
      sign: 'Assine o documento que enviamos e anexe-o aqui já assinado.',
      issuedWithin: ({ days }) => `Emitido nos últimos ${days} dias.`,
      paperHeld: ({ day }) => `O escritório recebeu o seu original: ${day}.`,
      paperReturned: ({ day }) => `Devolvemos o seu original: ${day}.`,
      toSign: 'Baixe, assine e anexe aqui este documento:',
      addMore: 'Acrescentar outro arquivo',
      addToText: 'Acrescentar algo à resposta',
      answer: 'Sua resposta',
      sendAnswer: 'Enviar resposta',
      thanks: ({ item }) => `Recebemos “${item}”. Agradecemos o envio.`,
    },

    upload: {
      /** For a member who hands in what came for a client by another road. */
      behalf: {
        title: 'Recebido para um cliente',
        lead: ({ client, road }) =>
          `De ${client}, recebido ${road}. Contará como resposta dele ou dela, com a indicação de que ${you} a registrou.`,
        done: ({ client }) => `Registrado como resposta de ${client}. ${You} já pode fechar esta página.`,
        closed: `O que foi solicitado não aceita mais respostas. ${You} pode fechar esta página.`,
        once: 'Este link é seu, vale uma única vez e expira meia hora depois de pedido.',
        over: 'Ele vale uma única vez e por meia hora. Peça outro pelo chat.',
        roads: {
          mail: 'por e-mail',
          whatsapp: 'por WhatsApp',
          counter: 'pessoalmente',
          other: 'por outro meio',
        },
      },
      choose: 'Anexar arquivo ou foto',
      files: 'Arquivos',
      drop: 'ou arraste os arquivos até aqui',
      limits: ({ size }) => `PDF, fotos ou outros documentos. Até ${size} por envio.`,
      add: 'Acrescentar outro',
      remove: ({ name }) => `Remover ${name}`,
      send: ({ count }) => (count === 1 ? 'Enviar arquivo' : `Enviar ${count} arquivos`),
      sendPlain: 'Enviar arquivos',
      retry: 'Tentar de novo',
      stop: 'Interromper o envio',
      stopped: 'Envio interrompido. O escritório não recebeu nada; seus arquivos continuam aqui.',
      starting: 'Enviando arquivos…',
      progress: ({ sent, total }) => `${sent} enviados de ${total}`,
      secondsLeft: ({ seconds }) => (seconds === 1 ? 'falta 1 segundo' : `faltam ${seconds} segundos`),
      minutesLeft: ({ minutes }) => (minutes === 1 ? 'falta 1 minuto' : `faltam ${minutes} minutos`),
      storing: 'Salvando…',
      waiting: 'A conexão caiu. O envio continuará sozinho assim que ela voltar.',
      broken:
        'A conexão caiu e o envio não chegou completo. Seus arquivos continuam aqui: verifique a conexão e toque em “Tentar de novo”; o envio continuará de onde parou.',
      closedTitle: 'Este caso já foi encerrado',
      closed: 'Não é mais necessário enviar nada. Obrigado.',
      onlyThisRequest: 'Este link é pessoal e vale apenas para esta solicitação.',
      done: `${You} já pode fechar esta página.`,
    },

    file: {
      noPreview: `Não conseguimos preparar uma prévia. O arquivo está como foi enviado e ${you} pode baixá-lo.`,
      held: 'Recebido. Poderá ser aberto depois da verificação do nosso antivírus.',
      withdraw: 'Retirar arquivo',
      withdrawSure: ({ name }) => `Retirar “${name}”? O arquivo será apagado e o escritório não o verá mais.`,
      withdrawYes: 'Sim, retirar',
      withdrawn: 'O arquivo foi retirado. O escritório não o verá mais.',
      download: 'Baixar',
      view: 'Ver',
      close: 'Fechar',
      trouble: `Não foi possível mostrar a imagem. ${You} pode baixá-la.`,
    },

    locked: {
      title: 'Documentos com senha',
      lead: 'O que aparece aqui já chegou, mas não abre sem senha. Digite-a nesta página: ela fica guardada com criptografia e só a equipe responsável a vê. Por segurança, não a envie por e-mail.',
      label: ({ name }) => `Senha de “${name}”`,
      unnamed: ({ moment }) => `Senha do documento recebido em ${moment}`,
      send: 'Informar a senha',
      given: ({ moment }) => `Senha recebida em ${moment}`,
      again: 'Corrigir a senha',
      thanks: 'Recebemos a senha. Avisamos a equipe responsável para que abra o documento.',
      missing: 'Digite a senha do documento.',
      wrong: 'O documento não abre com essa senha. Confira maiúsculas, pontos e hífens e digite-a novamente.',
      member: {
        title: 'Documento com senha',
        lead: ({ name, client }) => `${client} enviou “${name}” e informou a senha.`,
        show: 'Ver a senha',
        label: 'Senha',
        noted: 'Fica registrado no histórico do processo quem a consulta e quando.',
        download: 'Baixar o documento',
        badTitle: 'Este link não abre mais o documento',
        bad: `O link expirou, o documento foi apagado ou ${you} não tem mais acesso ao processo. Abra o documento por uma mensagem mais recente do chat.`,
      },
    },

    contact: {
      title: 'Seus dados',
      lead: 'É assim que o seu cadastro está no escritório.',
      name: 'Nome',
      email: 'E-mail principal',
      additionalEmails: 'E-mails adicionais',
      additionalEmailsNote: `Recebem os mesmos avisos que ${you}.`,
      phones: 'Telefones',
      address: 'Endereço',
      none: 'Não informado',
      sheetOf: ({ client }) => `Dados de ${client}`,
      correctTitle: 'Algo está desatualizado?',
      correctLabel: 'O que devemos corrigir',
      correctHint: 'Por exemplo, um telefone ou um endereço novo.',
      correctSend: 'Pedir correção',
      correctSent: 'Recebemos seu pedido de correção. O escritório vai verificar.',
      correctMissing: 'Escreva o que devemos corrigir.',
      asked: `O que ${you} pediu para corrigir`,
      askedOn: ({ day }) => `Pedido feito: ${day}`,
      reviewing: 'Estamos verificando',
      corrected: ({ day }) => `Corrigido: ${day}`,
      speech: 'Idioma e fuso horário',
      speechLead: `É assim que falamos com ${you} neste portal e nos e-mails.`,
      language: 'Idioma do portal e dos e-mails',
      zone: 'Fuso horário',
      zones: {
        'Pacific/Easter': 'Ilha de Páscoa',
        'America/Rio_Branco': 'Acre (Rio Branco)',
        'America/Manaus': 'Amazonas (Manaus)',
        'America/Santiago': 'Chile (Santiago)',
        'America/Punta_Arenas': 'Magalhães (Punta Arenas)',
        'America/Sao_Paulo': 'Brasília e São Paulo',
        'America/Noronha': 'Fernando de Noronha',
      },
      save: 'Salvar',
      saved: `Salvo. A partir de agora falaremos assim com ${you}.`,
      choose: 'Escolha uma opção da lista.',
    },

    enter: {
      title: 'Entrar no portal',
      lead: ({ firm }) =>
        `Aqui ${you} acompanha seus processos com ${firm} e envia os documentos solicitados.`,
      for: ({ client }) => `Acesso de ${client}`,
      button: 'Entrar',
      personal: 'Este link é pessoal: não o encaminhe.',
      sendAgain: 'Receber meu link por e-mail',
      badTitle: 'Este link não é mais válido',
      bad: 'Ele pode ter sido substituído por outro mais recente ou copiado pela metade. Procure o último e-mail do escritório ou peça que o enviemos novamente.',
      badOf: ({ firm }) => `Era um link de ${firm}.`,
    },

    start: {
      title: 'Portal do cliente',
      login: 'Entrar com e-mail e senha',
      forgot: 'Esqueci minha senha ou não encontro meu link',
      lead: 'Para entrar, abra o link pessoal que o seu escritório de advocacia enviou por e-mail.',
      left: 'Sua sessão foi encerrada.',
    },

    login: {
      title: 'Entrar no portal',
      email: 'E-mail',
      password: 'Senha',
      button: 'Entrar',
      forgot: 'Esqueci minha senha ou não encontro meu link',
      byLink: 'O escritório enviou um link pessoal? Abra-o a partir do e-mail: não é preciso ter senha.',
    },

    password: {
      title: 'Criar sua senha',
      titleAgain: 'Criar uma nova senha',
      lead: ({ firm }) => `É com ela que ${you} entrará no portal do cliente de ${firm}.`,
      account: ({ email }) => `Seu e-mail para entrar: ${email}`,
      label: 'Senha',
      hint: ({ least }) =>
        `Pelo menos ${least} caracteres. Uma frase com várias palavras é mais segura e mais fácil de lembrar.`,
      show: 'Mostrar a senha',
      button: 'Salvar e entrar',
      badTitle: 'Este link não é mais válido',
      bad: `Ele pode ser usado uma única vez e por tempo limitado. Se ${you} já criou a senha, entre com ela; se não, peça um novo link.`,
      toLogin: 'Entrar com minha senha',
      again: 'Pedir um novo link',
    },

    forgot: {
      title: 'Recuperar seu acesso',
      lead: `Informe o e-mail em que ${you} recebe os avisos do escritório. Enviaremos para lá as instruções de acesso.`,
      button: 'Enviar',
      sentTitle: 'Verifique seu e-mail',
      sent: ({ email }) =>
        `Se houver um acesso cadastrado para ${email}, em alguns minutos chegará um e-mail com as instruções para entrar.`,
      notThere: 'Se não chegar, verifique a caixa de spam ou fale com o escritório.',
    },

    code: {
      title: 'Confirme a sua identidade',
      lead: ({ email }) =>
        `Este caso é sigiloso. Antes de abrir os arquivos, enviaremos um código para ${email}.`,
      send: 'Enviar o código',
      label: 'Código de seis dígitos',
      sent: ({ email }) =>
        `Enviamos o código para ${email}. Ele vale por 15 minutos. Se não chegar, verifique a caixa de spam.`,
      button: 'Confirmar',
      again: 'Enviar outro código',
      doneTitle: 'Tudo certo',
      done: `Neste aparelho, ${you} já pode abrir os arquivos dos seus casos sigilosos.`,
      open: 'Abrir o arquivo',
    },

    preview: {
      title: 'Pré-visualização do portal',
      lead: ({ client }) =>
        `${You} verá o portal como ${client} o vê, sem poder enviar nem alterar nada. Não ficará registrado como visita do cliente.`,
      button: 'Ver como o cliente',
      banner: ({ client }) =>
        `Pré-visualização: é assim que ${client} vê o portal. Não é possível enviar nem alterar nada.`,
      onlyYours: `Os processos privados ou de equipe aos quais ${you} não tem acesso não aparecem aqui.`,
      end: 'Encerrar a pré-visualização',
      badTitle: 'Esta pré-visualização não está mais disponível',
      bad: 'O link vale uma única vez e por dez minutos. Peça outro pelo chat.',
    },

    /** For a member, who comes from chat. */
    original: {
      title: 'E-mail original',
      noSubject: 'Sem assunto',
      from: 'De',
      to: 'Para',
      cc: 'Com cópia',
      sent: 'Envio',
      received: 'Recebimento',
      attachments: 'Anexos',
      more: ({ count }) => (count === 1 ? 'e mais 1' : `e mais ${count}`),
      noText: 'Este e-mail não contém texto.',
      cut: 'O texto continua: aqui aparecem os primeiros 500.000 caracteres. Completo, está no e-mail baixado.',
      unread: `Não foi possível mostrar este e-mail. ${You} pode baixá-lo e abri-lo no seu programa de e-mail.`,
      start: 'O e-mail ultrapassava o tamanho permitido e só o começo foi guardado.',
      gone: 'Este e-mail não está mais guardado. Ele é eliminado quando alguém do escritório apaga um de seus arquivos ou 30 dias após ser descartado.',
      save: ({ size }) => `Baixar e-mail (${size})`,
      saveNote: 'Arquivo .eml, exatamente como chegou e com todos os anexos. Não abra o que não esperava.',
      notSaved: {
        held: 'Não é possível baixá-lo inteiro: o antivírus encontrou algo em um de seus arquivos ou ainda não o verificou.',
        elsewhere: `Não é possível baixá-lo inteiro: um de seus arquivos está em um processo ou caso que ${you} não pode ver.`,
      },
      badTitle: 'Este link não abre o e-mail',
      bad: `Ele vale por 14 dias e somente enquanto ${you} puder ver o processo ou caso. Se já venceu, peça a quem for responsável que lhe mostre o e-mail.`,
    },

    reminders: {
      title: 'Lembretes',
      lead: ({ firm }) => `${firm} envia lembretes por e-mail enquanto houver documentos pendentes.`,
      stop: 'Não receber mais lembretes',
      still: `${You} continuará recebendo as novidades e as solicitações de documentos.`,
      stopped: 'Não enviaremos mais lembretes.',
      stoppedAt: ({ email }) => `Não enviaremos mais lembretes para ${email}.`,
      stoppedStill: 'Se houver algo pendente, ainda precisamos que nos envie.',
      askFirm: 'Se desejar voltar a receber lembretes, avise o escritório.',
      again: 'Voltar a receber lembretes',
      leadAt: ({ firm, email }) =>
        `${firm} envia lembretes para ${email} enquanto houver documentos pendentes.`,
      onlyHere: 'Vale só para este e-mail; os demais do cadastro continuarão a recebê-los.',
      everywhere: 'Vale também para os e-mails adicionais do seu cadastro.',
    },

    errors: {
      signedOutTitle: 'É preciso entrar primeiro',
      signedOut:
        'Sua sessão terminou ou ainda não foi iniciada. Abra novamente o link pessoal que o escritório enviou por e-mail.',
      missingTitle: 'Página não encontrada',
      missing: 'O endereço pode estar incompleto ou a página não está mais disponível.',
      foreignTitle: 'Não foi possível aceitar este envio',
      foreign: 'O envio não partiu deste portal. Volte à página e tente novamente por lá.',
      notDoneTitle: 'Não foi possível',
      brokenTitle: 'Não foi possível mostrar esta página',
      broken: 'O problema é nosso e já ficou registrado. Tente novamente em alguns minutos.',
      reference: ({ reference }) =>
        `Se acontecer outra vez, informe ao escritório a referência ${reference}.`,
      home: 'Ir para o início',
    },

    refusals: {
      fileInfected: ({ name }) =>
        `Nosso antivírus encontrou um vírus em “${name}” e não podemos usar esse arquivo. Os demais que tenha enviado foram recebidos. Verifique o seu aparelho e envie o documento de novo, por exemplo como foto.`,
      fileHeld:
        'Ainda não podemos mostrar este arquivo: falta a verificação do nosso antivírus. Tente mais tarde.',
      fileEmpty: ({ name }) =>
        `“${name}” chegou vazio. Abra o arquivo para verificar o conteúdo e anexe novamente.`,
      fileTooLarge: ({ size }) =>
        `O envio passa de ${size}. Envie os arquivos separadamente ou em uma versão mais leve.`,
      tooManyFiles: ({ most }) =>
        `São arquivos demais de uma só vez. Envie até ${most} e depois acrescente os outros.`,
      nothingHandedIn: 'Não havia arquivo nem texto. Escolha ao menos um arquivo ou escreva sua resposta.',
      itemClosed: 'Este item já está resolvido; não é necessário enviar mais nada.',
      tooManyCorrections: ({ most }) =>
        `Já há ${most} correções suas em verificação. Quando o escritório as resolver, poderá pedir outra.`,
      textTooLong: ({ most }) => `O texto é muito longo. Pode ter até ${most} caracteres.`,
      unreadable: 'O envio chegou incompleto. Tente novamente.',
      lookingOnly: 'Esta é uma pré-visualização: é possível ver, mas não enviar nada.',
      tooManyAttempts: ({ minutes }) =>
        minutes === 1
          ? 'Foram muitas tentativas. Aguarde um minuto e tente novamente.'
          : `Foram muitas tentativas. Aguarde ${minutes} minutos e tente novamente.`,
      wrongPassword: 'E-mail ou senha incorretos. Verifique-os ou crie uma nova senha.',
      passwordTooShort: ({ least }) =>
        `A senha deve ter pelo menos ${least} caracteres. Pode ser uma frase fácil de lembrar.`,
      passwordTooCommon:
        'Essa senha é fácil de adivinhar. Use, por exemplo, três ou quatro palavras sem relação entre si.',
      proofNeeded: 'Antes de abrir este arquivo, precisamos confirmar a sua identidade.',
      wrongCode: 'Esse não é o código que enviamos, ou ele já expirou. Confira ou peça outro.',
      notAnAddress: 'Confira o endereço de e-mail: parece incompleto.',
      notNow: 'Não é possível fazer isso agora. Se precisar, fale com o escritório.',
    },

    app: {
      shortName: 'Meu portal',
      asOf: ({ day, time }) =>
        `Sem conexão: versão de ${day}, ${time.startsWith('1h') ? 'à' : 'às'} ${time}.`,
      offlineTitle: 'Sem conexão',
      offline: 'Não foi possível abrir esta página porque não há conexão com a internet.',
      offlineKept: `Os processos que ${you} abriu há pouco neste aparelho podem ser lidos:`,
      retry: 'Tentar novamente',
    },

    push: {
      title: 'Avisos neste celular',
      lead: `Quando houver algo novo, este celular pode avisar ${you}. O aviso não revela nada do seu caso. Os e-mails continuam chegando normalmente.`,
      button: 'Avisar neste celular',
      dismiss: 'Agora não',
      on: `Este celular avisa ${you} quando há algo novo.`,
      stop: 'Não avisar mais neste celular',
      off: 'Este celular não avisará mais.',
      denied:
        'Neste celular os avisos do portal estão bloqueados. Se quiser recebê-los, permita-os nas configurações do navegador.',
      unsupported: `Este navegador não permite receber avisos. Continuaremos informando ${you} por e-mail, como até agora.`,
      iphone:
        'No iPhone e no iPad, adicione primeiro o portal à Tela de Início: toque em “Compartilhar” e depois em “Adicionar à Tela de Início”. Em seguida, abra-o por lá e volte a esta página.',
      failed: 'Não foi possível. Verifique sua conexão e tente novamente.',
      message: `${You} tem uma mensagem`,
      ref: ({ reference }) => `ref. ${reference}`,
      told: {
        newsPublished: `Há uma novidade para ${you}`,
        documentsRequested: 'Precisamos de documentos',
        answerRejected: 'Um documento precisa ser reenviado',
        reminder: 'Há documentos pendentes',
      },
    },
  }
}
