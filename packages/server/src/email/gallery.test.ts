import { describe, expect, test } from 'vitest'
import { mailGallery } from '../testing/mail-gallery.ts'

describe.each(Object.entries(mailGallery()))('the mail %s', (_, { subject, html, text }) => {
  test('loads nothing, runs nothing, and is shown whole', () => {
    const sources = [...html.matchAll(/\ssrc="([^"]*)"/g)].map(([, source]) => source)

    expect(sources.filter((source) => source !== 'https://meet.example.org/logo.png')).toEqual([])
    expect(html).not.toMatch(/url\(|@import|<link|<script|<form|<iframe|<svg|\son\w+=/i)
    expect(Buffer.byteLength(html)).toBeLessThan(102_000)
  })

  test('reads aloud as one article, not as tables', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en"/)
    expect(html.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).not.toMatch(/<table(?! role="presentation")/)
    expect(html).not.toMatch(/<img(?![^>]* alt="[^"]+")/)
  })

  test('has a subject of one short line, and words for readers without HTML', () => {
    expect(subject).toMatch(/^[^\n\u2066-\u2069]{5,300}$/)
    expect(text).not.toMatch(/<\/?[a-z]+[ >]|&(amp|lt|nbsp);/)
    expect(text.length).toBeGreaterThan(80)
  })
})
