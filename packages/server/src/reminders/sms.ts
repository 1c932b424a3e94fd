/** Text messages go through one method; whoever has a provider puts it here. */
export interface SmsSender {
  send(message: { to: string; text: string }): Promise<SmsAnswer>
}

export type SmsAnswer = { isSent: true } | { isSent: false; reason: 'sms_not_configured' }

/** The default: no provider is known, and the ledger says so. */
export const noSms: SmsSender = { send: async () => ({ isSent: false, reason: 'sms_not_configured' }) }
