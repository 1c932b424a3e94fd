import type { Services } from '../context.ts'
import { findByOrganization, shownBy } from '../sandboxes/clock.ts'
import { type Html, html } from './html.ts'
import type { Visitor } from './visit.ts'
import { clock, longDay } from './when.ts'

/** Services that remember which sandbox a page looked into. */
export function noticing(services: Services): { services: Services; strip(visitor: Visitor): Promise<Html | null> } {
  const seen = new Set<string>()
  const touch = (organizationId: string) => {
    seen.add(organizationId)
    services.sandboxes.touch(organizationId)
  }
  return {
    services: { ...services, sandboxes: { ...services.sandboxes, touch } },
    strip: async (visitor) => {
      for (const organizationId of seen) {
        const sandbox = await findByOrganization(services.db.read, organizationId)
        if (sandbox) return stripHtml(shownBy(sandbox, services.serverNow()), visitor)
      }
      return null
    },
  }
}

/** Says that nothing here is meant, and what time it is here. */
function stripHtml(now: Date, { zone, locale }: Visitor): Html {
  const here = zone ?? 'UTC'
  return html`<p class="sandbox" role="note"><strong>Sandbox</strong> Here it is ${longDay(now, here, locale)}, ${clock(now, here, locale)}${
    zone === null && html` UTC`
  }. No mail leaves.</p>`
}
