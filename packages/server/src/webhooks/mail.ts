import type { Brand } from '../email/brand.ts'
import { renderLetter } from '../email/layout.ts'
import type { Letter } from '../email/letter.ts'
import type { Content } from '../email/message.ts'
import { oneLine } from '../email/plain.ts'
import { moment } from '../email/when.ts'
import { shownUrl } from './shown-url.ts'

interface Warning {
  endpoint: { id: string; url: string; description: string | null }
  /** `failingSince` is when every delivery began to fail. */
  warning: { kind: 'failing' | 'disabled' | 'gone'; at: Date; failingSince: Date }
  timezone: string
}

/** The mail that tells of an endpoint in trouble, while there is time and when it was switched off. */
export function warningMail({ endpoint, warning, timezone }: Warning, brand: Brand): Content {
  const said = words[warning.kind]({
    host: oneLine(new URL(endpoint.url).host, 80),
    at: moment(warning.at, timezone),
    failingSince: moment(warning.failingSince, timezone),
  })
  const commands = said.commands.map(({ label, command }) => {
    return { label, value: command(endpoint.id, warning), code: true as const }
  })
  const letter: Letter = {
    lang: 'en',
    preheader: said.lead,
    heading: said.heading,
    blocks: [
      { kind: 'paragraph', text: said.lead },
      {
        kind: 'facts',
        facts: [
          { label: 'Endpoint', value: oneLine(endpoint.description ?? endpoint.id, 200), main: true },
          { label: 'Address', value: oneLine(shownUrl(endpoint.url), 300) },
        ],
      },
      { kind: 'paragraph', text: 'What to do, in a terminal:' },
      { kind: 'facts', facts: commands },
      { kind: 'small', text: said.comfort },
    ],
  }
  return { subject: said.subject, ...renderLetter(letter, brand) }
}

interface Told {
  host: string
  at: string
  failingSince: string
}

const seeWhy = {
  label: 'See why',
  command: (id: string) => `letsmeet webhooks deliveries ${id} --status failed`,
}
const sendAgain = {
  label: 'Send again what was given up',
  command: (id: string, { failingSince }: Warning['warning']) =>
    `letsmeet webhooks recover ${id} --since ${failingSince.toISOString().slice(0, 10)}T00:00Z`,
}
const switchOn = (label: string) => ({ label, command: (id: string) => `letsmeet webhooks enable ${id}` })

const words = {
  failing: ({ host, failingSince }: Told) => ({
    subject: `Webhooks to ${host} are failing`,
    heading: 'A webhook endpoint is failing',
    lead: `Every delivery to ${host} has failed since ${failingSince}. After five days of that it is switched off.`,
    commands: [seeWhy, { ...sendAgain, label: 'Once it is repaired, send what was missed' }],
    comfort:
      'Nothing is lost: deliveries are tried again for three days, and stay in the log for 30. The first success ends the countdown.',
  }),
  disabled: ({ host, at, failingSince }: Told) => ({
    subject: `Webhooks to ${host} were switched off`,
    heading: 'A webhook endpoint was switched off',
    lead: `Every delivery to ${host} has failed since ${failingSince}, so it was switched off on ${at}.`,
    commands: [seeWhy, switchOn('Once it is repaired, switch it on; what waits is sent'), sendAgain],
    comfort: 'Nothing is lost: what waited, and what comes now, is held for 30 days.',
  }),
  gone: ({ host, at }: Told) => ({
    subject: `Webhooks to ${host} were switched off`,
    heading: 'A webhook endpoint was switched off',
    lead: `${host} answered 410 (Gone) on ${at}. That asks us to stop, so we did.`,
    commands: [seeWhy, switchOn('If that was a mistake, switch it on; what waits is sent')],
    comfort: 'If it was meant, there is nothing to do. What comes until then is held for 30 days.',
  }),
}
