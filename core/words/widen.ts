/** What the other languages must say when one language says `T`: the same keys, any strings, functions of the same facts. */
export type Widen<T> = T extends string
  ? string
  : T extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : { [Key in keyof T]: Widen<T[Key]> }
