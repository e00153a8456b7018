import { eventsOfMatters } from '#core/matters/channels/tell-in-channel.ts'
import type {
  ChatNoteContent,
  FileInNote,
  GoneFile,
  MatterInNote,
  PendingWork,
} from '#core/delivery/chat-note.ts'

const longest = {
  title: '⚖️ «Ñandú» <!channel> & <https://mal.example|aquí> *no* _es_ '.repeat(6).slice(0, 300),
  name: 'عبد الرحمن بن محمد 👩🏽‍⚖️ '.repeat(10).slice(0, 200),
  address: `${'persona.de.nombre.larguisimo'.repeat(3)}@${'correo'.repeat(20)}.example`,
  text: 'Estimados: les adjunto <!everyone> lo que pude encontrar & el resto mañana.\n'.repeat(40),
}

const originalUrl = `https://portal.estudio.example/mails/${'m'.repeat(20)}?pass=${'p'.repeat(60)}`

function idOf(kind: string, number: number): string {
  return `${kind}${number}`.padEnd(20, 'x')
}

function matter(long: boolean): MatterInNote {
  const title = long ? longest.title : 'Fuentes con Inmobiliaria Los Aromos'
  return {
    id: idOf('matter', 1),
    title,
    reference: long ? 'R'.repeat(60) : 'K7Q2',
    hidden: long,
    closed: long,
  }
}

function file(number: number, long: boolean): FileInNote {
  const id = idOf('file', number)
  const name = long ? `${'escritura_pública_'.repeat(10)}${number}.pdf` : `cedula-${number}.pdf`
  const flag = long ? 'encrypted' : null
  return {
    id,
    name,
    size: 840_000 + number,
    type: 'application/pdf',
    flag,
    // Every third waits for a scan: its line is longer, and the ⋯ has one choice more.
    held: long && number % 3 === 0 ? ('limits' as const) : null,
    viewUrl: number % 2 === 1 ? `https://portal.estudio.example/files/${id}?view` : null,
    contents: long && number % 5 === 0 ? { names: Array.from({ length: 40 }, () => name), count: 400 } : null,
    url: `https://portal.estudio.example/files/${id}`,
  }
}

function goneFrom(long: boolean): GoneFile[] {
  if (!long) return []
  return Array.from({ length: 20 }, (_, number) => ({
    became: number % 2 === 0 ? 'moved' : 'purged',
    name: `${'escritura_'.repeat(10)}${number}.pdf`,
    by: longest.name,
    why: number % 4 === 0 ? '' : longest.title,
  }))
}

/** `items` answers of `files` files each; every third is decided. */
export function arrivedNote(items: number, files: number, unsure: number, long = false) {
  const titles = Array.from({ length: Math.max(items, 80) }, (_, index) => ({
    id: idOf('item', index),
    title: long ? `${index} ${longest.title}`.slice(0, 300) : `Documento ${index + 1}`,
  }))
  return {
    kind: 'answersArrived',
    matter: matter(long),
    client: long ? longest.name : 'Rosa Fuentes',
    from: long ? longest.address : 'rosa@correo.example',
    via: 'mail',
    request: {
      id: idOf('request', 1),
      title: long ? longest.title : 'Antecedentes para la posesión efectiva',
      dueOn: '2026-03-17',
      counts: { total: 80, received: 40, settled: 10 },
      isOver: false,
    },
    items: titles.slice(0, items).map(({ id, title }, index) => ({
      id,
      title,
      kind: 'file',
      issuedWithinDays: null,
      status: index % 3 === 2 ? 'rejected' : 'received',
      reason:
        index % 3 === 2
          ? { code: 'illegible', note: long ? longest.text.slice(0, 500) : 'solo el reverso' }
          : null,
      answerId: idOf('answer', index),
      files: Array.from({ length: files }, (_, number) => file(index * files + number, long)),
      joined:
        files > 1 && index % 2 === 0
          ? { url: 'https://portal.estudio.example/files/joined', photos: files, size: 1_200_000 }
          : null,
      text: long ? longest.text : null,
      onBehalf: long ? { by: longest.name, road: 'whatsapp' } : null,
      decidedBy: index % 3 === 2 ? (long ? longest.name : 'Ana Rojas') : null,
    })),
    unsure: Array.from({ length: unsure }, (_, number) => ({
      ...file(1000 + number, false),
      suggestion:
        number % 2 === 0 ? { itemId: idOf('item', number), title: titles[number]?.title ?? '' } : null,
    })),
    openItems: titles,
    gone: goneFrom(long),
    setAside: Array.from({ length: long ? 20 : 1 }, (_, number) => file(2000 + number, long)),
    wrote: long ? longest.text : 'Le envío lo que tengo.',
    originals: Array.from({ length: long ? 3 : 1 }, () => ({
      url: originalUrl,
      at: new Date('2025-12-31T23:59:00Z'),
    })),
  } satisfies ChatNoteContent
}

function pending(count: number, long: boolean): PendingWork {
  const times = <T>(make: (number: number) => T) => Array.from({ length: count }, (_, number) => make(number))
  const at = new Date('2026-03-02T12:00:00Z')
  const client = long ? longest.name : 'Rosa Fuentes'
  const title = long ? longest.title : 'Antecedentes'
  const request = (number: number) => ({
    requestId: idOf('request', number),
    matter: matter(long),
    client,
    title,
    dueOn: '2026-03-01',
    missing: 2,
    total: 5,
  })
  return {
    toReview: times((number) => ({ ...request(number + 100), items: 3, since: at })),
    overdue: times((number) => request(number + 200)),
    dueSoon: times((number) => request(number + 300)),
    waiting: times((number) => request(number + 400)),
    quarantined: times((number) => ({ inboundId: idOf('inbound', number), from: longest.address, at })),
    failed: times((number) => ({ outboxId: idOf('out', number), email: longest.address, at })),
  }
}

/** A note of every kind, as on any day and at its longest; for tests. */
export const sampleNotes: ChatNoteContent[] = [false, true].flatMap((long) => [
  arrivedNote(3, 1, 2, long),
  arrivedNote(10, 3, 0, long),
  arrivedNote(80, 10, 20, long),
  {
    kind: 'messageArrived',
    inboundId: idOf('inbound', 1),
    gone: goneFrom(long),
    matter: long ? matter(true) : null,
    client: long ? longest.name : 'Rosa Fuentes',
    from: 'rosa@correo.example',
    wrote: long ? longest.text.repeat(5) : 'Muchas gracias.',
    originalUrl,
    files: Array.from({ length: long ? 30 : 0 }, (_, number) => file(number, long)),
    about: long ? 'news' : 'request',
    said: { promised: null, lacking: null },
    answers: [],
    answerable: true,
  },
  ...[true, false].map((isWanted) => ({
    kind: 'messageArrived' as const,
    inboundId: idOf('inbound', 1),
    gone: [],
    matter: matter(long),
    client: long ? longest.name : 'Rosa Fuentes',
    from: long ? longest.address : 'rosa@correo.example',
    wrote: long ? longest.text : 'Se lo mando el viernes. No tengo el contrato.',
    originalUrl,
    files: [],
    about: 'request' as const,
    said: {
      promised: '2026-03-06',
      lacking: {
        item:
          long && !isWanted
            ? null
            : { id: idOf('item', 1), title: longest.title.slice(0, long ? 300 : 20), isWanted },
      },
    },
    answers: Array.from({ length: long ? 20 : 1 }, () => ({
      by: long ? longest.name : 'Ana Rojas',
      text: long ? longest.text : 'Gracias, lo esperamos.',
      at: new Date('2026-03-02T12:00:00Z'),
    })),
    answerable: true,
  })),
  ...([null, 'accepted', 'accepted_and_added', 'discarded'] as const).map((decision) => ({
    kind: 'mailQuarantined' as const,
    inboundId: idOf('inbound', 1),
    matter: long ? matter(true) : null,
    client: long ? longest.name : null,
    request: long ? { id: idOf('request', 1), title: longest.title } : null,
    from: long ? longest.address : 'extrano@otro.example',
    fromName: long ? longest.name : null,
    mailSubject: long ? longest.title : '',
    reason: 'unknown_sender' as const,
    wrote: long ? longest.text : null,
    originalUrl,
    files: Array.from({ length: long ? 30 : 1 }, (_, number) => file(number, long)),
    decision,
    decidedBy: decision && (long ? longest.name : 'Ana Rojas'),
    acceptable: long,
    placeable: false,
    suggestion: null,
    forwarded: null,
  })),
  ...[true, false].map((acceptable) => ({
    kind: 'mailQuarantined' as const,
    inboundId: idOf('inbound', 1),
    matter: acceptable ? matter(long) : null,
    client: acceptable ? (long ? longest.name : 'Rosa Fuentes') : null,
    request: null,
    from: 'camila@estudio.example',
    fromName: long ? longest.name : 'Camila Soto',
    mailSubject: 'Fwd: cédula',
    reason: 'from_member' as const,
    wrote: long ? longest.text : null,
    originalUrl,
    files: [file(1, long)],
    decision: null,
    decidedBy: null,
    acceptable,
    placeable: !acceptable,
    suggestion: null,
    forwarded: { from: long ? longest.address : 'rosa@correo.example' },
  })),
  {
    kind: 'mailQuarantined' as const,
    inboundId: idOf('inbound', 1),
    matter: matter(long),
    client: long ? longest.name : 'Rosa Fuentes',
    request: null,
    from: long ? longest.address : 'rosa@correo.example',
    fromName: null,
    mailSubject: 'Escritura',
    reason: 'too_large' as const,
    wrote: null,
    originalUrl,
    files: [],
    decision: null,
    decidedBy: null,
    acceptable: false,
    placeable: false,
    suggestion: null,
    forwarded: null,
  },
  ...(['no_match', 'unproven', 'not_addressed'] as const).map((reason) => ({
    kind: 'mailQuarantined' as const,
    inboundId: idOf('inbound', 1),
    matter: null,
    client: long ? longest.name : 'Rosa Fuentes',
    request: null,
    from: long ? longest.address : 'rosa@correo.example',
    fromName: long ? longest.name : null,
    mailSubject: long ? longest.title : 'Mis papeles',
    reason,
    wrote: long ? longest.text : null,
    originalUrl,
    files: Array.from({ length: long ? 30 : 1 }, (_, number) => file(number, long)),
    decision: null,
    decidedBy: null,
    acceptable: false,
    placeable: true,
    suggestion:
      reason === 'unproven'
        ? null
        : { title: long ? longest.title : 'Antecedentes', reference: matter(long).reference },
    forwarded: null,
  })),
  {
    kind: 'deliveryFailed',
    matter: long ? matter(true) : null,
    clientId: long ? idOf('client', 1) : null,
    client: long ? longest.name : null,
    email: long ? longest.address : 'rosa@correo.example',
    reason: long ? longest.text : '550 5.1.1 no such user',
    dead: long,
    doubtful: false,
  },
  {
    kind: 'deliveryFailed',
    matter: long ? matter(true) : null,
    clientId: long ? idOf('client', 1) : null,
    client: long ? longest.name : null,
    email: long ? longest.address : 'rosa@correo.example',
    reason: '',
    dead: false,
    doubtful: true,
  },
  {
    kind: 'remindersEnded',
    matter: matter(long),
    client: long ? longest.name : 'Rosa Fuentes',
    request: {
      id: idOf('request', 1),
      title: long ? longest.title : 'Antecedentes',
      missing: 2,
      isLive: long,
    },
  },
  {
    kind: 'remindersStopped',
    clientId: idOf('client', 1),
    client: long ? longest.name : 'Rosa Fuentes',
    additional: long ? { id: idOf('additional', 1), email: longest.address } : null,
    wrote: long ? longest.text : null,
    resumed: null,
  },
  {
    kind: 'remindersStopped',
    clientId: idOf('client', 1),
    client: long ? longest.name : 'Rosa Fuentes',
    additional: long ? null : { id: idOf('additional', 1), email: 'contador@correo.example' },
    wrote: long ? longest.text : null,
    resumed: { by: long ? longest.name : null },
  },
  ...[null, { by: long ? longest.name : 'Ana Rojas' }].map((settled) => ({
    kind: 'correctionAsked' as const,
    correctionId: idOf('correction', 1),
    client: long ? longest.name : 'Rosa Fuentes',
    wrote: long ? longest.text.slice(0, 2000) : 'Mi teléfono es otro: +56 9 8765 4321.',
    settled,
  })),
  {
    kind: 'mattersTaken',
    from: long ? longest.name : 'Ana Rojas',
    matters: Array.from({ length: long ? 20 : 1 }, () => matter(long)),
    count: long ? 5000 : 1,
  },
  {
    kind: 'passwordGiven',
    matter: matter(long),
    client: long ? longest.name : 'Rosa Fuentes',
    file: file(1, long),
  },
  ...[false, true].map((renewed) => ({
    kind: 'itemExpiring' as const,
    itemId: idOf('item', 1),
    matter: matter(long),
    client: long ? longest.name : 'Rosa Fuentes',
    item: long ? longest.title : 'Certificado de antecedentes',
    expiresOn: '2026-03-20',
    renewed,
  })),
  {
    kind: 'requestUnconfirmed',
    requestId: idOf('request', 1),
    title: long ? longest.title : 'Antecedentes',
    matter: matter(long),
    clients: Array.from({ length: long ? 40 : 1 }, () => ({
      name: long ? longest.name : 'Rosa Fuentes',
      phones: long ? ['+56 9 8765 4321 <!here>', '+56 2 2345 6789'] : [],
      confirmedAt: null,
    })),
  },
  {
    kind: 'newsUnconfirmed',
    newsId: idOf('news', 1),
    matter: matter(long),
    clients: Array.from({ length: long ? 40 : 2 }, (_, number) => ({
      name: long ? longest.name : `Rosa ${number}`,
      phones: long ? ['+56 9 8765 4321 <!here>', '+56 2 2345 6789'] : [],
      confirmedAt: number % 2 === 0 ? null : new Date('2026-03-02T12:00:00Z'),
    })),
  },
  ...([null, 'login_refused', 'not_moved'] as const).map((trouble) => ({
    kind: 'mailboxTrouble' as const,
    mailbox: longest.address,
    trouble,
  })),
  { kind: 'digest', day: '2026-03-03', pending: pending(long ? 50 : 1, long) },
])

/** Those that name somebody or a channel by an id, which Slack shows as a mention. */
export const notesWithMentions: ChatNoteContent[] = [
  ...([null, 'accepted', 'refused'] as const).map((decision) => ({
    kind: 'linkAsked' as const,
    requestId: idOf('link', 1),
    member: longest.name,
    chatName: longest.name,
    chatUser: { tenant: 'T0TEAM', userId: 'U0EMILY' },
    decision,
    decidedBy: decision && longest.name,
  })),
  ...[true, false].flatMap((connected) =>
    [true, false].map((either) => ({
      kind: 'chatTurned' as const,
      connected,
      workspace: 'T0ESTUDIOROJAS',
      at: new Date('2025-12-31T23:59:00Z'),
      by: either ? 'U0CAMILA' : null,
      removed: either,
      again: either,
    })),
  ),
  { kind: 'memberLinked', member: longest.name, firm: longest.name, by: longest.name },
  ...(['shared', 'sensitive', 'gone'] as const).map((because) => ({
    kind: 'channelHeld' as const,
    matter: matter(true),
    channel: 'C0CAUSAS',
    because,
  })),
  ...eventsOfMatters.flatMap((about) =>
    [true, false].map((isLive) => ({
      kind: 'inChannel' as const,
      about,
      matter: matter(true),
      request: { id: idOf('request', 1), counts: { total: 80, received: 79 }, isLive },
      toReview: isLive ? 79 : 0,
      decided: { approved: 40, rejected: 39, by: Array.from({ length: 20 }, () => longest.name) },
      inboundId: isLive && about === 'mailQuarantined' ? idOf('inbound', 1) : null,
    })),
  ),
]

/** Every text of a message or view in which Slack looks for mentions and links; for tests. */
export function mrkdwnIn(surface: unknown): string[] {
  const found: string[] = []
  JSON.stringify(surface, (_key, value: unknown) => {
    const isText = typeof value === 'object' && value !== null && 'type' in value && value.type === 'mrkdwn'
    if (isText && 'text' in value && typeof value.text === 'string') found.push(value.text)
    return value
  })
  return found
}
