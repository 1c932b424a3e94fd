import { describe, expect, test } from 'vitest'
import { warningMail } from './mail.ts'

const brand = { color: '#2f5bea', name: 'Acme', poweredBy: true }
const endpoint = {
  id: 'we_1',
  url: 'https://user:hunter2@hooks.acme.example:8443/letsmeet',
  description: 'Rooms <b>x</b>\nand more',
}
const failingSince = new Date('2030-01-07T08:00:00Z')
const at = new Date('2030-01-12T09:13:00Z')

const write = (kind: 'failing' | 'disabled' | 'gone', about: typeof endpoint | object = {}) =>
  warningMail(
    { endpoint: { ...endpoint, ...about }, warning: { kind, at, failingSince }, timezone: 'Europe/Berlin' },
    brand,
  )

describe('the mail about a webhook endpoint', () => {
  test('warns while there is time: since when, what happens next, and how to repair it', () => {
    const { subject, text } = write('failing')

    expect(subject).toBe('Webhooks to hooks.acme.example:8443 are failing')
    expect(text).toContain('has failed since Monday, 7 January 2030, 09:00 (Europe/Berlin, GMT+1). After five days')
    expect(text).toContain('letsmeet webhooks deliveries we_1 --status failed')
    expect(text).toContain('letsmeet webhooks recover we_1 --since 2030-01-07T00:00Z')
    expect(text).not.toContain('webhooks enable')
  })

  test('tells of an endpoint that was switched off, and how to bring back what was held and what was given up', () => {
    const { subject, text } = write('disabled')

    expect(subject).toBe('Webhooks to hooks.acme.example:8443 were switched off')
    expect(text).toMatch(/since Monday, 7 January 2030.* switched off on Saturday, 12 January 2030, 10:13/)
    expect(text).toContain('letsmeet webhooks enable we_1')
    expect(text).toContain('letsmeet webhooks recover we_1 --since 2030-01-07T00:00Z')
    expect(text).toContain('held for 30 days')
  })

  test('tells of an endpoint that asked us to stop', () => {
    const { subject, text } = write('gone')

    expect(subject).toBe('Webhooks to hooks.acme.example:8443 were switched off')
    expect(text).toContain('answered 410 (Gone) on Saturday, 12 January 2030, 10:13')
    expect(text).toContain('letsmeet webhooks enable we_1')
  })

  test.each(['failing', 'disabled', 'gone'] as const)(
    'makes no markup of a description and shows no password (%s)',
    (kind) => {
      const { html, text } = write(kind)

      expect(html).toContain('Rooms &lt;b&gt;x&lt;/b&gt; and more')
      expect(html).not.toContain('<b>')
      expect(html + text).not.toContain('hunter2')
      expect(text).toContain('https://user:***@hooks.acme.example:8443/letsmeet')
    },
  )

  test('names an endpoint without a description by its id', () => {
    const { text } = write('failing', { description: null })

    expect(text).toContain('Endpoint: we_1')
  })

  test('breaks a command between its words alone', () => {
    const { html } = write('failing')

    expect(html).toContain('<span style="white-space:nowrap">--since</span>')
  })
})
