/** An address that no server would take, or that would smuggle in a second recipient. */
export class UndeliverableError extends Error {
  override name = 'UndeliverableError'
}

/**
 * Whether trying this mail again is pointless: the server refused its recipient or its content with a 5xx
 * (RFC 5321, 4.2.1). A refused password or sender is the operator's to mend, so such mail waits.
 */
export function isPermanent(error: unknown): boolean {
  if (error instanceof UndeliverableError) return true
  if (!(error instanceof Error) || !('permanent' in error) || !('command' in error)) return false
  return error.permanent === true && (error.command === 'RCPT TO' || error.command === 'DATA')
}
