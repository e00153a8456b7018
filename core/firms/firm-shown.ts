import type { FormOfAddress } from '../words/pt-BR/form-of-address.ts'

/** What a client's page or letter says of the firm it comes from. */
export type FirmShown = {
  name: string
  supportContact: string | null
  /** `#rrggbb`; null: the usual colour. */
  accent: string | null
  /** How its clients are addressed in Portuguese; null: the usual form. */
  formOfAddress: FormOfAddress | null
}

/** That alone of all that is known of a firm. */
export function firmShown({ name, supportContact, accent, formOfAddress }: FirmShown): FirmShown {
  return { name, supportContact, accent, formOfAddress }
}
