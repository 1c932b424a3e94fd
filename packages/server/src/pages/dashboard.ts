import type { Booking } from '../bookings/model.ts'
import { isAdmin } from '../permissions.ts'
import { whoAmI } from '../users/service.ts'
import { localDate } from '../zones.ts'
import { topBar } from './account.ts'
import { type Agenda, readAgenda, type View, views } from './agenda.ts'
import { attributes, type Html, html } from './html.ts'
import { accountPage } from './sign-in.ts'
import { type Answer, queryOf, type Visit } from './visit.ts'
import { hours, longDay } from './when.ts'

const names: Record<View, string> = {
  upcoming: 'Upcoming',
  requests: 'Requests',
  past: 'Past',
  cancelled: 'Cancelled',
}

const empty: Record<View, string> = {
  upcoming: 'Nothing is booked. Share your page, and bookings appear here.',
  requests: 'Nobody is waiting for an answer.',
  past: 'No meeting is over yet.',
  cancelled: 'Nothing was cancelled or declined.',
}

/** `GET /dashboard`: one's bookings. */
export async function showDashboard({ ctx, http, visitor }: Visit): Promise<Answer> {
  const query = queryOf(http)
  const view = views.find((one) => one === query.get('view')) ?? 'upcoming'
  const page = Math.min(Math.max(Number(query.get('page')) | 0, 0), 10_000)
  const everybody = isAdmin(ctx) && query.has('everybody')
  const agenda = await readAgenda(ctx, { view, page, everybody })
  const { user } = await whoAmI(ctx)
  const shown = { zone: user.timezone, locale: visitor.locale, everybody }
  const link = (changes: { view?: View; page?: number; everybody?: boolean }) => linkTo({ view, everybody, ...changes })
  const tabs = views.map((one) => {
    const count = one === 'requests' && agenda.requests > 0 && ` (${agenda.requests})`
    const current = { href: link({ view: one }), 'aria-current': one === view && 'page' }
    return html`<a${attributes(current)}>${names[one]}${count}</a>`
  })
  const whose = everybody
    ? html`<a href="${link({ everybody: false })}">Only mine</a>`
    : html`<a href="${link({ everybody: true })}">Everybody’s</a>`
  const main = html`<h1>${everybody ? 'Everybody’s bookings' : 'Your bookings'}</h1>
<nav class="tabs" aria-label="Bookings">${tabs}${isAdmin(ctx) && whose}</nav>
${agenda.bookings.length === 0 && html`<p class="card empty">${empty[view]}</p>`}
${byDay(agenda, user.timezone).map(([date, list]) => dayHtml(date, list, shown))}
<nav class="pages">
<span>${page > 0 && html`<a class="button quiet" href="${link({ page: page - 1 })}">Before</a>`}</span>
${agenda.hasMore && html`<a class="button quiet" href="${link({ page: page + 1 })}">More</a>`}
</nav>`
  return { ...accountPage('Bookings', main), header: await topBar(ctx), width: 'medium' }
}

export const stateHtml = ({ status, noShow }: Booking): Html | false => {
  if (noShow) return html`<span class="state cancelled">No-show</span>`
  if (status === 'confirmed') return false
  const name = { pending: 'Waits for you', declined: 'Declined', cancelled: 'Cancelled' }[status]
  return html`<span class="state ${status}">${name}</span>`
}

interface Shown {
  zone: string
  locale: string
  everybody: boolean
}

function dayHtml(date: string, list: Booking[], shown: Shown): Html {
  const [first] = list
  return html`<section class="agenda" aria-labelledby="day-${date}">
<h2 id="day-${date}">${first && longDay(new Date(first.start), shown.zone, shown.locale)}</h2>
<ul class="card">
${list.map((booking) => html`<li>${rowHtml(booking, shown)}</li>\n`)}</ul>
</section>`
}

function rowHtml(booking: Booking, { zone, locale, everybody }: Shown): Html {
  const address = `/dashboard/bookings/${booking.id}`
  const hosts = everybody && ` · ${booking.hosts.map(({ name }) => name).join(', ')}`
  const answers = html`<form method="post" action="${address}/confirm"><button class="button">Confirm</button></form>
<a class="button quiet" href="${address}?open=decline">Decline…</a>`
  return html`<span class="time">${hours(new Date(booking.start), new Date(booking.end), zone, locale)}</span>
<span class="what"><a href="${address}">${booking.guest.name}</a> ${stateHtml(booking)}<br>
<span class="muted">${booking.title}${hosts}</span></span>
${booking.status === 'pending' && !booking.ended && answers}`
}

function byDay({ bookings }: Agenda, zone: string): [string, Booking[]][] {
  const days = new Map<string, Booking[]>()
  for (const booking of bookings) {
    const date = localDate(Math.floor(Date.parse(booking.start) / 60_000), zone)
    days.set(date, [...(days.get(date) ?? []), booking])
  }
  return [...days]
}

function linkTo({ view, page, everybody }: { view: View; page?: number; everybody: boolean }): string {
  const query = new URLSearchParams()
  if (view !== 'upcoming') query.set('view', view)
  if (page) query.set('page', String(page))
  if (everybody) query.set('everybody', '1')
  return query.size === 0 ? '/dashboard' : `/dashboard?${query}`
}
