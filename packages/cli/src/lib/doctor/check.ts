/** One thing that was looked at. */
export interface Check {
  name: string
  status: 'ok' | 'warn' | 'fail' | 'skipped'
  /** What was found, in a sentence. */
  detail: string
  /** What to do about it; null where nothing is to be done. */
  action: string | null
}

export const ok = (name: string, detail: string): Check => ({ name, status: 'ok', detail, action: null })
export const warn = (name: string, detail: string, action: string): Check => ({ name, status: 'warn', detail, action })
export const fail = (name: string, detail: string, action: string): Check => ({ name, status: 'fail', detail, action })
/** What this key may not see, or what an earlier fault keeps from being seen. */
export const skipped = (name: string, detail: string): Check => ({ name, status: 'skipped', detail, action: null })

/** `12 s`, `4 min`, `3 h`, `2 days`: how long, roughly. */
export function lengthOf(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return seconds < 129_600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`
}
