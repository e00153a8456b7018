/** The same answer, gzipped for those who take it so. */
export function compressed(request: Request, response: Response): Response {
  const accepts = request.headers.get('accept-encoding') ?? ''
  if (!response.body || !/\bgzip\b/.test(accepts)) return response
  const headers = new Headers(response.headers)
  headers.set('Content-Encoding', 'gzip')
  headers.append('Vary', 'Accept-Encoding')
  headers.delete('Content-Length')
  const body = response.body.pipeThrough(new CompressionStream('gzip'))
  return new Response(body, { status: response.status, statusText: response.statusText, headers })
}
