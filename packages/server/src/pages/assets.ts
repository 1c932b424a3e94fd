import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type Koa from 'koa'
import { AppError } from '../errors.ts'

/** The browser's files, read into memory once; a server without them still has pages that work. */
export interface Assets {
  /** The address of a built entry such as `style.css`, null when it was not built. */
  address(entry: string): string | null
  serve(http: Koa.Context, name: string): void
}

interface File {
  bytes: Buffer
  zipped: Buffer
  etag: string
  type: string
}

export function loadAssets(): Assets {
  const folder = distFolder()
  const files = new Map(folder ? readFiles(folder) : [])
  const entries: Record<string, string> = folder ? readManifest(folder) : {}
  return {
    address: (entry) => {
      const file = entries[entry] ?? (files.has(entry) ? entry : undefined)
      return file === undefined ? null : `/assets/${file}`
    },
    serve: (http, name) => {
      const file = files.get(name)
      if (!file) throw new AppError('not_found', 'There is no such file.')
      send(http, file, name)
    },
  }
}

function send(http: Koa.Context, file: File, name: string): void {
  // A hash in the name means that the content never changes under it.
  http.set(
    'Cache-Control',
    /-[\w-]{8}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  )
  http.set('ETag', file.etag)
  http.vary('Accept-Encoding')
  http.type = file.type
  http.status = 200
  if (http.get('if-none-match').includes(file.etag)) {
    http.status = 304
    return
  }
  const zip = http.acceptsEncodings('gzip', 'identity') === 'gzip' && file.zipped.length < file.bytes.length
  if (zip) http.set('Content-Encoding', 'gzip')
  http.body = zip ? file.zipped : file.bytes
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

function readFiles(folder: string): [string, File][] {
  return readdirSync(folder)
    .filter((name) => extname(name) in types)
    .map((name) => {
      const bytes = readFileSync(join(folder, name))
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      return [name, { bytes, zipped: gzipSync(bytes), etag, type: types[extname(name)] ?? '' }]
    })
}

/** What the build called each entry: `{ "src/booking.ts": { "file": "booking-Ab12Cd34.js" } }`. */
function readManifest(folder: string): Record<string, string> {
  const manifest: Record<string, { file: string }> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  return Object.fromEntries(Object.entries(manifest).map(([source, { file }]) => [source.replace(/^src\//, ''), file]))
}

/** Beside this package in the workspace, inside it when installed. */
function distFolder(): string | null {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'dashboard', 'dist')
    if (existsSync(join(candidate, 'manifest.json'))) return candidate
    if (folder === dirname(folder)) return null
  }
}
