/** Every table, for drizzle-kit and the query builder. */
export * from './access.ts'
export * from './clients.ts'
export * from './communication.ts'
export * from './delivery.ts'
export * from './firms.ts'
export * from './matters.ts'
export * from './replies.ts'
export * from './uploads.ts'
