import type { LinkKind } from '../links/model.ts'
import { listLinkSlots, openLink, organizationOfLink } from '../links/open.ts'
import type { LinkOffer, PublicLink } from '../links/public-model.ts'
import { unknownLink } from './link-closed.ts'
import { type Picker, readPicker } from './picker.ts'
import type { Visit } from './visit.ts'

/** A link that somebody has opened, and which of its event types they look at. */
export interface Opened {
  token: string
  link: PublicLink
  /** Null while there is still something to choose. */
  offer: LinkOffer | null
  /** Where the link begins. */
  home: string
  /** Where this event type is. */
  path: string
}

/** One event type of an opened link. */
export type Chosen = Opened & { offer: LinkOffer }

const prefixes: Record<LinkKind, string> = { one_off: '/l/', share: '/s/' }

/** Opens the link that a page is about; at the address of the other kind there is none. */
export async function openedLink({ ctx, params, http }: Visit, kind: LinkKind): Promise<Opened> {
  const token = params.token ?? ''
  const link = await openLink(ctx, token, http.ip)
  if (link.kind !== kind) throw unknownLink()
  const home = prefixes[kind] + token
  const [first = null, ...others] = link.eventTypes
  if (params.eventType === undefined) {
    return { token, link, offer: others.length === 0 ? first : null, home, path: home }
  }
  const offer = link.eventTypes.find(({ id }) => id === params.eventType)
  if (!offer) throw unknownLink()
  return { token, link, offer, home, path: `${home}/${offer.id}` }
}

export async function pickerOfLink(
  visit: Visit,
  { token, path, offer }: Chosen,
  sent?: URLSearchParams,
): Promise<Picker> {
  return readPicker(visit, {
    organizationId: await organizationOfLink(visit.ctx, token),
    path,
    hostZone: offer.timezone,
    durations: offer.durationOptions ?? [offer.durationMinutes],
    duration: offer.durationMinutes,
    load: (query) => listLinkSlots(visit.ctx, token, { ...query, eventTypeId: offer.id }),
    ...(sent && { sent }),
  })
}
