import { renderLetter } from '../email/layout.ts'
import type { Brand } from '../email/letter.ts'
import type { Content } from '../email/message.ts'
import { oneLine } from '../email/plain.ts'
import { moment } from '../email/when.ts'

interface Warning {
  endpoint: { id: string; url: string; description: string | null }
  warning: { kind: 'failing' | 'disabled' | 'gone'; since: Date }
  timezone: string
}

/** The mail that tells of an endpoint in trouble, while there is time and when it was switched off. */
export function warningMail({ endpoint, warning, timezone }: Warning, brand: Brand): Content {
  const host = oneLine(new URL(endpoint.url).host, 80)
  const since = moment(warning.since, timezone)
  const said = words[warning.kind](host, since)
  const letter = {
    lang: 'en',
    preheader: said.lead,
    heading: said.heading,
    blocks: [
      { kind: 'paragraph', text: said.lead },
      {
        kind: 'facts',
        facts: [
          { label: 'Endpoint', value: oneLine(endpoint.description ?? endpoint.id, 200), main: true },
          { label: 'Address', value: oneLine(endpoint.url, 300) },
          { label: 'See why', value: `letsmeet webhooks deliveries ${endpoint.id} --status failed` },
          { label: 'Then', value: said.cure(endpoint.id) },
        ],
      },
      { kind: 'small', text: 'Nothing is lost: what could not be delivered is held for 30 days.' },
    ],
  } as const
  return { subject: said.subject, ...renderLetter(letter, brand) }
}

const words = {
  failing: (host: string, since: string) => ({
    subject: `Webhooks to ${host} are failing`,
    heading: 'A webhook endpoint is failing',
    lead: `Every delivery to ${host} has failed since ${since}. After five days it is switched off.`,
    cure: (id: string) => `Repair it, and send what was missed: letsmeet webhooks recover ${id}`,
  }),
  disabled: (host: string, since: string) => ({
    subject: `Webhooks to ${host} were switched off`,
    heading: 'A webhook endpoint was switched off',
    lead: `Every delivery to ${host} failed for five days, so it was switched off on ${since}.`,
    cure: (id: string) => `Repair it, and switch it on again: letsmeet webhooks enable ${id}`,
  }),
  gone: (host: string, since: string) => ({
    subject: `Webhooks to ${host} were switched off`,
    heading: 'A webhook endpoint was switched off',
    lead: `${host} answered 410 (gone) on ${since}, which asks us to stop.`,
    cure: (id: string) => `If that was a mistake, switch it on again: letsmeet webhooks enable ${id}`,
  }),
}
