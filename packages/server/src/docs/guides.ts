import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCodes, statusOf, titleOf } from '../errors.ts'
import { docsFolder } from './folder.ts'

/** The guides in the order in which they are best read. */
export const chapters: readonly { title: string; slugs: readonly string[] }[] = [
  { title: 'Start', slugs: ['quick-start', 'authenticate', 'first-booking'] },
  { title: 'Scheduling', slugs: ['availability', 'bookings', 'mail', 'events'] },
  {
    title: 'The API',
    slugs: ['conventions', 'errors', 'idempotency', 'pagination', 'rate-limits'],
  },
  { title: 'Tools', slugs: ['sdk', 'cli', 'running'] },
]

export interface Guide {
  slug: string
  title: string
  /** Its first paragraph, on one line. */
  summary: string
  /** Markdown, as it is served. */
  source: string
}

/** Reads every guide, with this server's address in its examples. */
export function readGuides(url: string): Map<string, Guide> {
  const slugs = ['index', ...chapters.flatMap((chapter) => chapter.slugs)]
  return new Map(slugs.map((slug) => [slug, readGuide(slug, url)]))
}

function readGuide(slug: string, url: string): Guide {
  const text = readFileSync(join(docsFolder(), `${slug}.md`), 'utf8')
  const source = text.replaceAll('http://localhost:3000', url).replace('{{error codes}}', errorTable())
  const [heading = '', first = ''] = source.split(/\n\n+/)
  return {
    slug,
    title: heading.replace(/^# /, ''),
    summary: first.replaceAll('\n', ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
    source,
  }
}

/** Every code, from the table that the server itself answers from. */
const errorTable = (): string =>
  [
    '| code | status | |',
    '| --- | --- | --- |',
    ...errorCodes.map((code) => `| ${linkTo(code)} | ${statusOf(code)} | ${titleOf(code)} |`),
  ].join('\n')

const linkTo = (code: string): string => `[\`${code}\`](/errors/${code.replaceAll('_', '-')})`
