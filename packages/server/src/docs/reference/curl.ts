import type { Request } from './request.ts'

/** The request with curl, for a shell that has the address and the key in its environment. */
export function curl({ call, path, query, body }: Request): string {
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${inQuery(value)}`).join('&')
  const parts = [`curl "$LETSMEET_URL/api/v1${path}${search && `?${search}`}"`]
  if (call.method !== 'GET' && !(call.method === 'POST' && body !== undefined)) parts[0] += ` -X ${call.method}`
  if (call.security.length > 0) parts.push('-H "Authorization: Bearer $LETSMEET_API_KEY"')
  const [media = 'application/json'] = Object.keys(call.requestBody?.content ?? {})
  if (typeof body === 'string') {
    parts.push(`-H "Content-Type: ${media}"`, '--data-binary @people.csv')
  } else if (body !== undefined) {
    parts.push('-H "Content-Type: application/json"')
    parts.push(`-d '${JSON.stringify(body, null, 2).replaceAll("'", "'\\''").replaceAll('\n', '\n  ')}'`)
  }
  return parts.join(' \\\n  ')
}

const inQuery = (value: unknown): string =>
  encodeURIComponent(String(value)).replaceAll('%3A', ':').replaceAll('%2C', ',')
