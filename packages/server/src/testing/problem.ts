import { expect } from 'vitest'
import type { Answer, TestApp } from './app.ts'

export interface Wanted {
  status: number
  code?: string
  /** Where the faults are, in any order: `#/guest/email` in a body, `start` in a query. */
  at?: string[]
}

/** An RFC 9457 problem with every member that the contract promises, and nothing of the server's insides. */
export function expectProblem(app: TestApp, answer: Answer, wanted: Wanted, path?: string): void {
  expect({ status: answer.status, code: answer.body?.code, body: answer.body }).toMatchObject({
    status: wanted.status,
    ...(wanted.code && { code: wanted.code }),
  })
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(answer.body).toMatchObject({
    type: `${app.url}/errors/${String(answer.body.code).replaceAll('_', '-')}`,
    title: expect.stringMatching(/./),
    status: answer.status,
    detail: expect.stringMatching(/./),
    instance: path ?? expect.stringMatching(/^\/[^?]*$/),
    requestId: answer.headers.get('request-id'),
  })
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:\d|SQLITE|SqliteError|select .* from|ZodError/i)
  const faults: { pointer?: string; parameter?: string; code: string; detail: string }[] = answer.body.errors ?? []
  for (const fault of faults)
    expect(fault).toMatchObject({ code: expect.stringMatching(/^[a-z_]+$/), detail: expect.any(String) })
  if (wanted.at) expect(faults.map((fault) => fault.pointer ?? fault.parameter).sort()).toEqual([...wanted.at].sort())
}
