import { and, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import type { MemberActor } from '../../members/actor.ts'
import { inSightOf } from '../find-matters.ts'

/** Whose work is looked at: as far as they see, and in the matters that are theirs. */
export type Scope = { tx: Query; by: MemberActor; mine: SQL | undefined }

/** A condition on `matters`, as joined to something that always has one. */
export function inScope({ by, mine }: Scope): SQL | undefined {
  return and(inSightOf(by), mine)
}

/** The same where the matter may be missing: a mail tied to none is the admins' to look at. */
export function inScopeOrNobodys(scope: Scope): SQL | undefined {
  const ofMatter = and(isNotNull(matters.id), inScope(scope))
  return scope.by.role === 'admin' ? or(isNull(matters.id), ofMatter) : ofMatter
}
