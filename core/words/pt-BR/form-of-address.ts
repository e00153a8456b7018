/** How a Brazilian firm addresses its clients; `voce` unless it wishes otherwise. */
export const formsOfAddress = ['voce', 'senhor'] as const
export type FormOfAddress = (typeof formsOfAddress)[number]

/** The words for it, in the places of a sentence where they differ. */
export type Address = { you: string; You: string; ofYou: string; toYou: string }

export const addresses: Record<FormOfAddress, Address> = {
  voce: { you: 'você', You: 'Você', ofYou: 'de você', toYou: 'a você' },
  senhor: {
    you: 'o(a) senhor(a)',
    You: 'O(A) senhor(a)',
    ofYou: 'do(a) senhor(a)',
    toYou: 'ao(à) senhor(a)',
  },
}
