export interface Entry<T> {
  method: string
  /** With `:name` for parameters. */
  path: string
  value: T
}

interface Found<T> {
  value: T
  params: Record<string, string>
}

/**
 * Finds the first route of a method and a path as it is written: what most requests ask, without trying a hundred
 * patterns. Undefined where the path is written in another way, or leads nowhere.
 */
export function routeTable<T>(entries: readonly Entry<T>[]): (method: string, path: string) => Found<T> | undefined {
  const table = new Map<string, { parts: string[]; value: T }[]>()
  for (const { method, path, value } of entries) {
    const parts = path.split('/')
    const key = `${method} ${parts.length}`
    table.set(key, [...(table.get(key) ?? []), { parts, value }])
  }
  return (method, path) => {
    const asked = path.split('/')
    for (const { parts, value } of table.get(`${method} ${asked.length}`) ?? []) {
      if (!fits(parts, asked)) continue
      const params = paramsOf(parts, asked)
      return params && { value, params }
    }
    return undefined
  }
}

// From the end, where routes differ most.
function fits(parts: readonly string[], asked: readonly string[]): boolean {
  for (let i = parts.length - 1; i > 0; i--) {
    const part = parts[i]
    if (part !== asked[i] && !(part?.startsWith(':') && asked[i] !== '')) return false
  }
  return true
}

/** Undefined where a part is not encoded as it should be. */
function paramsOf(parts: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {}
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i] ?? ''
    if (!part.startsWith(':')) continue
    const text = asked[i] ?? ''
    if (text.includes('%')) return undefined
    params[part.slice(1)] = text
  }
  return params
}
