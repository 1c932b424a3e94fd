import { isDeepStrictEqual } from 'node:util'
import { subscribe } from '../events/service.ts'
import { dataOf } from '../webhooks/announced.ts'
import { isWebhookType } from '../webhooks/catalogue.ts'

/** Holds what the events of all tests tell to what the API document promises: the change fails otherwise. */
export const holdEventsToTheirPromise = (): (() => void) =>
  subscribe('', async (_, __, { type, data }) => {
    if (!isWebhookType(type)) return
    // As JSON, which knows no undefined.
    const told: unknown = JSON.parse(JSON.stringify(data))
    const promised = dataOf(type)?.parse(told) ?? told
    if (isDeepStrictEqual(promised, told)) return
    throw new Error(`The data of ${type} holds fields that nobody promised: ${JSON.stringify(told)}`)
  })
