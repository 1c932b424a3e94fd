import type { SandboxSeed, SeededSandbox } from '@letsmeet/sdk'
import { Args } from '@oclif/core'
import { ApiCommand } from '../lib/api-command.ts'
import { usageError } from '../lib/failure.ts'
import { sandboxFlag } from '../lib/flags.ts'
import { sandboxIn } from '../lib/sandbox.ts'
import { nearest } from '../lib/suggest.ts'
import { seedText } from '../views/sandboxes.ts'

type Scenario = SandboxSeed['scenario']

const scenarios: Record<Scenario, string> = {
  'busy-week': 'a host whose next week is nearly full, with a day off',
  'dst-weekend': 'guests on both sides of the next change of clocks in Berlin',
  'full-seat': 'a workshop: one session full, one with a single seat left',
  'round-robin': 'a team of three in three zones that takes turns',
  reminders: 'messages before and after meetings, to see them go out',
}

export default class Seed extends ApiCommand {
  static override description = `Fill a sandbox with people, event types and bookings to try things on.

The scenarios, from the time that the sandbox's clock shows:

${Object.entries(scenarios)
  .map(([name, what]) => `  ${name.padEnd(11)}  ${what}`)
  .join('\n')}

A scenario may be loaded again: it makes new things.`
  static override examples = [
    '<%= config.bin %> seed busy-week',
    { description: 'See reminders go out:', command: '<%= config.bin %> seed reminders' },
  ]
  static override args = {
    scenario: Args.string({ required: true, description: `One of ${Object.keys(scenarios).join(', ')}.` }),
  }
  static override flags = { sandbox: sandboxFlag }

  async run(): Promise<SeededSandbox> {
    const { args, flags } = await this.parse(Seed)
    const letsmeet = this.connect(flags)
    const id = await sandboxIn(letsmeet, flags)
    const seeded = await letsmeet.sandboxes.seed(id, { scenario: scenarioOf(args.scenario) })
    this.print(seedText(seeded))
    this.done('', 'letsmeet bookings list', 'letsmeet clock advance 3d', 'letsmeet mailbox list')
    return seeded
  }
}

function scenarioOf(text: string): Scenario {
  const isScenario = (each: string): each is Scenario => Object.hasOwn(scenarios, each)
  if (isScenario(text)) return text
  const near = nearest(text, Object.keys(scenarios))
  const hint = near ? `Did you mean ${near}?` : `There are ${Object.keys(scenarios).join(', ')}.`
  throw usageError(`There is no scenario “${text}”.`, hint)
}
