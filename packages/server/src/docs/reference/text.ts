import { type ErrorCode, errorCodes, statusOf, titleOf } from '../../errors.ts'
import { cli } from './cli.ts'
import { curl } from './curl.ts'
import {
  type ApiDocument,
  type Call,
  exampleOf,
  nameOf,
  parametersOf,
  resolve,
  type Schema,
  successOf,
} from './document.ts'
import { type Field, fieldsOf, typeOf } from './fields.ts'
import { requestOf } from './request.ts'
import { sdk } from './sdk.ts'

export const intro = (document: ApiDocument, url: string): string => `# API reference

Every operation of LetsMeet ${document.info.version} at \`${url}/api/v1\`, with its fields, answers, errors and three ways to call it.

- The same for programs: [OpenAPI ${document.openapi}](/api/v1/openapi.json), also as [YAML](/api/v1/openapi.yaml).
- Keys and scopes: [Authenticate](authenticate.md). Times, ids, lists and changes: [Conventions](conventions.md).
- The curl examples read the address and the key from the environment, as the SDK and the command line do:

\`\`\`sh
export LETSMEET_URL=${url}
export LETSMEET_API_KEY=lm_live_…
\`\`\``

/** What an operation wants and answers; `usual` are the problems that need no line of their own. */
export function describe(document: ApiDocument, call: Call, usual: ReadonlySet<ErrorCode>): string {
  const parameters = (place: string): Field[] =>
    parametersOf(document, call, place).map((one) => ({
      name: one.name,
      required: one.required,
      type: typeOf(document, one.schema, 'sent'),
      description: one.description ?? '',
    }))
  const [body] = Object.values(call.requestBody?.content ?? {})
  return [
    `\`${call.method} /api/v1${call.path}\``,
    call.description.replace(/\.$/, '') === call.summary ? '' : call.description,
    call.security.length === 0 ? 'Needs no key.' : scopeLine(call),
    list('Path', parameters('path')),
    list('Query', parameters('query')),
    list('Body', body ? fieldsOf(document, body.schema, 'sent') : []),
    list('Headers', parameters('header')),
    answers(document, call, usual),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const scopeLine = (call: Call): string =>
  call['x-lm-scope'] ? `Needs the scope \`${call['x-lm-scope']}\`.` : 'Needs a key.'

const list = (title: string, fields: readonly Field[]): string =>
  fields.length === 0 ? '' : `**${title}**\n\n${fields.map((field) => line(field, 'required')).join('\n')}`

/** Of what is sent, what is required is worth saying; of what is answered, what may be absent. */
function line({ name, type, required, description }: Field, remark: 'required' | 'not always there'): string {
  const says = required === (remark === 'required') ? `, ${remark}` : ''
  return `- \`${name}\` *${type}${says}*${description ? ` ${description.replaceAll('\n', ' ')}` : ''}`
}

function answers(document: ApiDocument, call: Call, usual: ReadonlySet<ErrorCode>): string {
  const { status, type, media } = successOf(call)
  const what = media ? shapeOf(document, media.schema, type ?? '') : 'nothing more'
  const codes = codesOf(call)
  const own = codes
    .filter((code) => !usual.has(code))
    .map((code) => `- \`${statusOf(code)}\` ${linkTo(code)} ${titleOf(code)}`)
  const others = codes.filter((code) => usual.has(code)).map((code) => `${statusOf(code)} ${linkTo(code)}`)
  return `**Answers**\n\n${[`- \`${status}\` ${what}`, ...own, `- As everywhere: ${others.join(', ')}.`].join('\n')}`
}

const linkTo = (code: ErrorCode): string => `[${code}](/errors/${code.replaceAll('_', '-')})`

/** The problems that an operation names. */
const codesOf = (call: Call): ErrorCode[] => {
  const said = Object.values(call.responses).map(({ description }) => description)
  return errorCodes.filter((code) => said.some((description) => description.includes(`\`${code}\``)))
}

/** Those that many operations may answer. */
export function usualCodes(calls: readonly Call[]): Set<ErrorCode> {
  const all = calls.map(codesOf)
  return new Set(errorCodes.filter((code) => all.filter((codes) => codes.includes(code)).length > calls.length / 3))
}

function shapeOf(document: ApiDocument, schema: Schema, type: string): string {
  if (!type.includes('json')) return `\`${type}\``
  const page = resolve(document, schema).properties
  const item = page?.nextCursor && page.data?.items
  return item ? `a page of ${typeOf(document, item, 'answered')}` : typeOf(document, schema, 'answered')
}

/** The three ways to call it, and what comes back. */
export function snippetsOf(document: ApiDocument, call: Call): string {
  const request = requestOf(document, call)
  const { status, type, media } = successOf(call)
  const isJson = type?.includes('json') ?? false
  return [
    fence('sh curl', curl(request)),
    fence('ts SDK', sdk(document, request)),
    fence('sh CLI', cli(request)),
    media && isJson && `**Answer** \`${status}\``,
    media && isJson && fence('json', JSON.stringify(exampleOf(media), null, 2)),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\``

/** The named shapes that answers are made of, each of which is described once. */
export function shownObjects(document: ApiDocument): string[] {
  const seen = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key !== '$ref' || typeof inner !== 'string') visit(inner)
      else if (!seen.has(nameOf(inner))) {
        seen.add(nameOf(inner))
        visit(document.components.schemas[nameOf(inner)])
      }
    }
  }
  for (const methods of Object.values(document.paths)) for (const call of Object.values(methods)) visit(call.responses)
  return [...seen].filter((name) => document.components.schemas[name] !== undefined).sort()
}

export function describeObject(document: ApiDocument, name: string): string {
  const schema = document.components.schemas[name] ?? {}
  return [
    schema.description,
    fieldsOf(document, schema, 'answered')
      .map((field) => line(field, 'not always there'))
      .join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}
