import { type Command, Config, settings } from '@oclif/core'
import { beforeAll, expect, test } from 'vitest'
import { commandIds } from './testing/commands.ts'
import { cliFor, sources } from './testing/run.ts'

const letsmeet = cliFor({ url: 'http://localhost:65530', apiKey: 'lm_test_none' })
let commands: Command.Loadable[]

beforeAll(async () => {
  settings.enableAutoTranspile = false
  commands = (await Config.load(sources)).commands
})

test('the first page names every command or its topic', async () => {
  const { stdout } = await letsmeet.ok('--help')
  for (const id of commandIds) expect(stdout).toMatch(new RegExp(`^ {2}${id.split(' ')[0]} +\\S`, 'm'))
  expect((await letsmeet.ok()).stdout).toBe(stdout)
  expect((await letsmeet.ok('help')).stdout).toBe(stdout)
})

test('every command says what it does, what its flags mean, and gives an example', async () => {
  for (const { id, description = '', flags, args, examples = [] } of commands) {
    expect(description, id).toMatch(/^[A-Z].*\.(\n|$)/)
    expect(examples, id).not.toHaveLength(0)
    for (const [name, flag] of Object.entries(flags)) expect(flag.description, `${id} --${name}`).toBeTruthy()
    for (const [name, arg] of Object.entries(args)) expect(arg.description, `${id} ${name}`).toBeTruthy()
  }
})

test('every example names a command and flags that exist', () => {
  for (const { id, examples = [] } of commands)
    for (const example of examples) {
      const text = typeof example === 'string' ? example : example.command
      const words =
        text
          .replace(/^<%= config.bin %> /, '')
          .replaceAll(/"[^"]*"|'[^']*'/g, 'QUOTED')
          .split(/ [|<>]/)[0]
          ?.split(' ') ?? []
      const named = commands.find((command) => [words.slice(0, 2).join(':'), words[0]].includes(command.id))
      expect(named, `${id}: ${text}`).toBeDefined()
      for (const word of words.filter((each) => each.startsWith('--'))) {
        const flag = word.replace(/^--(no-)?/, '').replace(/=.*/, '')
        const known = Object.keys(named?.flags ?? {})
        expect(
          known.some((each) => each === flag || `--${each}` === word),
          `${text}: ${word}`,
        ).toBe(true)
      }
    }
})

test('a command explains itself, examples before flags', async () => {
  const { stdout } = await letsmeet.ok('bookings', 'cancel', '--help')
  const at = [
    'USAGE\n  $ letsmeet bookings cancel BOOKING [FLAGS]',
    'EXAMPLES',
    'ARGUMENTS',
    '\nFLAGS',
    'GLOBAL FLAGS',
  ].map((part) => stdout.indexOf(part))
  expect(at).toEqual([...at].sort((a, b) => a - b))
  expect(at).not.toContain(-1)
  expect((await letsmeet.ok('help', 'bookings', 'cancel')).stdout).toBe(stdout)
  expect((await letsmeet.ok('help', 'exit-codes')).stdout).toContain('130  Stopped with Ctrl-C.')
})

test.each([
  [['bokings', 'list'], 'There is no command “bokings list”.', 'Did you mean `letsmeet bookings list`?'],
  [['bookings', 'lst'], 'There is no command “bookings lst”.', 'Did you mean `letsmeet bookings list`?'],
  [['bookings', 'show'], 'There is no command “bookings show”.', 'Did you mean `letsmeet bookings get`?'],
  [['help', 'bokings'], 'There is no command “bokings”.', 'Did you mean `letsmeet bookings`?'],
  [['wohami'], 'There is no command “wohami”.', 'Did you mean `letsmeet whoami`?'],
  [['frobnicate'], 'There is no command “frobnicate”.', 'See `letsmeet --help`.'],
  [['whoami', 'now'], '“now” is one argument too many.', 'See `letsmeet whoami --help`.'],
  [['bookings', 'get'], 'Something is missing: letsmeet bookings get BOOKING', 'See `letsmeet bookings get --help`.'],
  [['bookings', 'list', '--stauts', 'pending'], 'There is no flag --stauts.', 'Did you mean --status?'],
  [['bookings', 'list', '--status', 'open'], '--status is one of confirmed, pending', 'not “open”'],
  [['bookings', 'list', '--limit', 'many'], 'many', '--help'],
  [
    ['bookings', 'create', '30min', '--timezone', 'berlin'],
    'There is no time zone “berlin”.',
    'Did you mean Europe/Berlin?',
  ],
  [['bookings', 'create', '30min', '--at', 'noon'], '“noon” is not a time.', '2030-01-08T09:00Z'],
  [['api-keys', 'create'], '--name is missing.', 'api-keys create --help'],
])('%j is refused with a way out', async (args, message, hint) => {
  const { code, stdout, stderr } = await letsmeet(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(`Error: `)
  expect(stderr).toContain(message)
  expect(stderr).toContain(hint)
  const asJson = await letsmeet(...args, '--json')
  expect(asJson.code).toBe(2)
  expect(asJson.json.error).toMatchObject({ code: 'usage', status: null })
})
