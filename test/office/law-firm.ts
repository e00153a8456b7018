import { addClient, type AddClient } from '#core/clients/add-client.ts'
import { createFirm } from '#core/firms/create-firm.ts'
import { connectChat } from '#core/firms/connect-chat.ts'
import { addMatter, type AddMatter } from '#core/matters/add-matter.ts'
import type { MemberActor, SystemActor } from '#core/members/actor.ts'
import { addMember } from '#core/members/add-member.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import type { Office } from '#core/office.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'

export const tenant = 'T000000001'

export type LawFirm = {
  firmId: string
  system: SystemActor
  /** Admin. */
  ana: MemberActor
  /** Lawyer, responsible for the matter. */
  camila: MemberActor
  /** Rosa, with one additional address: three in all with the accountant. */
  rosaId: string
  matterId: string
  addMatter: (wish: Omit<AddMatter, 'by'>) => Promise<string>
  addMember: (name: string, role: MemberActor['role']) => Promise<MemberActor>
  /** A client with one address, unless more are said. */
  addClient: (name: string, email: string, more?: Partial<AddClient>) => Promise<string>
}

/** A small firm in Chile: an admin, a lawyer, a client with two additional addresses, and one matter. */
export async function lawFirm(office: Office, workspace = tenant): Promise<LawFirm> {
  const { firmId } = await createFirm(office, {
    name: 'Estudio Rojas',
    locale: 'es-CL',
    timeZone: 'America/Santiago',
    supportContact: 'secretaria@estudio.example, +56 2 2345 6789',
  })
  const system: SystemActor = { kind: 'system', firmId }
  await connectChat(office, { by: system, platform: 'slack', tenant: workspace, botToken: 'xoxb-despacho' })
  const join = (name: string, email: string, role: MemberActor['role'], userId: string) =>
    member(office, system, name, email, role, { platform: 'slack', tenant: workspace, userId })
  const ana = await join('Ana Rojas', 'ana@estudio.example', 'admin', 'UANA')
  const camila = await join('Camila Soto', 'camila@estudio.example', 'lawyer', 'UCAMILA')
  const { clientId: rosaId } = await addClient(office, {
    by: system,
    name: 'Rosa Fuentes',
    email: 'rosa@correo.example',
    additional: ['contador@correo.example', 'hijo@correo.example'],
  })
  const { matterId } = await addMatter(office, {
    by: system,
    title: 'Fuentes con Inmobiliaria Los Aromos',
    number: 'C-1234-2025',
    clients: [rosaId],
    responsible: [camila.memberId],
  })
  return {
    firmId,
    system,
    ana,
    camila,
    rosaId,
    matterId,
    addMatter: async (wish) => (await addMatter(office, { by: system, ...wish })).matterId,
    addMember: (name, role) => {
      const handle = name.toLowerCase().replace(/[^a-z]+/g, '-')
      return join(name, `${handle}@estudio.example`, role, `U${handle.toUpperCase()}`)
    },
    addClient: async (name, email, more) =>
      (await addClient(office, { by: system, name, email, ...more })).clientId,
  }
}

async function member(
  office: Office,
  by: SystemActor,
  name: string,
  email: string,
  role: MemberActor['role'],
  identity: { platform: 'slack'; tenant: string; userId: string },
): Promise<MemberActor> {
  await addMember(office, { by, name, email, role, identities: [identity] })
  return memberFromChat(office, identity)
}

/** A few words as rich text. */
export const words = (text: string) => plainTextToRichText(text)
