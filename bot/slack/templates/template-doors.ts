import { openTemplateForm, submitRemovedTemplate, submitTemplate, templateMenu } from './edit-template.ts'
import { pickTemplate } from './pick-template.ts'
import { openTemplates } from './templates-list.ts'

/** What can be submitted about templates. */
export const templateSubmits = { template_save: submitTemplate, template_remove: submitRemovedTemplate }

/** What can be clicked or picked about templates. */
export const templateClicks = {
  template: pickTemplate,
  templates: openTemplates,
  template_add: openTemplateForm,
  template_menu: templateMenu,
}
