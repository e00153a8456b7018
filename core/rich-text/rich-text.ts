/** The form is stored as it stands, so its types stand with the schema. */
export type * from '#db/rich-text.ts'
