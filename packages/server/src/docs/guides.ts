import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scopeNames } from '../api-keys/model.ts'
import { errorCodes, statusOf, titleOf } from '../errors.ts'
import { eventTypesOfLog } from '../events/model.ts'
import { variables } from '../reminders/template.ts'
import { catalogue } from '../webhooks/catalogue.ts'
import { failureTexts } from '../webhooks/failure-texts.ts'
import { delays } from '../webhooks/schedule.ts'
import { docsFolder } from './folder.ts'

/** The guides in the order in which they are best read. */
export const chapters: readonly { title: string; slugs: readonly string[] }[] = [
  { title: 'Start', slugs: ['quick-start', 'authenticate', 'first-booking'] },
  {
    title: 'Scheduling',
    slugs: [
      'availability',
      'bookings',
      'contacts',
      'reminders',
      'holds',
      'links',
      'embedding',
      'mail',
      'events',
      'webhooks',
    ],
  },
  {
    title: 'The API',
    slugs: ['conventions', 'errors', 'idempotency', 'pagination', 'rate-limits'],
  },
  { title: 'Tools', slugs: ['sdk', 'cli', 'sandboxes', 'testing', 'simulation', 'examples', 'running'] },
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
  const source = text
    .replaceAll('http://localhost:3000', url)
    .replace(/^\{\{(.+)\}\}$/gm, (_, name) => lists[name]?.() ?? '')
  const [heading = '', first = ''] = source.split(/\n\n+/)
  return {
    slug,
    title: heading.replace(/^# /, ''),
    summary: first.replaceAll('\n', ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
    source,
  }
}

/** What the server knows itself is written into the guides from there. */
const lists: Readonly<Record<string, () => string>> = {
  'error codes': () =>
    table(
      ['code', 'status', ''],
      errorCodes.map((code) => [linkTo(code), String(statusOf(code)), titleOf(code)]),
    ),
  scopes: () => scopeNames.map((name) => `\`${name}\``).join(' · '),
  'event types': () => eventTypesOfLog.map((name) => `\`${name}\``).join(' · '),
  'reminder variables': () =>
    table(
      ['variable', ''],
      Object.entries(variables).map(([name, text]) => [`\`{{${name}}}\``, text]),
    ),
  'webhook types': () => described(['type', 'sent when'], catalogue),
  'webhook failures': () => described(['`errorCode`', ''], failureTexts),
  'webhook retries': () =>
    table(
      ['attempt', 'after the one before'],
      delays.map((seconds, i) => [String(i + 2), lengthOf(seconds)]),
    ),
}

const described = (head: readonly string[], texts: Readonly<Record<string, string>>): string =>
  table(
    head,
    Object.entries(texts).map(([name, text]) => [`\`${name}\``, text]),
  )

function lengthOf(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`
  return seconds < 3600 ? `${seconds / 60} minutes` : `${seconds / 3600} hours`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const linkTo = (code: string): string => `[\`${code}\`](/errors/${code.replaceAll('_', '-')})`
