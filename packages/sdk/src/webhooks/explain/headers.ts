import type { Message, WebhookHeaders } from '../message.ts'

/** What is missing, and what a gateway may have made of it. */
export function aboutHeaders(headers: WebhookHeaders, { id, timestamp, signatures }: Message): string[] {
  const values = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures }
  const missing = Object.entries(values).flatMap(([name, value]) => (value ? [] : [name]))
  if (missing.length > 0) return [`${missingSentence(missing)} ${elsewhere(namesOf(headers))}`]
  return aboutSignatures(signatures)
}

function missingSentence(missing: string[]) {
  const [only] = missing
  if (missing.length === 1) return `The ${only} header is missing.`
  return `The headers ${missing.slice(0, -1).join(', ')} and ${missing.at(-1)} are missing.`
}

function elsewhere(names: string[]) {
  if (names.length === 0) return 'There are no headers at all: pass those of the request.'
  const similar = names.filter((name) => /(id|timestamp|signature)$/i.test(name))
  if (similar.length === 0) return 'Either LetsMeet did not send this request, or a proxy dropped them.'
  return `There is ${similar.join(', ')}: another sender's, or renamed on the way.`
}

function namesOf(headers: WebhookHeaders) {
  return typeof headers.keys === 'function' ? Array.from(headers.keys()) : Object.keys(headers)
}

function aboutSignatures(signatures: string) {
  const versions = signatures.split(' ').map((signature) => signature.split(',')[0])
  if (versions.some((version) => version === 'v1' || version === 'v1a')) return []
  return ['webhook-signature holds no signature: they look like `v1,` and base64, with spaces between several.']
}
