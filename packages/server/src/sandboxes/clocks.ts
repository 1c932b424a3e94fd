/** A clock as it was moved. */
export interface Moved {
  from: Date
  target: Date
  now: Date
  /** False where it took too long to get there. */
  arrived: boolean
}

/** A move that may be asked for again. */
export interface NamedMove {
  key: string
  /** What was asked under it. */
  wish: string
}

/** Runs what falls due in sandboxes, each by its own clock. */
export interface Clockworks {
  /** Something may fall due there: somebody has just looked in. */
  touch(organizationId: string): void
  /** Looks wherever something may have fallen due while the server was down. */
  resume(): Promise<void>
  /** Looks where somebody was of late. */
  wake(): void
  /** Runs all that is due there at its own present. */
  settle(organizationId: string): Promise<void>
  settleAll(): Promise<void>
  /**
   * Moves a clock, and lets everything on the way happen at its own time; it stands still then. Under the key that
   * moved it last it goes where it went then, and no farther.
   */
  move(organizationId: string, targetOf: (now: Date) => Date, named?: NamedMove): Promise<Moved>
  /** Stops a clock where it is, or lets it run on from there. */
  hold(organizationId: string, frozen: boolean): Promise<void>
  stop(): Promise<void>
}
