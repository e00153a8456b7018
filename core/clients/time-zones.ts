/** The time zones of Chile and Brazil, by the place most of their people live in; west to east. */
export const clientTimeZones = [
  'Pacific/Easter',
  'America/Rio_Branco',
  'America/Manaus',
  'America/Santiago',
  'America/Punta_Arenas',
  'America/Sao_Paulo',
  'America/Noronha',
] as const

export type ClientTimeZone = (typeof clientTimeZones)[number]

/** Whether it is one of those that a client may choose without having it already. */
export function isClientTimeZone(timeZone: string): timeZone is ClientTimeZone {
  return clientTimeZones.some((one) => one === timeZone)
}
