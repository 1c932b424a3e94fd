import type { ErrorCode } from '../../errors.ts'
import { Html, html } from '../../pages/html.ts'
import type { Page } from '../layout.ts'
import { renderMarkdown } from '../markdown.ts'
import { type ApiDocument, type Call, callsOf } from './document.ts'
import { describe, describeObject, intro, shownObjects, snippetsOf, usualCodes } from './text.ts'

export interface Reference {
  page: Page
  /** The same as Markdown. */
  source: string
}

/** The API reference, made from the OpenAPI document: Markdown for programs, and a page of it for people. */
export function reference(document: ApiDocument, url: string): Reference {
  const calls = callsOf(document)
  const usual = usualCodes(calls)
  const groups = document.tags.map((tag) => ({
    title: titleOf(tag.name),
    id: tag.name,
    about: tag.description,
    calls: calls.filter((call) => call.tags.includes(tag.name)),
  }))
  const objects = shownObjects(document)
  const start = intro(document, url)
  const source = [
    start,
    ...groups.flatMap(({ title, about, calls }) => [
      `## ${title}`,
      about,
      ...calls.flatMap((call) => [`### ${call.summary}`, describe(document, call, usual), snippetsOf(document, call)]),
    ]),
    '## Objects',
    ...objects.flatMap((name) => [`### ${name}`, describeObject(document, name)]),
  ].join('\n\n')

  const main = html`<article class="reference">
<div class="prose">${rendered(start)}</div>
${groups.map(
  ({ title, id, calls }) =>
    html`<h2 id="${id}">${title}</h2>\n${calls.map((call) => operation(document, call, usual))}`,
)}
<h2 id="objects">Objects</h2>
${objects.map(
  (name) => html`<section class="object" id="${name}">
<h3><a href="#${name}">${name}</a></h3>
${rendered(describeObject(document, name))}</section>\n`,
)}
</article>`
  const menu = [
    ...groups.map(({ title, calls }) => ({
      title,
      links: calls.map((call) => ({ href: `#${call.operationId}`, text: call.summary })),
    })),
    { title: 'Objects', links: objects.map((name) => ({ href: `#${name}`, text: name })) },
  ]
  const description = 'Every operation of the LetsMeet API, with its fields, answers, errors and examples.'
  return {
    page: { path: '/docs/reference', title: 'API reference', description, twin: '/docs/reference.md', menu, main },
    source: `${source}\n`,
  }
}

const operation = (
  document: ApiDocument,
  call: Call,
  usual: ReadonlySet<ErrorCode>,
): Html => html`<section class="operation" id="${call.operationId}">
<div>
<h3><a href="#${call.operationId}">${call.summary}</a></h3>
${rendered(describe(document, call, usual))}</div>
<div class="samples">
${rendered(snippetsOf(document, call))}</div>
</section>\n`

const rendered = (source: string): Html => new Html(renderMarkdown(source).html)

/** `Organization › Members` for `organization.members`. */
const titleOf = (tag: string): string =>
  tag
    .split('.')
    .map((part) => part.replace(/(?=[A-Z])/g, ' '))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join(' › ')
