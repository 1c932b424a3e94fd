export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

export type Components = Record<string, Schema>

/** A schema as it was and as it is, each with what its references mean. */
export interface Pair {
  before: Schema
  after: Schema
  schemas: { before: Components; after: Components }
  /** What is sent may be widened, what is answered may be narrowed. */
  side: 'request' | 'response'
  /** Where it is, such as `guest.email`; empty for the whole. */
  at: string
}

/** What a client that knows the one schema would trip over in the other. */
export function schemaChanges(pair: Pair, seen: readonly string[] = []): string[] {
  const name = `${pair.before.$ref} ${pair.after.$ref}`
  if (pair.before.$ref && pair.after.$ref && seen.includes(name)) return []
  const path = [...seen, name]
  const before = variantsOf(pair.before, pair.schemas.before)
  const after = variantsOf(pair.after, pair.schemas.after)
  const kinds = Map.groupBy(before, kindOf)
  const kindsNow = Map.groupBy(after, kindOf)
  const changes = [...kinds].flatMap(([kind, old]) => {
    const now = kindsNow.get(kind) ?? wider(old, after, pair.side)
    if (!now) return isMissed(pair.side, kind) ? [`${subject(pair)} ${noLonger[pair.side]} ${named(kind)}.`] : []
    return pairUp(pair, old, now, path)
  })
  if (pair.side === 'request' || before.some((one) => typeOf(one) === undefined)) return changes
  const types = new Set(before.map(typeOf))
  const added = [...new Set(after.map(typeOf))].filter(
    (type) => !types.has(type) && !(type === 'integer' && types.has('number')),
  )
  return [...changes, ...added.map((type) => `${subject(pair)} may now be ${type ?? 'anything'}.`)]
}

const noLonger = { request: 'no longer takes', response: 'is no longer' }

/** An answer may narrow to fewer types; an alternative with a name of its own is looked for. */
const isMissed = (side: Pair['side'], kind: string) => side === 'request' || kind.includes(' with ')

/** Of several variants of one kind, each needs one that fits it; where none does, the nearest says why. */
function pairUp(pair: Pair, old: Schema[], now: Schema[], seen: readonly string[]): string[] {
  const [givens, candidates] = pair.side === 'request' ? [old, now] : [now, old]
  return givens.flatMap((given) => {
    const attempts = candidates.map((one) =>
      pair.side === 'request' ? single(pair, given, one, seen) : single(pair, one, given, seen),
    )
    return attempts.reduce((best, changes) => (changes.length < best.length ? changes : best))
  })
}

function single(pair: Pair, before: Schema, after: Schema, seen: readonly string[]): string[] {
  return [
    ...valueChanges(pair, before, after),
    ...(pair.side === 'request' ? boundChanges(pair, before, after) : []),
    ...fieldChanges(pair, before, after, seen),
    ...(before.items && after.items
      ? schemaChanges({ ...pair, before: before.items, after: after.items, at: `${pair.at}[]` }, seen)
      : []),
  ]
}

function valueChanges(pair: Pair, before: Schema, after: Schema): string[] {
  const old = valuesOf(before)
  const now = valuesOf(after)
  if (!now) return []
  if (!old) return pair.side === 'request' ? [`${subject(pair)} takes only ${now.map(shown).join(', ')} now.`] : []
  const verb = pair.side === 'request' ? 'takes' : 'is'
  return old
    .filter((value) => !now.includes(value))
    .map((value) => `${subject(pair)} ${verb} ${shown(value)} no longer.`)
}

const upper = ['maximum', 'maxLength', 'maxItems'] as const
const lower = ['minimum', 'minLength', 'minItems'] as const

function boundChanges(pair: Pair, before: Schema, after: Schema): string[] {
  const bounds = [
    ...upper.filter((key) => (after[key] ?? Number.POSITIVE_INFINITY) < (before[key] ?? Number.POSITIVE_INFINITY)),
    ...lower.filter((key) => (after[key] ?? Number.NEGATIVE_INFINITY) > (before[key] ?? Number.NEGATIVE_INFINITY)),
  ].map((key) => `${subject(pair)} has ${key} ${after[key]} now.`)
  // Two patterns cannot be compared; a new one takes something away.
  const narrowed = (['pattern', 'format'] as const).filter(
    (key) => after[key] !== undefined && before[key] === undefined,
  )
  return [...bounds, ...narrowed.map((key) => `${subject(pair)} must now be of the ${key} ${after[key]}.`)]
}

function fieldChanges(pair: Pair, before: Schema, after: Schema, seen: readonly string[]): string[] {
  const { properties: old = {}, required: needed = [], additionalProperties: rest = true } = before
  const { properties: now = {}, required: neededNow = [], additionalProperties: restNow = true } = after
  const field = (name: string) => ({ ...pair, at: pair.at === '' ? name : `${pair.at}.${name}` })
  const isOpen = pair.side === 'request' && restNow !== false
  const gone = Object.keys(old).filter((name) => !(name in now) && !isOpen)
  const demanded = neededNow.filter((name) => !needed.includes(name))
  const optional = needed.filter((name) => name in now && !neededNow.includes(name))
  const kept = Object.keys(old).filter((name) => name in now)
  return [
    ...gone.map((name) => `${subject(field(name))} is gone.`),
    ...(pair.side === 'request' ? demanded : []).map((name) => `${subject(field(name))} is now required.`),
    ...(pair.side === 'response' ? optional : []).map((name) => `${subject(field(name))} may now be missing.`),
    ...kept.flatMap((name) => schemaChanges({ ...field(name), before: old[name] ?? {}, after: now[name] ?? {} }, seen)),
    ...(typeof rest === 'object' && typeof restNow === 'object'
      ? schemaChanges({ ...field('*'), before: rest, after: restNow }, seen)
      : []),
    ...(pair.side === 'request' && rest !== false && restNow === false && before.type === 'object'
      ? [`${subject(pair)} takes no other fields now.`]
      : []),
  ]
}

/** A schema as its alternatives, each of one type. */
function variantsOf(schema: Schema, components: Components): Schema[] {
  if (schema.$ref) return variantsOf(components[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)] ?? {}, components)
  const several = schema.anyOf ?? schema.oneOf
  if (several) return several.flatMap((one) => variantsOf(one, components))
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }))
  return [schema]
}

/** Variants are told apart by their type and, objects, by their constants. */
function kindOf(schema: Schema): string {
  const constants = Object.entries(schema.properties ?? {}).filter(([, field]) => 'const' in field)
  return [typeOf(schema) ?? 'anything', ...constants.map(([name, field]) => `${name} ${shown(field.const)}`)].join(
    ' with ',
  )
}

/** A request may widen: integers to numbers, everything to anything. An answer may narrow likewise. */
function wider(old: Schema[], after: Schema[], side: Pair['side']): Schema[] | undefined {
  const type = old[0] && typeOf(old[0])
  const fits = (one: Schema) => {
    const now = typeOf(one)
    if (side === 'request') return now === undefined || (type === 'integer' && now === 'number')
    return type === undefined || (type === 'number' && now === 'integer')
  }
  const found = after.filter(fits)
  return found.length > 0 ? found : undefined
}

function typeOf(schema: Schema): string | undefined {
  if (typeof schema.type === 'string') return schema.type
  const [value] = valuesOf(schema) ?? []
  if (value === undefined) return schema.properties ? 'object' : undefined
  return value === null ? 'null' : typeof value
}

const valuesOf = (schema: Schema): unknown[] | undefined => ('const' in schema ? [schema.const] : schema.enum)
const shown = (value: unknown) => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value))
const named = (kind: string) => (kind === 'null' ? 'null' : `the type ${kind}`)

const subject = ({ side, at }: Pick<Pair, 'side' | 'at'>): string =>
  at === '' ? `the ${side}` : `the ${side} field \`${at}\``
