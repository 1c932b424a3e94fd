import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = import.meta.dirname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'),
)
const source = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const imports = (file: string): string[] =>
  [...(source.get(file) ?? '').matchAll(/from '(\.[^']+\.ts)'/g)].map(([, to = '']) =>
    relative(root, join(root, dirname(file), to)),
  )

test('nothing imports in a circle, types included', () => {
  const done = new Set<string>()
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) throw new Error(`These files import each other: ${[...path, file].join(' → ')}`)
    if (done.has(file)) return
    for (const next of imports(file)) visit(next, [...path, file])
    done.add(file)
  }

  for (const file of files) visit(file, [])

  expect(done.size).toBeGreaterThan(50)
})

test('only routes and the server know of HTTP', () => {
  const wrong = files
    .filter(
      (file) =>
        !/(^|\/)routes\.ts$/.test(file) &&
        !file.startsWith('http/') &&
        !file.startsWith('pages/') &&
        file !== 'server.ts',
    )
    .flatMap((file) =>
      imports(file)
        .filter((to) => to.startsWith('http/') || to.endsWith('routes.ts'))
        .map((to) => `${file} → ${to}`),
    )

  expect(wrong).toEqual([])
})

test('routes reach the database through services only', () => {
  const wrong = files.filter(
    (file) => /(^|\/)routes\.ts$/.test(file) && /drizzle-orm|db\/(sqlite|postgres|open)/.test(source.get(file) ?? ''),
  )

  expect(wrong).toEqual([])
})

test('models know tables and shapes, and no service', () => {
  const wrong = files
    .filter((file) => file.endsWith('model.ts'))
    .flatMap((file) =>
      imports(file)
        .filter((to) => to.endsWith('service.ts'))
        .map((to) => `${file} → ${to}`),
    )

  expect(wrong).toEqual([])
})

test('bookings do not know who follows them', () => {
  const wrong = files
    .filter((file) => file.startsWith('bookings/'))
    .flatMap((file) =>
      imports(file)
        .filter((to) => /^(webhooks|reminders|contacts)\//.test(to))
        .map((to) => `${file} → ${to}`),
    )

  expect(wrong).toEqual([])
})

test('only config.ts reads the environment', () => {
  const wrong = files.filter((file) => file !== 'config.ts' && /process\.env/.test(source.get(file) ?? ''))

  expect(wrong).toEqual([])
})

test('only the server knows the real clock; everybody else asks ctx.now()', () => {
  const clock = /new Date\(\)|Date\.now\(\)/
  const wrong = files.filter((file) => !['server.ts', 'log.ts'].includes(file) && clock.test(source.get(file) ?? ''))

  expect(wrong).toEqual([])
})
