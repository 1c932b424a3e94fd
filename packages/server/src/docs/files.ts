import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { docsFolder } from './folder.ts'

/** A page or an asset as it is sent, made once. */
export interface File {
  type: string
  bytes: Buffer
  zipped: Buffer
  etag: string
  /** Its name holds its hash: it never changes. */
  isImmutable: boolean
}

export function fileOf(type: string, content: string | Buffer, isImmutable = false): File {
  const bytes = Buffer.from(content)
  return { type, bytes, zipped: gzipSync(bytes), etag: `"${hashOf(bytes)}"`, isImmutable }
}

export interface Assets {
  style: string
  script: string
  /** By the path under which the pages link to them. */
  files: Map<string, File>
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** The style and the script of the docs, under names that change with their content. */
export function readAssets(): Assets {
  const files = new Map<string, File>()
  const add = (name: string): string => {
    const bytes = readFileSync(join(docsFolder(), 'assets', name))
    const extension = extname(name)
    const path = `/docs/assets/${name.slice(0, -extension.length)}-${hashOf(bytes).slice(0, 8)}${extension}`
    files.set(path, fileOf(types[extension] ?? 'application/octet-stream', bytes, true))
    return path
  }
  return { style: add('docs.css'), script: add('docs.js'), files }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
