import type { LetsMeet, WebhookDelivery } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { attemptText, deliveryCard } from '../views/deliveries.ts'
import { ApiCommand } from './api-command.ts'
import { awaitAttempt, type Tried } from './await-attempt.ts'
import { exitCodes } from './failure.ts'
import { shownIn, timezoneFlag } from './flags.ts'

export const sendFlags = {
  wait: Flags.boolean({ description: 'Wait for the answer and show it.', default: true, allowNo: true }),
  timezone: timezoneFlag,
}

interface SendFlags {
  wait: boolean
  timezone?: string | undefined
}

/** A command that has a delivery sent, and tells what came of it. */
export abstract class DeliveryCommand extends ApiCommand {
  protected async tell(letsmeet: LetsMeet, asked: WebhookDelivery, flags: SendFlags): Promise<Tried> {
    const zone = shownIn(flags)
    if (flags.wait && process.stderr.isTTY) this.say('Waiting for the answer…')
    const tried = flags.wait ? await awaitAttempt(letsmeet, asked) : { delivery: asked, attempt: null }
    const { delivery, attempt } = tried
    this.print(deliveryCard(delivery, zone))
    if (attempt) this.print(`\n${attemptText(attempt, zone)}`)
    if (attempt?.errorCode) process.exitCode = exitCodes.failure
    else if (attempt) this.done('It arrived.', `letsmeet webhooks deliveries ${delivery.endpointId}`)
    else this.done('It is on its way.', `letsmeet webhooks attempts ${delivery.id}`)
    return tried
  }
}
