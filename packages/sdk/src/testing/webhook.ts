/** A request as LetsMeet would send it, and what it was made from. */
export const SECRET = `whsec_${btoa('a secret of thirty-two bytes, 012')}`
export const OTHER_SECRET = `whsec_${btoa('another one of thirty-two bytes 0')}`
export const NOW = new Date('2030-01-08T09:00:00.400Z')
export const EVENT = {
  id: 'evt_0WbXkT3nPq7YvLs2DfGh',
  type: 'booking.created',
  apiVersion: '2026-09-01',
  timestamp: '2030-01-08T09:00:00.000Z',
  organizationId: 'org_1',
  mode: 'live',
  seq: 41,
  data: { id: 'bk_1', status: 'confirmed', guest: { name: 'Zoë “Ada” Lovelace', url: 'https://example.com/a' } },
}
export const BODY = JSON.stringify(EVENT)
export const secondsFromNow = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
