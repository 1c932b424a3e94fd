import { jsDoc, pascal } from './names.ts'
import type { Operation } from './operations.ts'

/** A name of the API such as `organization`: the operations it has itself, and the names below it. */
interface Branch {
  name: string
  methods: Map<string, Operation>
  branches: Map<string, Branch>
}

/** The text of `resources.ts`: one class for each resource, and `Resources` that holds the top ones. */
export function resourcesText(operations: Operation[], typeNames: Set<string>): string {
  const taken = RESERVED_TYPES.find((name) => typeNames.has(name))
  if (taken) throw new Error(`The SDK itself has a type ${taken}; the API needs another name for its own.`)
  const root = tree(operations)
  const text = classesOf(root).join('\n')
  const used = [...new Set(text.match(/\b[A-Z]\w*/g))].filter((name) => typeNames.has(name)).sort()
  return `${IMPORTS}import type { ${used.join(', ')} } from './types.ts'\n\n${text}`
}

/** Members that `LetsMeet` has itself, and what `resources.ts` imports: the API cannot use these names. */
const RESERVED_MEMBERS = new Set(['constructor', 'transport', 'request'])
const RESERVED_TYPES = ['ApiPromise', 'CallOptions', 'PagePromise', 'Resource']

const IMPORTS = `import type { ApiPromise } from '../answer.ts'
import type { CallOptions } from '../options.ts'
import type { PagePromise } from '../pages.ts'
import { Resource } from '../resource.ts'
import { path } from '../url.ts'
`

function tree(operations: Operation[]): Branch {
  const root: Branch = { name: '', methods: new Map(), branches: new Map() }
  for (const operation of operations) {
    const names = operation.id.split('.')
    const method = names.pop() ?? ''
    let branch = root
    for (const name of names) {
      const next = branch.branches.get(name) ?? {
        name: pascal(`${branch.name}.${name}`),
        methods: new Map(),
        branches: new Map(),
      }
      branch.branches.set(name, next)
      branch = next
    }
    if (branch.methods.has(method)) throw new Error(`${operation.id} names two operations.`)
    branch.methods.set(method, operation)
  }
  return root
}

function classesOf(branch: Branch): string[] {
  const clash = [...branch.branches.keys()].find((name) => branch.methods.has(name) || RESERVED_MEMBERS.has(name))
  if (clash) throw new Error(`${branch.name}.${clash} cannot be a resource: the name is taken by a method.`)
  const fields = [...branch.branches].map(
    ([name, { name: full }]) => `  readonly ${name} = new ${full}Resource(this.transport)`,
  )
  const methods = [...branch.methods].map(([name, operation]) => methodText(name, operation))
  const head = branch.name ? `export class ${branch.name}Resource` : 'export class Resources'
  const own = `${head} extends Resource {\n${[fields.join('\n'), ...methods].filter(Boolean).join('\n\n')}\n}\n`
  return [own, ...[...branch.branches.values()].flatMap(classesOf)]
}

function methodText(name: string, operation: Operation) {
  const { path, method, query, body, pathParameters, result } = operation
  const parameters = [
    ...pathParameters.map((parameter) => `${parameter.name}: ${parameter.type}`),
    // An object without required fields is sent even when it is left out: `cancel(id)` posts `{}`.
    body && `body: ${body.type}${body.required ? '' : ' = {}'}`,
    query && `query${query.required ? '' : '?'}: ${query.type}`,
    'options?: CallOptions',
  ]
  const url = pathParameters.length > 0 ? `path\`${path.replaceAll('{', '${')}\`` : `'${path}'`
  const list = `this.transport.list(${url}, ${query ? 'query' : 'undefined'}, options)`
  const call = `this.transport.call({ ${[`method: '${method}'`, `path: ${url}`, ...fields(operation)].join(', ')} }, options)`
  const type = result.item ? `PagePromise<${result.item}>` : `ApiPromise<${result.type}>`
  const signature = `${name}(${parameters.filter(Boolean).join(', ')}): ${type}`
  return `${doc(operation)}${signature} {\n return ${result.item ? list : call}\n}`
}

function fields({ query, body, result }: Operation) {
  const headers = [
    ...(result.mediaType && result.mediaType !== JSON_TYPE ? [`accept: '${result.mediaType}'`] : []),
    // A form's content type holds a boundary that only fetch knows.
    ...(body && body.mediaType !== JSON_TYPE && body.type !== 'FormData'
      ? [`'content-type': '${body.mediaType}'`]
      : []),
  ]
  return [query && 'query', body && 'body', headers.length > 0 && `headers: { ${headers.join(', ')} }`].filter(Boolean)
}

const JSON_TYPE = 'application/json'

function doc({ doc: { summary, description, deprecated }, method, path, pathParameters }: Operation) {
  const tags = [
    ...pathParameters.flatMap(({ name, description }) => (description ? [`@param ${name} ${description}`] : [])),
    ...(deprecated ? ['@deprecated'] : []),
  ]
  const more = description === `${summary}.` ? undefined : description
  return jsDoc([summary, more, `\`${method} ${path}\``, tags.join('\n')])
}
