import { type ApiDocument, type Call, exampleOf, type Media } from '../../../server/src/docs/reference/document.ts'

interface Answer {
  $ref?: string
  content?: Record<string, Media>
}

/** The bodies of an operation, sent and answered, that the document shows no example of. */
export function lackingExamples(document: ApiDocument, call: Call): string[] {
  const answers = Object.entries(call.responses).flatMap(([status, answer]) =>
    named(contentOf(document, answer), `an example of its answer ${status}`),
  )
  const bodies = [...named(call.requestBody?.content, 'an example of its body'), ...answers]
  return bodies.filter(({ media }) => exampleOf(media) === undefined && !isReferred(media)).map(({ name }) => name)
}

const named = (content: Record<string, Media> = {}, what: string) =>
  Object.entries(content).map(([type, media]) => ({ name: `${what} (${type})`, media }))

/** Answers that operations share are kept once. */
function contentOf(document: ApiDocument, answer: Answer): Record<string, Media> | undefined {
  const shared: Record<string, Answer> = Reflect.get(document.components, 'responses') ?? {}
  return answer.$ref === undefined ? answer.content : shared[answer.$ref.split('/').at(-1) ?? '']?.content
}

/** An example that is kept once for several operations, or with the schema. */
const isReferred = (media: Media): boolean =>
  Object.values(media.examples ?? {}).some((one) => '$ref' in one) || media.schema.examples !== undefined
