/** Where the server runs inside another program, the environment is that program's and says nothing of our database. */
let chosen: 'sqlite' | null = null

/** Before anything that declares a table is loaded. */
export function chooseSqlite(): void {
  chosen = 'sqlite'
}

export const chosenEngine = (): 'sqlite' | null => chosen
