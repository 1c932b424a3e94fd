import type Koa from 'koa'
import { AppError, type Fault } from '../errors.ts'

const maxBytes = 1024 * 1024

/** The fields of a form that a browser sent. */
export async function readForm(http: Koa.Context): Promise<URLSearchParams> {
  if (!http.is('application/x-www-form-urlencoded')) {
    throw new AppError('unsupported_media_type', 'Send the form as application/x-www-form-urlencoded.')
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of http.req) {
    size += chunk.length
    if (size > maxBytes) throw new AppError('payload_too_large', 'That is more than this form can take.')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** What is wrong with a form: by field name, and above the form what belongs to no field. */
export interface Wrong {
  fields: ReadonlyMap<string, string>
  general: string | null
}

export const nothingWrong: Wrong = { fields: new Map(), general: null }

export const taken = 'Somebody was faster: this time is no longer open. Please choose another one.'

/** An error's faults at the fields that they point to; other errors are thrown on. */
export function wrongOf(error: unknown, fieldOf: (pointer: string) => string | null): Wrong {
  if (!(error instanceof AppError) || error.status >= 500) throw error
  const fields = new Map<string, string>()
  const rest: string[] = []
  for (const fault of error.faults) {
    const field = fault.pointer === undefined ? null : fieldOf(fault.pointer)
    if (field === null) rest.push(sentenceOf(fault))
    else if (!fields.has(field)) fields.set(field, sentenceOf(fault))
  }
  if (error.faults.length === 0) rest.push(error.message)
  return { fields, general: rest[0] ?? (fields.size > 0 ? 'Please check the marked fields.' : null) }
}

/** API errors name the field that they are about; beside the field that is one name too many. */
function sentenceOf({ code, detail }: Fault): string {
  if (code === 'required') return 'Please fill this in.'
  const least = / Too small: expected string to have >=(\d+)/.exec(detail)?.[1]
  if (least !== undefined) return least === '1' ? 'Please fill this in.' : `Please use at least ${least} characters.`
  return detail.replace(/^“[^”]*”:? (?=[A-Z])/, '').replace(/^“[^”]*” wants/, 'This wants')
}
