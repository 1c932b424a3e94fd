/** `organization.members.list` -> `OrganizationMembersList` */
export function pascal(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** A JSDoc block of paragraphs, wrapped at 110 columns; nothing when there is nothing to say. */
export function jsDoc(paragraphs: (string | undefined)[]): string {
  const lines = paragraphs.flatMap((paragraph) => (paragraph ? [...wrap(paragraph.replaceAll('*/', '*\\/')), ''] : []))
  if (lines.length === 0) return ''
  const text = lines.slice(0, -1)
  if (text.length === 1) return `/** ${text[0]} */\n`
  return `/**\n${text.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`
}

function wrap(text: string) {
  return text.split('\n').flatMap((line) => {
    const lines = ['']
    for (const word of line.trim().split(/\s+/)) {
      const last = lines.at(-1) ?? ''
      if (last && last.length + word.length > 110) lines.push(word)
      else lines[lines.length - 1] = last ? `${last} ${word}` : word
    }
    return lines
  })
}
