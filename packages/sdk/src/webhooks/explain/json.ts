/** The value in the styles of the common JSON writers, by what to call them. */
export function* serializations(value: object): Generator<[style: string, text: string]> {
  const compact = JSON.stringify(value)
  yield ['compact JSON', compact]
  for (const [style, indent] of [
    ['two spaces', 2],
    ['four spaces', 4],
    ['tabs', '\t'],
  ] as const) {
    yield [`JSON indented by ${style}`, JSON.stringify(value, null, indent)]
  }
  yield ['compact JSON with sorted keys', JSON.stringify(sorted(value))]
  yield ['indented JSON with sorted keys', JSON.stringify(sorted(value), null, 2)]
  yield ['JSON with spaces after commas and colons', spaced(value)]
  yield ['JSON with spaces and escapes, as Python writes it', escaped(spaced(value))]
  yield ['compact JSON with escapes', escaped(compact)]
  yield ['JSON with escaped slashes, as PHP writes it', escaped(compact).replaceAll('/', '\\/')]
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => [key, sorted(child)])
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Line breaks cannot be inside of strings, so those of the indentation are all there are. */
function spaced(value: unknown) {
  return JSON.stringify(value, null, 1)
    .replace(/([[{])\n\s*/g, '$1')
    .replace(/\n\s*([\]}])/g, '$1')
    .replace(/,\n\s*/g, ', ')
}

function escaped(json: string) {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
