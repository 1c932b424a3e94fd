import type { Answer, TestApp } from './app.ts'
import { good } from './factories.ts'

export interface TestSandbox {
  id: string
  organizationId: string
  apiKey: string
  /** The path of its owner's page. */
  page: string
  eventTypeId: string
  /** Headers of its own key. */
  key: Record<string, string>
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Moves its clock; the answer. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  move(change: object): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  mailbox(query?: string): Promise<any[]>
}

/** A sandbox of the test's organization, which its own key asks. */
export async function openSandbox(app: TestApp, wish: object = {}): Promise<TestSandbox> {
  const { body } = await good(app.post('/sandboxes', { name: 'Try it', ...wish }), 201)
  const key = { authorization: `Bearer ${body.apiKey}` }
  const types = await good(app.get('/event-types', key), 200)
  return {
    id: body.id,
    organizationId: body.organizationId,
    apiKey: body.apiKey,
    page: new URL(body.bookingPage).pathname,
    eventTypeId: types.body.data[0].id,
    key,
    get: (path) => app.get(path, key),
    post: (path, more, headers) => app.post(path, more, { ...key, ...headers }),
    move: async (change) => (await good(app.post('/sandboxes/current/clock', change, key), 200)).body,
    mailbox: async (query = 'limit=100') =>
      (await good(app.get(`/sandboxes/current/mailbox?${query}`, key), 200)).body.data,
  }
}
