import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../testing/chromium.ts'
import { mailGallery } from '../testing/mail-gallery.ts'
import {
  contrastHalfInverted,
  contrastInverted,
  contrastNegative,
  contrastOf,
  type MailView,
  viewMail,
} from '../testing/mail-view.ts'

let browser: Browser
let page: Page
const pictureOfBrand = 'https://meet.example.org/logo.png'
/** What mails asked of others beside it. */
const asked: string[] = []
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  await page.route('**', (route) => {
    const url = route.request().url()
    if (url !== pictureOfBrand) asked.push(url)
    return route.fulfill({ contentType: 'image/svg+xml', body: logo })
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  expect(asked).toEqual([])
})

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="36"><circle cx="18" cy="18" r="16" fill="#d48a00"/><text x="44" y="25" font-family="sans-serif" font-size="18" fill="#222">Sonnenschein</text></svg>'

/** As it is, and as three kinds of clients turn it around. */
const measures = [contrastOf, contrastInverted, contrastHalfInverted, contrastNegative]

/** The windows of a desk and of a phone. */
const windows = [640, 360]

describe.each(Object.entries(mailGallery()))('the mail %s', (name, mail) => {
  const views: (MailView & { screen: string; window: number })[] = []
  beforeAll(async () => {
    await page.setContent(mail.html)
    for (const window of windows) {
      await page.setViewportSize({ width: window, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const screen = `${window}-${colorScheme}`
        views.push({ ...(await viewMail(page)), screen, window })
        await shoot(`${name}-${screen}`)
      }
    }
  })

  test('fits its window and can be read there, by day, by night and turned around', () => {
    const faults = views.flatMap(({ screen, window, width, words }) => [
      ...(width > window ? [`${screen}: ${width} pixels wide`] : []),
      ...words.flatMap(({ text, color, background }) => {
        const contrasts = measures.map((contrast) => contrast(color, background))
        return Math.min(...contrasts) < 4.5 ? [`${screen}: “${text}” ${color} on ${background}: ${contrasts}`] : []
      }),
    ])

    expect(views.length).toBe(4)
    expect(faults).toEqual([])
  })

  test('has one heading, a language, and buttons for fingers', () => {
    for (const { headings, lang, buttons, window } of views) {
      expect(headings).toEqual(['H1'])
      expect(lang).toBe('en')
      for (const { height, width } of buttons) {
        expect(height).toBeGreaterThanOrEqual(44)
        expect(width).toBeLessThanOrEqual(window)
      }
    }
  })

  test('says and links nothing that its plain text does not', () => {
    const twin = folded(mail.text)
    const [{ words = [], hrefs = [] } = {}] = views
    const missing = [
      ...words.map(({ text }) => folded(text)).filter((text) => !twin.includes(text)),
      ...hrefs.filter((href) => !mail.text.includes(href.replace('mailto:', ''))),
    ]

    expect(words.length).toBeGreaterThan(3)
    expect(missing).toEqual([])
  })
})

const folded = (text: string) => text.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ')

/** For whoever looks at the mails: LETSMEET_SHOTS names a folder. */
async function shoot(name: string) {
  const folder = process.env.LETSMEET_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
