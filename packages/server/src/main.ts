import { realpathSync } from 'node:fs'
import { ConfigError, readConfig } from './config.ts'
import { fillProfile, firstRun, makeDataFolder, readSecret } from './first-run.ts'
import { type LetsMeetServer, startServer } from './server.ts'

/** Starts the server as a process: prints where it is, stops on SIGTERM and SIGINT, answers for the exit code. */
export async function serve(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const config = readConfig()
  makeDataFolder(config)
  const server = await startServer(config, { secret: readSecret(config) })
  stopOnSignal(server)
  const made = await firstRun(server.services, config)
  if (made) {
    const profile = keepProfile(() => fillProfile(config, server.url, made.apiKey))
    say(welcome(server.url, made.owner.username, made.signInUrl, config.keyFile, profile))
  }
  if (args.includes('--demo')) {
    const { seedDemo } = await import('./demo.ts')
    say(await seedDemo(server.services))
  }
  server.work.wake()
  process.stdout.write(`LetsMeet is ready on ${server.url}\n`)
}

function stopOnSignal(server: LetsMeetServer): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 9500).unref()
    await server.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function keepProfile(write: () => void): string {
  try {
    write()
    return 'The command line knows this server already (profile “default”).'
  } catch (error) {
    return `The command line's profile could not be written (${error instanceof Error ? error.message : error}); use letsmeet login.`
  }
}

const welcome = (url: string, username: string, signInUrl: string, keyFile: string, profile: string) => `
  Welcome to LetsMeet.

  Booking page   ${url}/${username}
  Dashboard      ${signInUrl}
                 (signs you in once, within 15 minutes)
  API key        in ${keyFile}

  ${profile}
  Try next:
    npx letsmeet whoami
    npx letsmeet slots list 30min
    curl -H "Authorization: Bearer $(cat ${keyFile})" ${url}/api/v1/me

`

const say = (text: string) => void process.stderr.write(text)

/** Ends the process with a sentence that says what to do, when a start can't succeed. */
export function explainFailure(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof ConfigError) say(`${error.message}\n`)
  else if (code === 'EADDRINUSE')
    say('This port is taken. Stop what listens there, or choose another one with PORT=3001.\n')
  else if (code === 'EACCES') say(`This account may not do that: ${error instanceof Error ? error.message : ''}\n`)
  else say(`LetsMeet could not start: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
  process.exit(1)
}

// `import.meta.main` came with Node 24.2; this program runs on 22.
if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) await serve().catch(explainFailure)
