/** The server as a program; its package publishes it without types. */
declare module '@letsmeet/server/main' {
  export function serve(args?: readonly string[]): Promise<void>
  export function explainFailure(error: unknown): never
}
