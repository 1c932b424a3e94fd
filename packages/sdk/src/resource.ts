import type { Transport } from './transport.ts'

/** What the generated resources stand on. It has one member, so that an operation may have almost any name. */
export abstract class Resource {
  protected readonly transport: Transport

  constructor(transport: Transport) {
    this.transport = transport
  }
}
