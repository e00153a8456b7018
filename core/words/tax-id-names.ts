/** What a country calls its tax id: a name of its own, the same in every language. */
export const taxIdNames = { CL: 'RUT', BR: 'CPF/CNPJ' }
