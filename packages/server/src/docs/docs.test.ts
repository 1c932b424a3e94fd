import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCodes, statusOf, titleOf } from '../errors.ts'
import { eventTypesOfLog } from '../events/model.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { docsFolder } from './folder.ts'
import { chapters } from './guides.ts'

let app: TestApp
/** Every page of the docs, by its path. */
const pages = new Map<string, string>()
const slugs = ['index', ...chapters.flatMap((chapter) => chapter.slugs)]
const paths = ['/docs', ...slugs.slice(1).map((slug) => `/docs/${slug}`), '/docs/reference']

beforeAll(async () => {
  app = await startTestApp()
  for (const path of paths) pages.set(path, await (await fetch(app.url + path)).text())
})
afterAll(() => app.close())

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(app.url + path, { headers, redirect: 'manual' })
const linksIn = (html: string) =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)

describe('every page', () => {
  test.each(paths)('%s is there, and lets nothing in from elsewhere', async (path) => {
    const answer = await ask(path)
    const policy = answer.headers.get('content-security-policy') ?? ''
    const foreign = linksIn(pages.get(path) ?? '').filter((href) => !/^[/#]/.test(href))

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|http|\*/)
    expect(foreign).toEqual([])
    expect(pages.get(path)).not.toMatch(/<style|\sstyle=|<script>|\son\w+=/)
  })

  test('names no place that is not there', async () => {
    const broken: string[] = []
    const others = new Set<string>()
    for (const [path, html] of pages) {
      for (const href of linksIn(html)) {
        const [to = '', id] = href.split('#')
        const page = pages.get(to === '' ? path : to)
        if (page === undefined) others.add(to)
        else if (id !== undefined && !idsIn(page).includes(id)) broken.push(`${path} → ${href}`)
      }
    }
    // The icon is the dashboard's, which may not be built where tests run alone.
    others.delete('/assets/icon.svg')
    for (const href of others) if ((await ask(href)).status !== 200) broken.push(href)

    expect(broken).toEqual([])
    expect(others.size).toBeGreaterThan(40)
  })

  test('has ids that are its own', () => {
    for (const [path, html] of pages) {
      const ids = idsIn(html)
      expect(ids.filter((id, i) => ids.indexOf(id) !== i, path)).toEqual([])
    }
  })
})

describe('the Markdown', () => {
  test.each(slugs)('of %s is its page, and links to files that are there', async (slug) => {
    const twin = await ask(`/docs/${slug}.md`)
    const text = await twin.text()
    const asked = await ask(slug === 'index' ? '/docs' : `/docs/${slug}`, { accept: 'text/markdown' })
    const files = [...text.matchAll(/\]\(([\w-]+)\.md/g)].map(([, to]) => to)

    expect(twin.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(text).toMatch(/^# /)
    expect(text).not.toMatch(/^\{\{.+\}\}$/m)
    expect(text).not.toContain('http://localhost:3000')
    expect(await asked.text()).toBe(text)
    expect(files.filter((to) => ![...slugs, 'reference'].includes(to ?? ''))).toEqual([])
  })

  test('is listed for programs', async () => {
    const text = await (await ask('/llms.txt')).text()
    const full = await (await ask('/llms-full.txt')).text()
    const urls = [...text.matchAll(/\((http[^)]*)\)/g)].map(([, url = '']) => url)
    const statuses = await Promise.all(urls.map(async (url) => (await fetch(url)).status))

    expect(text).toMatch(/^# LetsMeet\n\n> \w/)
    for (const slug of slugs.slice(1)) expect(urls).toContain(`${app.url}/docs/${slug}.md`)
    expect(urls).toContain(`${app.url}/api/v1/openapi.json`)
    expect(statuses.every((status) => status === 200)).toBe(true)
    expect(full.match(/^# /gm)?.length).toBeGreaterThan(slugs.length)
  })

  test('has a place in the menu for every file', () => {
    const files = readdirSync(docsFolder()).filter((file) => file.endsWith('.md'))

    expect(files.map((file) => file.slice(0, -3)).sort()).toEqual([...slugs].sort())
  })
})

describe('what the guides say', () => {
  const read = (slug: string) => readFileSync(join(docsFolder(), `${slug}.md`), 'utf8')

  test('in JSON is JSON, and its problems and events are those of this server', () => {
    const blocks = slugs.flatMap((slug) => [...read(slug).matchAll(/^```json\n([\s\S]*?)^```$/gm)])
    const values = blocks.map(([, text = '']) => JSON.parse(text))
    const problems = values.filter((value) => 'requestId' in value)
    const events = values.filter((value) => 'seq' in value)

    for (const { code, status, title, type } of problems) {
      expect({ status, title }).toEqual({ status: statusOf(code), title: titleOf(code) })
      expect(type).toMatch(new RegExp(`/errors/${code.replaceAll('_', '-')}$`))
    }
    for (const { type } of events) expect(eventTypesOfLog).toContain(type)
    expect(problems.length).toBeGreaterThan(1)
  })

  test('about settings is all that the configuration reads', () => {
    const source = readFileSync(join(import.meta.dirname, '../config.ts'), 'utf8')
    const names = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name)
    const table = read('running')

    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !table.includes(`\`${name}\``))).toEqual([])
  })

  test('about errors names every code', () => {
    const html = pages.get('/docs/errors') ?? ''

    expect(errorCodes.filter((code) => !html.includes(`/errors/${code.replaceAll('_', '-')}"`))).toEqual([])
  })

  test('about keys is the pattern of a key', () => {
    const [, pattern = ''] = /```text\n(lm_.*)\n```/.exec(read('authenticate')) ?? []

    expect(app.apiKey).toMatch(new RegExp(`^${pattern}$`))
  })
})

describe('over HTTP', () => {
  test('a page is compressed, and not sent to who has it', async () => {
    const first = await ask('/docs/errors')
    const again = await ask('/docs/errors', {
      'if-none-match': first.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    })

    expect(first.headers.get('content-encoding')).toBe('gzip')
    expect(again.status).toBe(304)
  })

  test('style and script stay in caches for ever', async () => {
    for (const path of linksIn(pages.get('/docs') ?? '').filter((href) => href.startsWith('/docs/assets/'))) {
      expect((await ask(path)).headers.get('cache-control')).toContain('immutable')
    }
  })

  test('what is not there is a page with 404', async () => {
    const answer = await ask('/docs/nothing')

    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('There is no such page')
  })

  test('a slash too many leads to the page', async () => {
    const answer = await ask('/docs/errors/')

    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe('/docs/errors')
  })
})
