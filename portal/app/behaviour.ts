import { createContext } from 'react'

/** Addresses of the module that pages load and of what it imports, in that order; `entry.server.tsx` knows them. */
export const BehaviourContext = createContext<string[]>([])
