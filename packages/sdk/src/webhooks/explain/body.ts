import type { Message } from '../message.ts'

/** What is suspicious about a body that no secret fits. */
export function aboutBody(body: unknown, { id }: Message): string[] {
  if (ArrayBuffer.isView(body)) return aboutText(new TextDecoder().decode(body), id)
  if (typeof body === 'string') return aboutText(body, id)
  const what = body === undefined || body === null ? 'There is no body' : 'The body was parsed'
  return [`${what}: pass its text or its bytes, read before anything else reads them.`]
}

function aboutText(text: string, id: string) {
  if (text === '') return ['The body is empty: was it read before?']
  if (text.startsWith('[object ')) return ['The body is an object that was made a string: pass what arrived.']
  const found: string[] = []
  if (text.includes('\uFFFD')) found.push('The body was decoded with the wrong charset, and characters are lost (�).')
  const value = parsed(text)
  if (value === undefined) return [...found, 'The body is not JSON: was it cut, or changed on its way?']
  if (text !== JSON.stringify(value)) {
    found.push('The body is not compact JSON, as LetsMeet sends it: was it parsed and written again?')
  } else if (hasSortedKeys(value)) {
    found.push('The keys of the body are sorted, which LetsMeet does not do: was it parsed and written again?')
  }
  const own = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  // Other senders give the request an id of its own.
  if (typeof own === 'string' && own.startsWith('evt_') && id !== '' && own !== id) {
    found.push(`webhook-id is ${id}, but the body is of ${own}: the headers are those of another request.`)
  }
  return found
}

function hasSortedKeys(value: unknown) {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return keys.length > 1 && keys.join() === keys.toSorted().join()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
