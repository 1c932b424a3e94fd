import { Command } from '@oclif/core'
import { cleanJson } from './clean.ts'
import { explain } from './explain.ts'
import { onStderr } from './style.ts'

/** What every command shares: data on stdout, messages on stderr, `--json`, errors that say what to do. */
export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true

  /** The server that was asked, for the words of a failure. */
  protected serverUrl: string | undefined

  protected override async catch(error: unknown): Promise<never> {
    throw explain(error, { command: this.ctor, url: this.serverUrl })
  }

  /** Data, for people; with `--json` what run() returns is printed instead. */
  protected print(text: string): void {
    if (!this.jsonEnabled()) process.stdout.write(`${text}\n`)
  }

  /** A message beside the data. */
  protected say(text: string): void {
    if (!this.jsonEnabled()) process.stderr.write(`${text}\n`)
  }

  /** What changed and what to run next, for a person who is there. */
  protected done(what: string, ...next: string[]): void {
    if (!process.stderr.isTTY) return
    const lines = [what && onStderr('green', what), ...next.map((command) => onStderr('dim', `  ${command}`))]
    this.say(`\n${lines.filter(Boolean).join('\n')}`)
  }

  protected override logJson(json: unknown): void {
    process.stdout.write(`${cleanJson(json)}\n`)
  }
}
