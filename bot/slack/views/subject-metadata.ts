import { z } from 'zod'

/** The shape of a `Subject`. */
export const subject = z.object({
  matterId: z.string(),
  id: z.string(),
  over: z.literal('communication').optional(),
})

/** The news or request a view is about, its matter, and what it stands over. Core looks both up again for whoever acts. */
export type Subject = z.infer<typeof subject>

/** What a view said it is about. */
export function subjectIn(metadata: string): Subject {
  return subject.parse(JSON.parse(metadata))
}
