/** How long a stop waits for what runs. */
const patienceMs = 5000

/**
 * Waits for what runs, and not for ever: what hangs, say on a silent SMTP server, is left behind, and its lease goes back
 * so that another run takes it.
 */
export async function restPatiently(rest: () => Promise<void>): Promise<void> {
  const patience = new Promise<void>((resolve) => void setTimeout(resolve, patienceMs).unref())
  await Promise.race([rest(), patience])
}
