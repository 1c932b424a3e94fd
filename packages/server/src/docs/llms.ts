import { chapters, type Guide } from './guides.ts'
import type { ApiDocument } from './reference/document.ts'

/** `/llms.txt`: what there is to read, for programs that read (llmstxt.org). */
export function llms(guides: ReadonlyMap<string, Guide>, document: ApiDocument, url: string): string {
  const line = (slug: string) => {
    const guide = guides.get(slug)
    return `- [${guide?.title}](${url}/docs/${slug}.md): ${guide?.summary}`
  }
  const groups = chapters.map(({ title, slugs }) => `## ${title}\n\n${slugs.map(line).join('\n')}`)
  return `# LetsMeet

> ${guides.get('index')?.summary}

${groups.join('\n\n')}

## Reference

- [API reference](${url}/docs/reference.md): every operation with its fields, answers, errors and examples
- [OpenAPI document](${url}/api/v1/openapi.json): the same for programs, OpenAPI ${document.openapi}
- [Everything in one file](${url}/llms-full.txt)
`
}

/** `/llms-full.txt`: all of it. */
export const fullText = (guides: ReadonlyMap<string, Guide>, reference: string): string =>
  [...[...guides.values()].map(({ source }) => source), reference].join('\n---\n\n')
