import { describe, expect, test } from 'vitest'
import type { Brand } from './brand.ts'
import { edgeOf, textOn } from './colors.ts'
import { renderLetter } from './layout.ts'
import type { Letter } from './letter.ts'
import { isolated } from './plain.ts'

const brand: Brand = { color: '#2f5bea', name: 'Engines', poweredBy: true }
const letter: Letter = {
  lang: 'en',
  preheader: 'Tomorrow at ten',
  heading: 'You are booked',
  blocks: [
    { kind: 'paragraph', text: 'See you soon.' },
    { kind: 'facts', facts: [{ label: 'Where', value: 'Room 1\nLondon', href: 'https://x.test/room' }] },
    { kind: 'actions', actions: [{ label: 'Cancel', url: 'https://x.test/?a=1&b=2' }] },
    { kind: 'small', text: 'Bye.' },
  ],
}

describe('a letter', () => {
  test('says the same in HTML and in plain text', () => {
    const { html, text } = renderLetter(letter, { ...brand, footerText: 'London' })

    expect(text).toBe(
      'You are booked\n\nSee you soon.\n\nWhere:\n  Room 1\n  London\n  https://x.test/room\n\nCancel:\nhttps://x.test/?a=1&b=2\n\nBye.\n\n-- \nEngines\nLondon\nPowered by LetsMeet\n',
    )
    for (const words of ['You are booked', 'See you soon.', 'Where', 'Room 1<br>London', 'Cancel', 'Bye.', 'Engines']) {
      expect(html).toContain(words)
    }
    expect(html).toContain('href="https://x.test/?a=1&amp;b=2"')
  })

  test('names its language, its heading, and what inboxes preview', () => {
    const { html } = renderLetter(letter, brand)
    expect(html).toContain('<html lang="en"')
    expect(html).toMatch(/<h1[^>]*>You are booked<\/h1>/)
    expect(html).toMatch(/display:none[^>]*>Tomorrow at ten(&#847;&zwnj;&nbsp;)+<\/div>/)
    expect(html).toContain('role="presentation"')
  })

  test('has colours for the dark as well', () => {
    const { html } = renderLetter(letter, brand)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('@media (prefers-color-scheme: dark)')
  })

  test('turns nothing that it is given into markup or styles', () => {
    const evil = '</p><script>alert(1)</script>"onload="x'
    const { html } = renderLetter(
      {
        lang: evil,
        preheader: evil,
        heading: evil,
        blocks: [
          { kind: 'paragraph', text: evil },
          { kind: 'small', text: evil },
          { kind: 'facts', facts: [{ label: evil, value: evil, href: `https://x.test/${evil}` }] },
          { kind: 'actions', actions: [{ label: evil, url: `https://x.test/${evil}` }] },
        ],
      },
      { color: 'red;}</style>', name: evil, logoUrl: `https://x.test/${evil}`, footerText: evil, poweredBy: false },
    )
    expect(html).not.toContain('<script')
    expect(html).not.toContain('"onload')
    expect(html).not.toContain('red;')
  })

  test('links to the web and to addresses, and to nothing else', () => {
    const url = 'javascript:alert(1)'
    const facts = [{ label: 'Where', value: 'here', href: url }]
    const { html } = renderLetter({ ...letter, blocks: [{ kind: 'facts', facts }] }, { ...brand, logoUrl: url })
    expect(html).not.toContain('javascript:')
  })

  test('shows the logo in place of the name, and hides powered-by when asked', () => {
    const { html, text } = renderLetter(letter, { ...brand, logoUrl: 'https://x.test/logo.png', poweredBy: false })
    expect(html).toContain('src="https://x.test/logo.png" alt="Engines"')
    expect(html + text).not.toContain('Powered by')
  })

  test('leads to an address in its text only where it is one of its own', () => {
    const own = 'https://x.test/booking/a'
    const text = `Grace https://evil.test and ${own}/b or ${own}?`
    const { html } = renderLetter({ ...letter, blocks: [{ kind: 'paragraph', text, links: [own, `${own}/b`] }] }, brand)

    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([`${own}/b`, own])
  })

  test('gives a name that runs from right to left a direction of its own, and no other mark of direction a place', () => {
    const blocks = [{ kind: 'paragraph', text: `With ${isolated('עדה')} \u2068and\u202e ${isolated('Ada')}.` }] as const
    const { html } = renderLetter({ ...letter, blocks }, brand)

    expect(html).toContain('With <span dir="auto">עדה</span> and Ada.')
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  test('is cut where mail programs would clip it: long facts first, alike in both parts', () => {
    const value = '"'.repeat(5000)
    const facts = Array.from({ length: 30 }, (_, i) => ({ label: `Question ${i}`, value }))
    const { html, text } = renderLetter({ ...letter, blocks: [{ kind: 'facts', facts }, ...letter.blocks] }, brand)

    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(102_000)
    expect(html).toContain(`${'&quot;'.repeat(79)}…<`)
    expect(text).toContain(`Question 29: ${'"'.repeat(79)}…\n`)
    expect(text).not.toContain('"'.repeat(80))
  })

  test('shows 200 characters of a footer', () => {
    const { html, text } = renderLetter(letter, { ...brand, footerText: 'x'.repeat(201) })
    for (const part of [html, text]) expect(part).toMatch(/[^x]x{199}…/)
  })
})

test('a button in any colour has an edge where the card would swallow it', () => {
  expect(['#ffffff', '#f8f8f0', '#000000', '#1c1c1f'].map(edgeOf)).toEqual(Array(4).fill('#85858f'))
  expect(['#2f5bea', '#f6c945', '#888888'].map(edgeOf)).toEqual(['#2f5bea', '#f6c945', '#888888'])
})

test('words on any colour of the brand keep a contrast of 4.5 to 1', () => {
  for (const color of [
    '#000000',
    '#ffffff',
    '#f6c945',
    '#777777',
    '#767676',
    '#2f5bea',
    '#ff0000',
    '#00ff00',
    '#808080',
  ]) {
    const [light = 0, dark = 0] = [luminance(color), luminance(textOn(color))].sort((a, b) => b - a)
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
  }
})

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [color.slice(1, 3), color.slice(3, 5), color.slice(5, 7)].map((hex) => {
    const part = Number.parseInt(hex, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return red * 0.2126 + green * 0.7152 + blue * 0.0722
}
