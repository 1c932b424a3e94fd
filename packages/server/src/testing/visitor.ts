import type { TestApp } from './app.ts'

export interface Seen {
  status: number
  headers: Headers
  text: string
}

/** Somebody with a browser that runs no scripts, keeps no cookies and follows no redirects. */
export function visitor(app: Pick<TestApp, 'url'>) {
  const language = { accept: 'text/html', 'accept-language': 'de-DE' }
  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const response = await fetch(app.url + path, { redirect: 'manual', ...init })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    open: (path: string, headers: Record<string, string> = {}) => ask(path, { headers: { ...language, ...headers } }),
    submit: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...language, origin: app.url, ...headers },
        body: new URLSearchParams(fields),
      }),
  }
}

/** What the answer wants to be kept, as a `Cookie` header. */
export const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** The words that a person would see. */
export const wordsOf = ({ text }: Pick<Seen, 'text'>): string =>
  text
    .replace(/<(script|select|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

/** Makes an event type and answers its page's path. */
export async function makePage(app: TestApp, fields: object): Promise<string> {
  const made = await app.post('/event-types', { title: 'Call', durationMinutes: 30, ...fields })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return new URL(made.body.url).pathname
}
