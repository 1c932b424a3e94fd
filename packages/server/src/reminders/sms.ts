/** Text messages go through one method; whoever has a provider puts it here. */
export interface SmsSender {
  /** `to` is empty where no phone number is known. */
  send(message: { to: string; text: string }): Promise<SmsAnswer>
}

export type SmsAnswer =
  | { isSent: true }
  /** Kept in the mailbox to be read, and sent to nobody. */
  | { isSent: 'captured' }
  | { isSent: false; reason: 'sms_not_configured' | 'no_phone' }

/** The default: no provider is known, and the ledger says so. */
export const noSms: SmsSender = { send: async () => ({ isSent: false, reason: 'sms_not_configured' }) }

/** In a sandbox: what would be sent is there to be read. */
export const capturedSms: SmsSender = {
  send: async ({ to }) => (to === '' ? { isSent: false, reason: 'no_phone' } : { isSent: 'captured' }),
}
