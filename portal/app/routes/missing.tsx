import { door, missing } from '../door.ts'

export const loader = door(async () => missing())
export const action = door(async () => missing())

export default function Missing() {
  return null
}
