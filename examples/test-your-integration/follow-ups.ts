/** Whom to ask how the demo was. In your program a table, whose unique id makes a repeated event harmless. */
export class FollowUps {
  readonly #due = new Map<string, string>()

  add(bookingId: string, email: string): void {
    this.#due.set(bookingId, email)
  }

  due(): string[] {
    return [...this.#due.values()]
  }
}
