import { componentName, type Document, resolve, type Schema } from './document.ts'
import { jsDoc, pascal } from './names.ts'

/** `WebhookData`: what the `data` of each webhook of the document is; nothing when it has none. */
export function webhooksText(document: Document): string {
  const entries = Object.entries(document.webhooks ?? {})
  if (entries.length === 0) return ''
  const fields = entries.map(([type, { post }]) => {
    const body = post?.requestBody && resolve(document, post.requestBody)
    const schema = body?.content['application/json']?.schema ?? {}
    return `${jsDoc([post?.description])}'${type}': ${dataType(document, schema)}`
  })
  return `${jsDoc(["What `data` is, by the event's type."])}export interface WebhookData {\n${fields.join('\n')}\n}\n`
}

/** A component has a name; anything else is open. */
function dataType(document: Document, schema: Schema): string {
  const parts = (schema.allOf ?? [schema]).map((part) => resolve<Schema>(document, part))
  const data = parts.map(({ properties }) => properties?.data).find((found) => found !== undefined)
  const name = data && componentName(data)
  return name ? pascal(name) : 'Record<string, unknown>'
}
