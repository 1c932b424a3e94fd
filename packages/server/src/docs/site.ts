import { Html, html } from '../pages/html.ts'
import { type File, fileOf, readAssets } from './files.ts'
import { chapters, type Guide, readGuides } from './guides.ts'
import { type Link, layout } from './layout.ts'
import { fullText, llms } from './llms.ts'
import { pathOf, renderMarkdown } from './markdown.ts'
import type { ApiDocument } from './reference/document.ts'
import { type Reference, reference } from './reference/page.ts'

export interface Site {
  /** What is served at this path; each is made when it is first asked for, and kept. */
  find(path: string): File | null
  /** The page for an address without one. */
  missing(): File
}

const markdown = 'text/markdown; charset=utf-8'
const plain = 'text/plain; charset=utf-8'
const web = 'text/html; charset=utf-8'

/** The docs of a server at this address, about this API. */
export function openSite(url: string, document: ApiDocument): Site {
  const assets = readAssets()
  const guides = readGuides(url)
  const order = chapters.flatMap((chapter) => chapter.slugs)
  const linkOf = (slug: string): Link => ({ href: pathOf(slug), text: guides.get(slug)?.title ?? slug })
  const menu = [
    ...chapters.map(({ title, slugs }) => ({ title, links: slugs.map(linkOf) })),
    { title: 'Reference', links: [{ href: '/docs/reference', text: 'API reference' }] },
  ]
  const guidePage = ({ slug, title, summary, source }: Guide): string => {
    const { html: text, headings } = renderMarkdown(source)
    const next = slug === 'index' ? order[0] : order[order.indexOf(slug) + 1]
    const page = { path: pathOf(slug), title, description: summary, twin: `/docs/${slug}.md`, menu }
    const contents = headings.filter(({ depth }) => depth === 2).map(({ id, text }) => ({ href: `#${id}`, text }))
    const main = html`<article class="prose">\n${new Html(text)}</article>`
    return layout({ ...page, main, contents, next: next === undefined ? undefined : linkOf(next) }, assets)
  }
  const missingPage = () =>
    layout(
      {
        path: '',
        title: 'Not found',
        description: '',
        twin: null,
        menu,
        main: html`<article class="prose"><h1>There is no such page</h1><p>It may have moved. The menu lists all of them.</p></article>`,
      },
      assets,
    )

  let described: Reference | undefined
  const api = (): Reference => {
    described ??= reference(document, url)
    return described
  }

  const makers = new Map<string, () => File>([
    ...[...guides.values()].flatMap((guide): [string, () => File][] => [
      [pathOf(guide.slug), () => fileOf(web, guidePage(guide))],
      [`/docs/${guide.slug}.md`, () => fileOf(markdown, guide.source)],
    ]),
    ['/docs/reference', () => fileOf(web, layout(api().page, assets))],
    ['/docs/reference.md', () => fileOf(markdown, api().source)],
    ['/llms.txt', () => fileOf(plain, llms(guides, document, url))],
    ['/llms-full.txt', () => fileOf(plain, fullText(guides, api().source))],
  ])
  const made = new Map(assets.files)
  return {
    find(path) {
      const known = made.get(path)
      const make = makers.get(path)
      if (known || !make) return known ?? null
      const file = make()
      made.set(path, file)
      return file
    },
    missing: () => fileOf(web, missingPage()),
  }
}
