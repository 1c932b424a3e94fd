import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MailWithBody } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { mailHead } from '../views/mail.ts'
import { ApiCommand } from './api-command.ts'
import { showInBrowser } from './browser.ts'
import { cleanText } from './clean.ts'
import { notFoundError } from './failure.ts'
import { shownIn, timezoneFlag } from './flags.ts'

export const readFlags = {
  html: Flags.boolean({ description: 'Print the HTML.', exclusive: ['ics'] }),
  ics: Flags.boolean({ description: 'Print the calendar invitation.' }),
  timezone: timezoneFlag,
}

export const openFlags = {
  print: Flags.boolean({ description: 'Only write the file and print its path.' }),
}

interface ReadFlags {
  html: boolean
  ics: boolean
  timezone?: string | undefined
}

/** A command that shows one mail. */
export abstract class MailReader extends ApiCommand {
  /** Its head and text, or the part that is asked for; `again` is the command that read it. */
  protected show(mail: MailWithBody, flags: ReadFlags, again: string): void {
    if (flags.html || flags.ics) this.part(flags.html ? mail.html : mail.calendar?.content)
    else this.whole(mail, shownIn(flags), again)
  }

  /** Writes the HTML where only you can read it, and shows it as its reader sees it. */
  protected open(mail: MailWithBody, flags: { print: boolean }): { file: string } {
    if (!mail.html) throw notFoundError('This mail has no HTML: an SMTP server has taken it.')
    const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-mail-')), 'mail.html')
    writeFileSync(file, mail.html, { mode: 0o600 })
    this.print(file)
    if (process.stdout.isTTY && !flags.print && !this.jsonEnabled()) showInBrowser(file)
    return { file }
  }

  private whole(mail: MailWithBody, zone: string, again: string): void {
    this.print(`${mailHead(mail, zone)}\n`)
    this.print(
      mail.text === null ? '(The text was handed to the SMTP server and is not kept.)' : cleanText(mail.text).trimEnd(),
    )
    if (mail.calendar) this.done('', `${again} --ics`)
  }

  /** As it is, for other programs; only a terminal needs protection. */
  private part(content: string | null | undefined): void {
    if (!content) throw notFoundError('This mail has no such part.')
    if (!this.jsonEnabled()) process.stdout.write(process.stdout.isTTY ? cleanText(content) : content)
  }
}
