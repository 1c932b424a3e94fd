import type { MovedSandboxClock, SandboxClock } from '@letsmeet/sdk'
import { journeyText } from '../views/journey.ts'
import { clockCard } from '../views/sandboxes.ts'
import { ApiCommand } from './api-command.ts'
import type { ConnectionFlags } from './connection.ts'
import { sandboxFlag, shownIn, timezoneFlag } from './flags.ts'
import { travel } from './journey.ts'
import { withProgress } from './progress.ts'
import { sandboxIn } from './sandbox.ts'
import { onStderr } from './style.ts'
import { moment } from './time.ts'

export const clockFlags = { sandbox: sandboxFlag, timezone: timezoneFlag }

interface ClockFlags extends ConnectionFlags {
  sandbox?: string | undefined
  timezone?: string | undefined
}

/** A command about the clock of a sandbox. */
export abstract class ClockCommand extends ApiCommand {
  /** Moves the clock and tells what happened on the way. */
  protected async moveTo(flags: ClockFlags, targetFrom: (now: Date) => Date): Promise<MovedSandboxClock> {
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const id = await sandboxIn(letsmeet, flags)
    const progress = async () => {
      const { now } = await letsmeet.sandboxes.clock.show(id)
      return onStderr('dim', `On the way: it is ${moment(now, zone)} …`)
    }
    const { isWhole, ...moved } = await withProgress(progress, () => travel(letsmeet, id, targetFrom))
    this.print(journeyText({ ...moved, isWhole }, zone))
    if (moved.happened.some(({ kind }) => kind === 'mail')) this.done('', 'letsmeet mailbox list')
    return moved
  }

  /** Stops the clock, or lets it run. */
  protected async hold(flags: ClockFlags, frozen: boolean): Promise<SandboxClock> {
    const letsmeet = this.connect(flags)
    const { now, ...clock } = await letsmeet.sandboxes.clock.move(await sandboxIn(letsmeet, flags), { frozen })
    this.print(clockCard({ now, frozen: clock.frozen }, shownIn(flags)))
    return { now, ...clock }
  }
}
