import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { cleanText } from '../../lib/clean.ts'

export default class BookingsIcs extends ApiCommand {
  static override description = 'Print the calendar file of a booking.'
  static override examples = ['<%= config.bin %> bookings ics bk_0WbXkT3nPq7YvLs2DfGh > meeting.ics']
  static override args = bookingArg

  async run(): Promise<string> {
    const { args, flags } = await this.parse(BookingsIcs)
    const calendar = await this.connect(flags).bookings.calendar(args.booking)
    // A calendar program wants the bytes as they are, with CRLF; only a terminal needs protection.
    if (!this.jsonEnabled()) process.stdout.write(process.stdout.isTTY ? cleanText(calendar) : calendar)
    return calendar
  }
}
