import type { Answer, TestApp } from './app.ts'
import { good, someone } from './factories.ts'

export interface MadeLink {
  id: string
  token: string
  url: string
  eventTypeId: string
  eventTypeIds: string[]
}

/** Makes a link, which must succeed. */
export async function addLink(app: TestApp, wish: object): Promise<MadeLink> {
  return (await good(app.post('/links', { kind: 'one_off', ...wish }), 201)).body
}

const nobody = { authorization: '' }

/** Opens a link as somebody without a key. */
export const openLink = (app: TestApp, token: string): Promise<Answer> => app.get(`/public/links/${token}`, nobody)

export const bookLink = (app: TestApp, token: string, start: string, more: object = {}): Promise<Answer> =>
  app.post(`/public/links/${token}/bookings`, { start, guest: someone(), ...more }, nobody)

/** The starts that a link lists on one day of UTC, as `09:00`. */
export async function linkStarts(app: TestApp, token: string, date: string, query = ''): Promise<string[]> {
  const range = `start=${date}T00:00:00Z&end=${date}T23:59:59Z`
  const { body } = await good(app.get(`/public/links/${token}/slots?${range}${query}`, nobody), 200)
  return body.data.map((slot: { start: string }) => slot.start.slice(11, 16))
}

export const linkOf = async (app: TestApp, id: string) => (await good(app.get(`/links/${id}`), 200)).body

/** The kinds of a link's events, oldest first. */
export async function linkEvents(app: TestApp, id: string): Promise<string[]> {
  const { body } = await good(app.get('/events?limit=100&type=link.*'), 200)
  return body.data
    .filter((event: { subjectId: string }) => event.subjectId === id)
    .map((event: { type: string }) => event.type)
    .reverse()
}
