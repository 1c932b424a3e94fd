import { ApiCommand } from './api-command.ts'
import type { Listed } from './list.ts'
import { type Column, table } from './table.ts'

/** A command that shows a list. */
export abstract class ListCommand extends ApiCommand {
  /** The table, or a sentence where there is nothing, and how to see the rest. */
  protected printList<T>(list: Listed<T>, columns: readonly Column<T>[], whenEmpty: string): void {
    if (list.data.length === 0) this.say(whenEmpty)
    else this.print(table(list.data, columns))
    if (list.nextCursor) this.say(`These are the first ${list.data.length}. See them all with --all.`)
  }
}
