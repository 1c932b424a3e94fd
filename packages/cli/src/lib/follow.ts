import { ConnectionError } from '@letsmeet/sdk'

export interface FollowOptions {
  /** Whether to go on when everything was shown. */
  follow: boolean
  intervalMs: number
  /** Told when the connection is lost, and when it is back. */
  onConnection: (isBack: boolean) => void
}

/** What is new, again and again; while the server cannot be reached, nothing. */
export async function* follow<T>(readNew: () => AsyncIterable<T>, options: FollowOptions) {
  for (;;) {
    yield* patient(readNew, options)
    if (!options.follow) return
    await new Promise((resolve) => setTimeout(resolve, options.intervalMs))
  }
}

async function* patient<T>(readNew: () => AsyncIterable<T>, { follow, onConnection }: FollowOptions) {
  try {
    yield* readNew()
    onConnection(true)
  } catch (error) {
    if (!follow || !isConnection(error)) throw error
    onConnection(false)
  }
}

const isConnection = (error: unknown) => error instanceof ConnectionError || error instanceof TypeError
