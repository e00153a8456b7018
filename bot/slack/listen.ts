import type { App } from '@slack/bolt'
import { accessMenu } from './actions/access-menu.ts'
import { openAccessForm } from './actions/add-access.ts'
import { approve } from './actions/approve.ts'
import { extendTheirAccess, inviteToAccess, narrowTheirAccess } from './actions/change-access.ts'
import { correct } from './actions/correct.ts'
import { correctionDone } from './actions/correction-done.ts'
import { decide, lookAtQuarantined } from './actions/decide-quarantine.ts'
import { decideLink } from './actions/decide-link.ts'
import { hide, unhide } from './actions/hide-matter.ts'
import { openItems, waive } from './actions/items.ts'
import { moreAboutNews } from './actions/news-more.ts'
import { newsMenu } from './actions/news-menu.ts'
import { followLink, openAsClient } from './actions/open-as-client.ts'
import { openNewsForm, openRequestForm } from './actions/open-form.ts'
import { openMatter } from './actions/open-matter.ts'
import { reject } from './actions/reject.ts'
import { remindAgain } from './actions/remind-again.ts'
import { remind, snooze } from './actions/remind.ts'
import { renewExpiring } from './actions/renew-item.ts'
import { requestMenu } from './actions/request-menu.ts'
import { review } from './actions/review.ts'
import { settleAsPicked, settleAsSuggested } from './actions/settle-file.ts'
import { turnPage } from './actions/turn-page.ts'
import { undoEdit, undoSend } from './actions/undo-send.ts'
import { clientClicks, clientSubmits } from './clients/client-doors.ts'
import { channelClicks, channelSubmits } from './channels/channel-doors.ts'
import { despachoCommand, shortCommand } from './commands/despacho.ts'
import { shortCommands } from './commands/subcommands.ts'
import { tryAgain } from './commands/try-again.ts'
import { homeClicks } from './home/home-doors.ts'
import { homePageClicks, homePageNames } from './home/home-pages.ts'
import { onHome } from './home/on-home.ts'
import { fileClicks, fileSubmits } from './files/file-doors.ts'
import { findPlaceOptions } from './files/move.ts'
import { consents, onConsent } from './install/on-consent.ts'
import { onChanged } from './on-changed.ts'
import { onClicks } from './on-clicks.ts'
import { itemMenu, itemSubmits } from './items/item-menu.ts'
import { matterClicks, matterSubmits } from './matters/matter-doors.ts'
import { openAnswerLink, openEnterAnswer, submitEnteredAnswer } from './on-behalf/enter-answer.ts'
import { messageClicks, messageSubmits } from './messages/message-doors.ts'
import { onCommands } from './on-commands.ts'
import { onMessageShortcuts } from './on-message-shortcuts.ts'
import { onRemoved } from './on-removed.ts'
import { onShortcuts } from './on-shortcuts.ts'
import { onSubmits } from './on-submits.ts'
import { findMemberOptions } from './settings/member-field.ts'
import { settingsClicks, settingsSubmits } from './settings/settings-doors.ts'
import { messageToDocument, submitDocument } from './shortcuts/message-to-document.ts'
import { messageToNews } from './shortcuts/message-to-news.ts'
import { templateClicks, templateSubmits } from './templates/template-doors.ts'
import { findTemplateOptions } from './templates/template-field.ts'
import type { Door } from './turn.ts'
import { submitAddedAccess } from './views/add-access.ts'
import { submitCancelledRequest } from './views/cancel-request.ts'
import { findClientOptions } from './views/client-field.ts'
import { submitConfirmedNews } from './views/confirm-news.ts'
import { submitConfirmedRequest } from './views/confirm-request.ts'
import { submitDeletedNews } from './views/delete-news.ts'
import { submitDeletedRequest } from './views/delete-request.ts'
import { submitEditedAccess } from './views/edit-access.ts'
import { submitEditedNews } from './views/edit-news.ts'
import { submitEditedRequest } from './views/edit-request.ts'
import { findMatterOptions } from './views/find-matter-options.ts'
import { addItemsField } from './views/items-fields.ts'
import { submitPickedClient } from './views/pick-client.ts'
import { submitPickedMatter } from './views/pick-matter.ts'
import { submitNews } from './views/publish-news.ts'
import { submitRejection } from './views/reject.ts'
import { submitRemovedAccess } from './views/remove-access.ts'
import { submitRequest } from './views/request-documents.ts'
import { closeTextToPaste, openTextToPaste } from './views/text-to-paste.ts'

const submits = {
  news: submitNews,
  news_confirm: submitConfirmedNews,
  text_to_paste: closeTextToPaste,
  news_edit: submitEditedNews,
  news_delete: submitDeletedNews,
  request: submitRequest,
  request_confirm: submitConfirmedRequest,
  request_edit: submitEditedRequest,
  request_delete: submitDeletedRequest,
  request_cancel: submitCancelledRequest,
  matter_pick: submitPickedMatter,
  reject: submitRejection,
  access_pick: submitPickedClient,
  access_add: submitAddedAccess,
  access_edit: submitEditedAccess,
  access_remove: submitRemovedAccess,
  ...clientSubmits,
  ...matterSubmits,
  ...templateSubmits,
  ...settingsSubmits,
  ...fileSubmits,
  answer_enter: submitEnteredAnswer,
  ...messageSubmits,
  ...itemSubmits,
  ...channelSubmits,
  message_document: submitDocument,
}

const clicks = {
  approve,
  reject,
  review,
  settle: settleAsSuggested,
  settle_as: settleAsPicked,
  quarantine_accept: decide('accepted'),
  quarantine_add: decide('accepted_and_added'),
  quarantine_discard: decide('discarded'),
  quarantine_look: lookAtQuarantined,
  correct,
  correction_done: correctionDone,
  publish: openNewsForm,
  ask: openRequestForm,
  hide,
  show: unhide,
  open_matter: openMatter,
  news_more: moreAboutNews,
  news_menu: newsMenu,
  request_menu: requestMenu,
  request_menu_undo: requestMenu,
  request_menu_told: requestMenu,
  items: openItems,
  items_more: addItemsField,
  waive,
  remind,
  remind_again: remindAgain,
  snooze,
  access_add: openAccessForm,
  access_menu: accessMenu,
  access_invite: inviteToAccess,
  access_extend: extendTheirAccess,
  access_narrow: narrowTheirAccess,
  open_as_client: openAsClient,
  look: followLink,
  link_confirm: decideLink('accepted'),
  link_refuse: decideLink('refused'),
  undo_send: undoSend,
  undo_edit: undoEdit,
  page_next: turnPage,
  page_back: turnPage,
  ...clientClicks,
  ...matterClicks,
  ...templateClicks,
  ...settingsClicks,
  ...fileClicks,
  answer_for: openEnterAnswer,
  text_to_paste: openTextToPaste,
  answer_link: openAnswerLink,
  ...messageClicks,
  item_menu: itemMenu,
  item_renew: renewExpiring,
  ...homeClicks,
  ...channelClicks,
  try_again: tryAgain,
}

const shortNames = (['news', 'request', 'pending', 'matter'] as const).flatMap((subcommand) =>
  shortCommands[subcommand].map((name) => [name, shortCommand(subcommand)] as const),
)

const commands = { '/despacho': despachoCommand, ...Object.fromEntries(shortNames) }

const shortcuts = {
  news_shortcut: 'news',
  request_shortcut: 'request',
  pending_shortcut: 'pending',
  matter_shortcut: 'matter',
  client_shortcut: 'client',
  access_shortcut: 'access',
  settings_shortcut: 'settings',
}

const messageShortcuts = { message_to_news: messageToNews, message_to_document: messageToDocument }

/** What can be typed into the fields that look for it, by the ids of their actions. */
export const whatIsTyped = {
  matter: findMatterOptions,
  client: findClientOptions,
  member: findMemberOptions,
  place: findPlaceOptions,
  template: findTemplateOptions,
}

/** The name of all that can be done by hand in Slack, by the sort of request it comes as; for the walk over every door. */
export const namesInSlack = {
  commands: Object.keys(commands),
  shortcuts: Object.keys(shortcuts),
  messageShortcuts: Object.keys(messageShortcuts),
  submits: Object.keys(submits),
  clicks: [...Object.keys(clicks), ...homePageNames],
  consents: Object.keys(consents),
  whatIsTyped: Object.keys(whatIsTyped),
}

/** Everything else that can be written, submitted or clicked, and what it does. */
export function listen(door: Door, app: App): void {
  onCommands(door, app, commands)
  onShortcuts(door, app, shortcuts)
  onMessageShortcuts(door, app, messageShortcuts)
  onSubmits(door, app, submits)
  onClicks(door, app, { ...clicks, ...homePageClicks(door) })
  onConsent(door, app)
  onHome(door, app)
  onRemoved(door, app)
  onChanged(door, app)
}
