import type Koa from 'koa'
import type { Context } from '../context.ts'
import type { Buckets } from '../http/rate-limit.ts'
import { zoneId } from '../zones.ts'
import type { Assets } from './assets.ts'
import type { Page } from './layout.ts'

/** One request for a page. */
export interface Visit {
  http: Koa.Context
  /** A guest's, until somebody signs in. */
  ctx: Context
  params: Record<string, string>
  visitor: Visitor
  assets: Assets
  /** Null when rate limits are off. */
  buckets: Buckets | null
}

export type Answer = Page | { redirect: string }
export type Handler = (visit: Visit) => Promise<Answer>

export interface Visitor {
  /** How dates and hours are written: English, in the order and with the clock that the visitor's language uses. */
  locale: string
  /** The visitor's own first language, for their mails. */
  language: string | undefined
  /** 1 for Monday to 7 for Sunday. */
  firstDay: number
  /** The zone asked for in the address, else the one their browser told us before. */
  zone: string | null
}

/** Names have no capital letters; people who type them from paper do. */
export const inLowerCase =
  (handle: Handler): Handler =>
  async (visit) => {
    const { path, search } = visit.http
    return /^[\w/-]*[A-Z][\w/-]*$/.test(path) ? { redirect: path.toLowerCase() + search } : handle(visit)
  }

export const zoneCookie = 'lm_timezone'

export function visitorOf(http: Koa.Context): Visitor {
  const language = firstLanguage(http.get('accept-language'))
  const cookie = http.cookies.get(zoneCookie)
  const zone = zoneOf(queryOf(http).get('timezone')) ?? zoneOf(cookie ? decode(cookie) : null)
  return { ...habitsOf(language ?? 'en-GB'), language, zone }
}

export const queryOf = (http: Koa.Context): URLSearchParams => new URLSearchParams(http.querystring)

export const zoneOf = (name: string | null): string | null => (name && name.length <= 64 && zoneId(name)) || null

function firstLanguage(header: string): string | undefined {
  const tag = header.split(/[,;]/)[0]?.trim() ?? ''
  return tag.length <= 35 && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : undefined
}

interface Habits {
  locale: string
  firstDay: number
}

const known = new Map<string, Habits>()

/** The pages are in English; a German still wants 14:00, and somebody from Mexico 2:00 pm after the day. */
function habitsOf(language: string): Habits {
  const remembered = known.get(language)
  if (remembered) return remembered
  const habits = readHabits(language)
  if (known.size < 500) known.set(language, habits)
  return habits
}

function readHabits(language: string): Habits {
  try {
    const { hour12 } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions()
    const english = /^en(-[A-Z]{2})?$/i.test(language)
    const { firstDay } = new Intl.Locale(language).getWeekInfo()
    return { locale: english ? language : hour12 ? 'en-AU' : 'en-GB', firstDay }
  } catch {
    return { locale: 'en-GB', firstDay: 1 }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
