import { type Command, CommandHelp } from '@oclif/core'

/** Help that fits on a screen: a short usage, what it does, examples that can be copied, then the flags. */
export class ExamplesFirst extends CommandHelp {
  protected override sections() {
    const order = ['USAGE', 'DESCRIPTION', 'EXAMPLES', 'ARGUMENTS', 'FLAGS']
    const rank = ({ header }: { header: string }) => (order.includes(header) ? order.indexOf(header) : order.length)
    return super.sections().sort((a, b) => rank(a) - rank(b))
  }

  protected override defaultUsage(): string {
    const args = Object.values(this.command.args).map((arg) => this.arg(arg))
    return [this.command.id, ...args, '[FLAGS]'].join(' ')
  }

  /** The first line stands above everything already. */
  protected override description(): string | undefined {
    const rest = this.command.description?.split('\n').slice(1).join('\n').trim()
    return rest ? this.wrap(this.render(rest)) : undefined
  }

  /** Each on a line of its own: a command that was wrapped cannot be copied. */
  protected override examples(examples: Command.Example[] | string | undefined): string | undefined {
    if (!Array.isArray(examples) || examples.length === 0) return undefined
    const command = (text: string) => `$ ${this.render(text)}`
    return examples
      .map((each) => (typeof each === 'string' ? command(each) : `${each.description}\n  ${command(each.command)}`))
      .join('\n')
  }

  protected override flags(flags: Command.Flag.Any[]) {
    const named = flags.map((flag): Command.Flag.Any => {
      const helpLabel = flag.char ? `--${labelOf(flag)}, -${flag.char}` : `--${labelOf(flag)}`
      const description = flag.name === 'json' ? 'Print JSON.' : flag.description
      return flag.type === 'option' && !flag.helpValue && !flag.options
        ? { ...flag, helpLabel, helpValue: 'TEXT' }
        : { ...flag, helpLabel, ...(description && { description }) }
    })
    return super.flags(named)
  }
}

function labelOf(flag: Command.Flag.Any): string {
  return flag.type === 'boolean' && flag.allowNo ? `[no-]${flag.name}` : flag.name
}
