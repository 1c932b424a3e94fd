import { componentName, type Document } from './document.ts'

/** Components that exist for their types alone; `types.ts` says what they are in TypeScript. */
export const UNLISTED = 'UnlistedString'
export const INSTANT = 'InstantInput'

type Node = Record<string, unknown>
type Shape = (node: Node) => Node

/**
 * Prepares schemas for the types people want: enums in answers are open, so that a new value breaks no program, and
 * instants in requests may be a `Date`. A component that occurs in both is shaped for answers.
 */
export function openUp(document: Document): Document {
  const answered = answeredComponents(document)
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    return [name, reshape(schema, answered.has(name) ? openEnum : dateInstant)]
  })
  const shaped = {
    ...document,
    paths: reshape(document.paths, dateInstant),
    webhooks: reshape(document.webhooks ?? {}, openEnum),
    components: {
      ...mapValues(document.components ?? {}, (child, kind) => reshape({ [kind]: child }, dateInstant)[kind]),
      schemas: { ...Object.fromEntries(schemas), [UNLISTED]: {}, [INSTANT]: {} },
    },
  }
  // A cast, because a reshaped document is still a document: only string schemas were replaced, by other schemas.
  return shaped as Document
}

/** The component schemas that an answer or a webhook can hold. */
function answeredComponents(document: Document) {
  const found = new Set<string>()
  function visit(value: unknown) {
    if (typeof value !== 'object' || value === null) return
    if ('$ref' in value && typeof value.$ref === 'string' && !found.has(value.$ref)) {
      found.add(value.$ref)
      const [kind = '', name = ''] = value.$ref.replace('#/components/', '').split('/')
      visit(document.components?.[kind]?.[name])
    }
    for (const child of Object.values(value)) visit(child)
  }
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) visit(isNode(operation) && operation.responses)
  }
  visit(document.webhooks)
  return new Set([...found].map(($ref) => componentName({ $ref })))
}

/** Keywords whose value is data, and those whose keys are names. Neither may be taken for schemas. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const'])
const NAMES = new Set(['properties', 'patternProperties', '$defs', 'paths', 'schemas'])

/** What lies below these keys has its own shape, whatever surrounds it. */
const SHAPES: Record<string, Shape | undefined> = {
  responses: openEnum,
  parameters: (node) => booleanFlag(dateInstant(node)),
}

/** Applies `shape` to every object below `node`. */
function reshape(node: object, shape: Shape): Node {
  return shape(
    mapValues(node, (child, key) => {
      if (DATA.has(key)) return child
      if (NAMES.has(key) && isNode(child)) return mapValues(child, (named) => reshapeAny(named, shape))
      return reshapeAny(child, SHAPES[key] ?? shape)
    }),
  )
}

function reshapeAny(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((each) => reshapeAny(each, shape))
  return isNode(value) ? reshape(value, shape) : value
}

/** One listed value is a constant that tells the members of a union apart; opening it would break that. */
function openEnum(node: Node): Node {
  const { enum: values, type, ...rest } = node
  if (!Array.isArray(values) || values.length < 2 || ![type].flat().includes('string')) return node
  const nullable = [type].flat().includes('null') || values.includes(null)
  const listed = { type: 'string', enum: values.filter((value) => value !== null) }
  return { ...rest, anyOf: [listed, ref(UNLISTED), ...(nullable ? [{ type: 'null' }] : [])] }
}

function dateInstant(node: Node): Node {
  if (node.type !== 'string' || node.format !== 'date-time') return node
  const { description, examples, default: preset } = node
  return { description, examples, default: preset, anyOf: [ref(INSTANT)] }
}

/** A query spells yes and no as words; programs should not have to. */
function booleanFlag(node: Node): Node {
  if (!Array.isArray(node.enum) || node.enum.toSorted().join() !== 'false,true') return node
  const { enum: _, ...rest } = node
  return { ...rest, type: 'boolean' }
}

function ref(component: string) {
  return { $ref: `#/components/schemas/${component}` }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapValues(node: object, change: (child: unknown, key: string) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, change(child, key)]))
}
