import { ApiError, type LetsMeet, type Sandbox } from '@letsmeet/sdk'
import { cleanLine } from './clean.ts'
import { type ConnectionFlags, target } from './connection.ts'
import { exitCodes, Failure, notFoundError, usageError } from './failure.ts'
import { isTestKey, slugOf } from './sandbox-profiles.ts'
import { nearest } from './suggest.ts'

/** What the API calls the sandbox whose key asks. */
export const current = 'current'

/** The id of the sandbox that a command is about: the one that is named, else the one in use, else the only one. */
export async function sandboxIn(
  letsmeet: LetsMeet,
  flags: ConnectionFlags & { sandbox?: string | undefined },
): Promise<string> {
  if (flags.sandbox !== undefined) return sandboxId(letsmeet, flags.sandbox)
  if (isTestKey(target(flags).apiKey)) return current
  const { data } = await letsmeet.sandboxes.list({ limit: 10 })
  const [one, another] = data
  if (!one) throw noSandbox()
  if (another) throw whichOne(data)
  return one.id
}

/** The id of a sandbox, from itself or from its name. */
export async function sandboxId(letsmeet: LetsMeet, text: string): Promise<string> {
  if (text === current || text.startsWith('sbx_')) return text
  const all = await letsmeet.sandboxes.list({ limit: 100 }).toArray()
  const found = all.filter(({ name }) => name === text || slugOf(name) === slugOf(text.replace(/^sandbox-/, '')))
  const [one, another] = found
  if (another) throw usageError(`Several sandboxes are called “${text}”.`, `Say which one by its id: ${listed(found)}.`)
  if (one) return one.id
  const near = nearest(
    text,
    all.map(({ name }) => name),
  )
  const hint = near ? `Did you mean “${near}”?` : 'See what there is with `letsmeet sandboxes list`.'
  throw notFoundError(`There is no sandbox “${text}”.`, hint)
}

/** The sandbox that a key belongs to; null where the key may not look at it. */
export async function sandboxAround(letsmeet: LetsMeet): Promise<Sandbox | null> {
  try {
    return await letsmeet.sandboxes.get(current)
  } catch (error) {
    if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}

/** What time it is for whoever uses a key: in a sandbox, what its clock shows. */
export async function presentOf(letsmeet: LetsMeet, flags: ConnectionFlags): Promise<Date> {
  const sandbox = isTestKey(target(flags).apiKey) ? await sandboxAround(letsmeet) : null
  return sandbox ? new Date(sandbox.clock.now) : new Date()
}

const noSandbox = () =>
  new Failure('You use a live account, and it has no sandbox yet.', {
    exit: exitCodes.notFound,
    code: 'no_sandbox',
    hint: 'Make one with `letsmeet sandboxes create NAME`.',
  })

const whichOne = (all: readonly Sandbox[]) =>
  usageError(
    'You use a live account, and it has several sandboxes.',
    'Say which one with --sandbox, or go into one with `letsmeet sandboxes use SANDBOX`:\n' +
      all.map(({ id, name }) => `  ${id}  ${cleanLine(name)}`).join('\n'),
  )

const listed = (all: readonly Sandbox[]): string => all.map(({ id, name }) => `${id} (${cleanLine(name)})`).join(', ')
