import { z } from 'zod'
import { clientsNamed } from '#core/clients/clients-named.ts'
import type { ClientFound } from '#core/clients/find-clients.ts'
import { addMatter } from '#core/matters/add-matter.ts'
import { teamsOf, type TeamListed } from '#core/members/teams-of.ts'
import {
  actions,
  button,
  input,
  modal,
  option,
  select,
  textField,
  type Modal,
  type Option,
} from '../blocks.ts'
import { profileView } from '../clients/profile.ts'
import { nothingIfRefused } from '../nothing-if-refused.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { membersField } from '../settings/member-field.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn, Turn } from '../turn.ts'
import { clientOption, clientsField } from '../views/client-field.ts'
import { communicationView } from '../views/communication.ts'
import { allChosen, chosen, typed } from '../views/form-values.ts'
import { noticeView } from '../views/notice.ts'
import { numberField, sensitiveField } from './matter-fields.ts'
import { wantedMatter } from './new-matter-button.ts'

/** What the form says about itself; core looks everything up again for whoever acts. */
export const newMatterState = z.object({
  /** The words that were looked for. */
  title: z.string(),
  /** Those who stand in it from the beginning. */
  clientIds: z.array(z.string()),
  /** From whose profile it was opened. */
  over: z.string().nullable(),
  /** How often clients were put in by us. */
  fillings: z.number(),
})

export type NewMatterState = z.infer<typeof newMatterState>

/** How many options a select of Slack's holds, besides those for no team. */
const mostTeams = 98

/** From the search for a matter, or a client's profile: the form for a new one. */
export async function openNewMatter(turn: ClickTurn): Promise<void> {
  const known = wantedMatter(turn.value)
  const state =
    'title' in known
      ? { title: known.title, clientIds: [], over: null, fillings: 0 }
      : { title: '', clientIds: [known.clientId], over: known.clientId, fillings: 0 }
  await show(turn, newMatterView(turn, state))
}

/** The form with the clients there are, and the teams the member may choose. */
export async function newMatterView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  state: NewMatterState,
): Promise<Modal> {
  const clients = await clientsNamed(office, { by, clientIds: state.clientIds })
  return newMatterForm(reader, state, {
    clients,
    teams: await teamsOf(office, { by }),
    member: option(by.name, by.memberId),
  })
}

/** The same from what is known already. From a profile it offers no other client: a third view has no room above it. */
export function newMatterForm(
  { words }: Reader,
  state: NewMatterState,
  known: { clients: ClientFound[]; teams: TeamListed[]; member: Option },
): Modal {
  const { fields, titles, buttons, choices } = words.matters
  const kinds = [option(choices.court, 'court'), option(choices.internal, 'internal')]
  const sights = [
    option(choices.firm, 'firm'),
    option(choices.private, 'private'),
    ...known.teams
      .slice(0, mostTeams)
      .map(({ teamId, name }) => option(choices.team({ name }), `team:${teamId}`)),
  ]
  return modal({
    callbackId: 'matter_new',
    title: titles.newMatter,
    submit: buttons.create,
    close: words.buttons.cancel,
    metadata: JSON.stringify(state),
    blocks: [
      input('title', fields.title, textField('title', 300, state.title), { hint: fields.titleHint }),
      select('kind', fields.kind, kinds, { picked: 'court' }),
      numberField(words, null),
      clientsField(words, 'clients', fields.clients, {
        initial: known.clients.map(clientOption),
        fillings: state.fillings,
        hint: fields.clientsHint,
      }),
      ...(state.over === null
        ? [actions('client_new', [button('client_new_here', buttons.newClient, 'client')])]
        : []),
      clientsField(words, 'other-side', fields.otherSide, { optional: true, hint: fields.otherSideHint }),
      membersField(words, 'responsible', fields.responsible, {
        initial: [known.member],
        hint: fields.responsibleHint,
      }),
      select('visibility', fields.visibility, sights, { picked: 'firm', hint: fields.visibilityHint }),
      input('alias', fields.alias, textField('alias', 60), { optional: true, hint: fields.aliasHint }),
      sensitiveField(words, false),
    ],
  })
}

/** Makes the matter, once however often it is sent, and shows its communication, if its author is among those who see it. */
export async function submitNewMatter(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const { words } = reader
  const clients = allChosen(view, 'clients') ?? []
  const otherSide = allChosen(view, 'other-side') ?? []
  const responsible = allChosen(view, 'responsible') ?? []
  const { refusals, done } = words.matters
  if (clients.length === 0) return refused('clients', refusals.clientsMissing)
  if (responsible.length === 0) return refused('responsible', words.refusals.textMissing)
  const both = otherSide.filter((id) => clients.includes(id))
  const [named] = await clientsNamed(office, { by, clientIds: both })
  if (named) return refused('other-side', refusals.bothSides({ name: named.name }))
  const { matterId } = await addMatter(office, {
    by,
    title: typed(view, 'title'),
    kind: chosen(view, 'kind') === 'internal' ? 'internal' : 'court',
    number: typed(view, 'number'),
    clients,
    otherSide,
    responsible,
    ...sightIn(chosen(view, 'visibility') ?? 'firm'),
    alias: typed(view, 'alias'),
    sensitive: allChosen(view, 'sensitive')?.includes('sensitive') ?? false,
    interaction,
  })
  refreshProfile(turn)
  const shown = await communicationView(turn, { matterId }, done.created).catch(nothingIfRefused)
  const unseen = noticeView(words, words.titles.done, done.createdUnseen)
  return { response_action: 'update', view: shown ?? unseen }
}

function refused(field: string, text: string): SubmitAnswer {
  return { response_action: 'errors', errors: { [field]: text } }
}

function sightIn(picked: string) {
  const [visibility, teamId] = picked.split(':')
  if (teamId) return { visibility: 'team' as const, teamId }
  return { visibility: visibility === 'private' ? ('private' as const) : ('firm' as const) }
}

function refreshProfile(turn: SubmitTurn) {
  const { over: clientId } = newMatterState.parse(JSON.parse(turn.view.private_metadata))
  const below = turn.view.previous_view_id
  if (clientId === null || !below) return
  turn.after(async () =>
    turn.client.views.update({ view_id: below, view: await profileView(turn, { clientId }) }),
  )
}
