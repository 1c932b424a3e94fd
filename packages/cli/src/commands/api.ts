import { ApiError } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../lib/api-command.ts'
import { headerOf, readJson } from '../lib/body.ts'
import { cleanJson, cleanText } from '../lib/clean.ts'
import { usageError } from '../lib/failure.ts'
import { fieldsToBody, fieldsToQuery } from '../lib/fields.ts'
import { manyFlag } from '../lib/flags.ts'
import { oneOf } from '../lib/one-of.ts'

export default class Api extends ApiCommand {
  static override description = `Send any request to the API, with your key.

Prints the answer's body. Fields become the body of a POST, PATCH, PUT or DELETE, and the query of a GET. The server's own reference is at /docs.`
  static override examples = [
    '<%= config.bin %> api GET /me',
    '<%= config.bin %> api GET /bookings --field status=pending --field "start[gte]=2030-01-01T00:00:00Z"',
    '<%= config.bin %> api POST /event-types --field title=Intro --field durationMinutes=30',
    '<%= config.bin %> api PATCH /event-types/et_0WbXkT3nPq7YvLs2DfGh --body @change.json --include',
  ]
  static override args = {
    method: Args.string({ required: true, description: 'GET, POST, PATCH, PUT or DELETE.' }),
    path: Args.string({ required: true, description: 'The path, with or without /api/v1.' }),
  }
  static override flags = {
    field: manyFlag('A field; guest[name]=Ada for one inside another, days[]=mon for a list', 'KEY=VALUE', 'f'),
    body: Flags.string({
      description: 'The body: JSON itself, @FILE, or - for standard input.',
      helpValue: 'JSON',
      exclusive: ['field'],
    }),
    header: manyFlag('A header', '"Name: value"', 'H'),
    include: Flags.boolean({ char: 'i', description: "Also print the answer's status and headers." }),
  }

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(Api)
    const method = oneOf('METHOD', args.method.toUpperCase(), ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD'])
    const isRead = method === 'GET' || method === 'HEAD'
    const fields = flags.field ?? []
    const letsmeet = this.connect(flags)
    const call = letsmeet.request(
      {
        method,
        path: pathOf(args.path),
        query: isRead ? fieldsToQuery(fields) : undefined,
        body:
          flags.body !== undefined
            ? readJson(flags.body)
            : isRead || fields.length === 0
              ? undefined
              : fieldsToBody(fields),
      },
      { headers: Object.fromEntries((flags.header ?? []).map(headerOf)), maxRetries: 0 },
    )
    try {
      const { data, response } = await call.withResponse()
      if (flags.include) this.head(response.status, response.headers)
      await this.show(data)
      return data
    } catch (error) {
      if (error instanceof ApiError && !this.jsonEnabled()) {
        if (flags.include) this.head(error.status, error.headers)
        await this.show(error.problem)
      }
      throw error
    }
  }

  private head(status: number, headers: Headers): void {
    const lines = [...headers].map(([name, value]) => `${name}: ${cleanText(value)}`)
    this.print(`HTTP ${status}\n${lines.join('\n')}\n`)
  }

  private async show(data: unknown): Promise<void> {
    if (this.jsonEnabled() || data === undefined) return
    if (data instanceof Blob) process.stdout.write(Buffer.from(await data.arrayBuffer()))
    else if (data instanceof ReadableStream) for await (const chunk of data) process.stdout.write(chunk)
    else if (typeof data === 'string') process.stdout.write(process.stdout.isTTY ? cleanText(data) : data)
    else this.print(cleanJson(data))
  }
}

/** The path from the server's root; most people leave the version out. */
function pathOf(text: string): string {
  if (/^[a-z]+:\/\//i.test(text)) throw usageError('Give the path alone; --url says which server.')
  const path = text.startsWith('/') ? text : `/${text}`
  const isWhole = /^\/(api|scim|healthz|readyz|metrics)(\/|$)/.test(path)
  return isWhole ? path : `/api/v1${path}`
}
