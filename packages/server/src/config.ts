import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { chosenEngine } from './engine-choice.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  LETSMEET_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LETSMEET_DATA: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  LETSMEET_OWNER_EMAIL: z.email().or(z.literal('owner@localhost')).default('owner@localhost'),
  LETSMEET_OWNER_TIMEZONE: z.string().default(Intl.DateTimeFormat().resolvedOptions().timeZone),
  LETSMEET_KEY_FILE: z.string().optional(),
  LETSMEET_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  LETSMEET_MAIL_FROM: z.string().default('LetsMeet <letsmeet@localhost>'),
  LETSMEET_TRUSTED_PROXIES: z.string().default(''),
  LETSMEET_WEBHOOK_ALLOW_CIDRS: z.string().default(''),
  LETSMEET_SIGN_UP: z.enum(['open', 'domains', 'closed']).default('closed'),
  LETSMEET_DEFAULT_PLAN: z.enum(['free', 'pro', 'enterprise']).default('free'),
  LETSMEET_SECRET: z.string().min(16).optional(),
  LETSMEET_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  LETSMEET_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export interface Config {
  port: number
  host: string
  /** What links say, without a trailing slash; null until the port is known when none was set. */
  publicUrl: string | null
  dataFolder: string
  databaseUrl: string
  ownerEmail: string
  ownerTimezone: string
  keyFile: string
  smtpUrl: string | null
  mailFrom: string
  trustedProxies: string[]
  /** Private ranges that webhooks may reach. */
  webhookAllowCidrs: string[]
  signUp: 'open' | 'domains' | 'closed'
  defaultPlan: 'free' | 'pro' | 'enterprise'
  secret: string | null
  /** `off` for benchmarks, or behind a gateway that counts. */
  rateLimits: 'on' | 'off'
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Where the command line keeps its profiles. */
  profileFile: string
}

/** Reads the environment, and a `.env` file in the data folder for what the environment does not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(dropEmpty(withDotEnv(env)))
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`These settings are not valid:\n${wrong.join('\n')}`)
  }
  const value = parsed.data
  const dataFolder = resolve(value.LETSMEET_DATA)
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.LETSMEET_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataFolder,
    databaseUrl: value.DATABASE_URL ?? `sqlite:${join(dataFolder, 'letsmeet.db')}`,
    ownerEmail: value.LETSMEET_OWNER_EMAIL,
    ownerTimezone: value.LETSMEET_OWNER_TIMEZONE,
    keyFile: resolve(value.LETSMEET_KEY_FILE ?? join(dataFolder, 'owner.key')),
    smtpUrl: value.LETSMEET_SMTP_URL ?? null,
    mailFrom: value.LETSMEET_MAIL_FROM,
    trustedProxies: listOf(value.LETSMEET_TRUSTED_PROXIES),
    webhookAllowCidrs: listOf(value.LETSMEET_WEBHOOK_ALLOW_CIDRS),
    signUp: value.LETSMEET_SIGN_UP,
    defaultPlan: value.LETSMEET_DEFAULT_PLAN,
    secret: value.LETSMEET_SECRET ?? null,
    rateLimits: value.LETSMEET_RATE_LIMITS,
    log: value.LETSMEET_LOG,
    profileFile: join(env.XDG_CONFIG_HOME || join(env.HOME || dataFolder, '.config'), 'letsmeet', 'config.json'),
  }
}

/** A setting that stops the server; its message is for the operator. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Which engine this process speaks; it must be known before the tables are declared. */
export const dialect: 'sqlite' | 'postgres' = chosenEngine() ?? engineOf(withDotEnv(process.env).DATABASE_URL)

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

function engineOf(databaseUrl = ''): 'sqlite' | 'postgres' {
  return /^postgres(ql)?:/.test(databaseUrl) ? 'postgres' : 'sqlite'
}

function withDotEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const file = join(resolve(env.LETSMEET_DATA || './data'), '.env')
  if (env === process.env && existsSync(file)) process.loadEnvFile(file)
  return env
}

function dropEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}
