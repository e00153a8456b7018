/**
 * What goes by this name; undefined for a name that nobody gave, such as those every object has. Bolt calls all listeners it knows
 * for whatever comes in, each with a chain of its own, so there is one for each sort, which looks up by name what to do.
 */
export function named<T>(all: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined
}
