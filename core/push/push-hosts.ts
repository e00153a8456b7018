/**
 * Whether the address lies with one of the push services of `PUSH_SERVICES`: what a browser names as its own is a wish of
 * whoever sits there, and nothing else of the network is asked on their behalf.
 */
export function isPushService(services: readonly string[], endpoint: string): boolean {
  const url = URL.parse(endpoint)
  if (!url || url.username || url.password || endpoint.length > 1000) return false
  return services.some((service) => lies(url, service))
}

function lies(url: URL, service: string): boolean {
  if (service.startsWith('http://')) return url.origin === service
  if (url.protocol !== 'https:' || url.port !== '') return false
  return service.startsWith('*.') ? url.hostname.endsWith(service.slice(1)) : url.hostname === service
}
