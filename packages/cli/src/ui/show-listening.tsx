import { render } from 'ink'
import type { Heard, Listener, ListenUpdate } from '../webhooks/listener.ts'
import { ListenView } from './listen-view.tsx'

interface Shown {
  header: readonly string[]
  zone: string
  /** Whether there is a program to send an event to once more. */
  canResend: boolean
  listenerFor: (tell: (update: ListenUpdate) => void) => Listener
  /** Ends listening, because a person pressed q or Ctrl-C. */
  stop: (how: 'quit' | 'interrupted') => void
}

/** Shows what is heard until it ends, or a person ends it. */
export async function showListening({ header, zone, canResend, listenerFor, stop }: Shown): Promise<Heard> {
  let heard: Heard = { failed: 0, lastSeq: undefined }
  let listener: Listener | undefined
  const run = async (tell: (update: ListenUpdate) => void) => {
    listener = listenerFor(tell)
    heard = await listener.run()
  }
  const resend = canResend
    ? async (delivery: Parameters<Listener['resend']>[0]) => listener?.resend(delivery)
    : undefined
  const app = render(<ListenView header={header} zone={zone} run={run} resend={resend} onStop={stop} />, {
    exitOnCtrlC: false,
  })
  await app.waitUntilExit()
  return heard
}
