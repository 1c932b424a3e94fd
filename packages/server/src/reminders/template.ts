/** Texts with variables in double braces: what they may name, what is wrong with them, and how they are filled in. */

/** Every variable, in the words of the guide. */
export const variables = {
  'guest.name': 'Who booked; for somebody whom the guest brought along, their address.',
  'host.name': 'Whom the guest meets; several hosts are joined.',
  'event.title': 'What the booking is called.',
  start: 'When it is, in the zone of whoever reads it, with the name of the zone.',
  'start.date': 'The day alone.',
  'start.time': 'The time of day alone.',
  timezone: 'The zone in which the times are written.',
  duration: 'How long it takes.',
  location: 'Where it is; empty where no place was chosen.',
  manageUrl:
    "The guest's page to move or cancel; in steps for the guest alone. Whoever was brought along gets the text without its line.",
  'organization.name': "The organization's name.",
  bookAgainUrl: 'The page on which the same can be booked again; in follow-ups alone.',
} as const

export type Variable = keyof typeof variables
export type Values = Record<Variable, () => string>

/** Who reads a text, and when: some variables are not for everybody. */
export interface Use {
  recipient: 'guest' | 'hosts' | 'both'
  offsetMinutes: number
}

export interface TemplateFault {
  code: 'unknown_variable' | 'unclosed_variable' | 'variable_not_available'
  /** Of the first brace, counted from 1. */
  position: number
  detail: string
}

/** All that is wrong with a text in the order in which it stands there. */
export function templateFaults(text: string, use: Use): TemplateFault[] {
  const faults = tokensOf(text).flatMap(({ name, position }): TemplateFault[] => {
    if (!isVariable(name)) {
      const known = Object.keys(variables).join(', ')
      const detail = `There is no variable {{${name}}} (character ${position}); choose from: ${known}.`
      return [{ code: 'unknown_variable', position, detail }]
    }
    const reason = whyNot(name, use)
    if (!reason) return []
    const detail = `{{${name}}} (character ${position}) ${reason}`
    return [{ code: 'variable_not_available', position, detail }]
  })
  const open = text.replace(token, (found) => ' '.repeat(found.length)).indexOf('{{')
  if (open === -1) return faults
  const detail = `The braces at character ${open + 1} are not closed; write {{name}}.`
  const unclosed: TemplateFault = { code: 'unclosed_variable', position: open + 1, detail }
  return [...faults, unclosed].sort((a, b) => a.position - b.position)
}

/** The text with its variables filled in; what a value holds is never read as a variable again. */
export const fillIn = (text: string, values: Values): string =>
  text.replace(token, (whole, inside: string) => {
    const name = inside.trim()
    return isVariable(name) ? values[name]() : whole
  })

/** The text without the lines that name a variable; null when nothing is left. */
export function withoutLines(text: string, name: Variable): string | null {
  const left = text.split('\n').filter((line) => !tokensOf(line).some((one) => one.name === name))
  return left.join('\n').trim() || null
}

const token = /\{\{([^{}]*)\}\}/g

const tokensOf = (text: string) =>
  [...text.matchAll(token)].map((match) => ({ name: (match[1] ?? '').trim(), position: match.index + 1 }))

const isVariable = (name: string): name is Variable => Object.hasOwn(variables, name)

function whyNot(name: Variable, { recipient, offsetMinutes }: Use): string | null {
  if (name === 'manageUrl' && recipient !== 'guest') {
    return "is the guest's own page: use it in a step whose recipient is the guest."
  }
  return name === 'bookAgainUrl' && offsetMinutes < 0 ? 'is for follow-ups: use it in a step after the end.' : null
}
