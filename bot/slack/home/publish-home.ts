import { webApi } from '@slack/bolt'
import type { Home } from '../blocks.ts'
import type { Door, Turn } from '../turn.ts'
import { homeView, type HomeState } from './home-view.ts'

/** A member whose home it is, with what reaches it. */
export type HomeOwner = Pick<Turn, 'office' | 'by' | 'reader' | 'client' | 'chatUser'>

/** The member's home shows their work as it stands now. */
export async function publishHome(door: Door, owner: HomeOwner, state: HomeState): Promise<void> {
  await door.homes.inTurn(keyOf(owner), () => publish(door, owner, state))
}

/** After the member has done something: a home that they have before them says so, where it says anything else now. */
export async function refreshHome(door: Door, owner: HomeOwner): Promise<void> {
  if (!door.homes.of(keyOf(owner))) return
  try {
    await door.homes.inTurn(keyOf(owner), async () => {
      const shown = door.homes.of(keyOf(owner))
      if (shown) await publish(door, owner, shown.state, shown.view)
    })
  } catch (error) {
    const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined
    door.office.log.warn({ err: error, code }, 'a home could not be brought up to date')
  }
}

async function publish(door: Door, owner: HomeOwner, state: HomeState, stands?: Home): Promise<void> {
  const view = await homeView(owner, state)
  if (stands && isSame(view, stands)) return
  await owner.client.views.publish({ user_id: owner.chatUser.userId, view })
  door.homes.keep(keyOf(owner), { state, view })
}

// The last block says only when it was looked at.
function isSame(one: Home, other: Home): boolean {
  return JSON.stringify(one.blocks.slice(0, -1)) === JSON.stringify(other.blocks.slice(0, -1))
}

function keyOf({ chatUser: { tenant, userId } }: HomeOwner): string {
  return `${tenant}:${userId}`
}
