/** Makes a sandbox, and everybody in it, through the API. */
import { LetsMeet, type NewEventType } from '@letsmeet/sdk'
import { must } from './attempt.ts'
import { drawGuests, drawHosts, drawKinds, drawSteps, firstInstant, type HostDraft, type KindDraft } from './cast.ts'
import { nothingYet } from './counts.ts'
import { type Dice, diceOf } from './dice.ts'
import { newest } from './log.ts'
import { startReceiver } from './receiver.ts'
import { startTrace } from './trace.ts'
import { dayMs } from './wall.ts'
import type { Endpoint, Host, Kind, Workflow, World } from './world.ts'

export interface Server {
  url: string
  apiKey: string
}

export async function setStage(server: Server, { seed, days }: { seed: number; days: number }): Promise<World> {
  const streams = new Map<string, Dice>()
  const dice = (stream: string): Dice => {
    const known = streams.get(stream) ?? diceOf(seed, stream)
    streams.set(stream, known)
    return known
  }
  const now = firstInstant(dice('time'), days)
  const owner = new LetsMeet({ baseUrl: server.url, apiKey: server.apiKey, maxRetries: 0 })
  const sandbox = await must('a sandbox', owner.sandboxes.create({ name: `Seed ${seed}`, now: new Date(now) }))
  const api = new LetsMeet({ baseUrl: server.url, apiKey: sandbox.apiKey, maxRetries: 0 })
  const hosts: Host[] = []
  for (const draft of drawHosts(dice('hosts'))) hosts.push(await addHost(api, draft))
  const workflows: Workflow[] = []
  for (const name of ['Workflow-1', 'Workflow-2']) workflows.push(await addWorkflow(api, dice('steps'), { name }))
  const fallback = await addWorkflow(api, dice('steps'), { name: 'Workflow-3', scope: 'organization' })
  const [first] = hosts
  const own = first && (await addWorkflow(api, dice('steps'), { name: 'Workflow-4', scope: 'user', userId: first.id }))
  const kinds: Kind[] = []
  for (const draft of drawKinds(dice('kinds'), hosts.length)) {
    const workflow = dice('kinds').chance(0.3) ? dice('kinds').pick(workflows) : null
    kinds.push(await addKind(api, draft, { hosts, workflow }))
  }
  const receiver = await startReceiver(seed)
  const world: World = {
    seed,
    now,
    step: 0,
    endsAt: now + days * dayMs,
    api,
    // An empty key, so that none is taken from the environment.
    open: new LetsMeet({ baseUrl: server.url, apiKey: '', maxRetries: 0 }),
    receiver,
    dice,
    trace: startTrace(),
    counts: nothingYet(hosts.length),
    hosts,
    kinds,
    guests: drawGuests(dice('guests')),
    workflows: [...workflows, fallback, ...(own ? [own] : [])],
    fallback,
    ofHost: new Map(first && own ? [[first.id, own]] : []),
    meetings: [],
    holds: [],
    absences: [],
    links: [],
    endpoints: [],
    log: [],
    expected: [],
    compared: 0,
  }
  world.endpoints = [
    await addEndpoint(world, {
      name: 'Endpoint-1',
      path: '/one',
      types: ['booking.*', 'reminder.*'],
      ordering: 'none',
    }),
    await addEndpoint(world, { name: 'Endpoint-2', path: '/two', types: ['*'], ordering: 'per_booking' }),
  ]
  world.log = await newest(api)
  world.compared = world.log.length
  tellOf(world)
  return world
}

async function addHost(api: LetsMeet, { name, zone, weekly, limits }: HostDraft): Promise<Host> {
  const email = `${name.toLowerCase()}@hosts.example.com`
  const member = await must(
    `the host ${name}`,
    api.organization.members.create({ name, email, timezone: zone, signIn: false, limits }),
  )
  const { data } = await api.schedules.list({ userId: member.id })
  const [schedule] = data
  if (!schedule) throw new Error(`${name} has no schedule.`)
  await must(`hours of ${name}`, api.schedules.update(schedule.id, { weekly: weekly }))
  const { id, username } = member
  return { name, id, email, username, scheduleId: schedule.id, hours: { zone, weekly, overrides: [] }, limits }
}

async function addWorkflow(
  api: LetsMeet,
  dice: Dice,
  {
    name,
    scope = 'event_type',
    userId,
  }: { name: string; scope?: 'event_type' | 'organization' | 'user'; userId?: string },
): Promise<Workflow> {
  const wanted = { name, scope, isDefault: scope !== 'event_type', steps: drawSteps(dice), ...(userId && { userId }) }
  const made = await must(`the workflow ${name}`, api.reminderWorkflows.create(wanted))
  return { name, id: made.id, steps: made.steps as Workflow['steps'] }
}

async function addKind(
  api: LetsMeet,
  draft: KindDraft,
  { hosts, workflow }: { hosts: readonly Host[]; workflow: Workflow | null },
): Promise<Kind> {
  const chosen = draft.hosts.flatMap((place) => hosts.slice(place, place + 1))
  const [owner] = chosen
  if (!owner) throw new Error('An event type has no host.')
  const wanted: NewEventType = {
    title: draft.name,
    ownerId: owner.id,
    durationMinutes: draft.minutes,
    intervalMinutes: draft.interval,
    bufferBeforeMinutes: draft.before,
    bufferAfterMinutes: draft.after,
    minNoticeMinutes: draft.notice,
    window: draft.windowDays === null ? { kind: 'unlimited' } : { kind: 'rolling', days: draft.windowDays },
    limits: draft.limits,
    seats: draft.seats,
    requiresConfirmation: draft.asks,
    scheduling: draft.scheduling,
    hosts: chosen.map((host, place) => ({ userId: host.id, weight: draft.weights[place] ?? 1 })),
    reminderWorkflowId: workflow?.id ?? null,
  }
  const { id, slug } = await must(`the event type ${draft.name}`, api.eventTypes.create(wanted))
  const { hosts: _, weights: __, interval: ___, ...kind } = draft
  // Limits of several hosts count in the organization's zone, which is UTC.
  const zone = draft.scheduling === 'individual' ? owner.hours.zone : 'UTC'
  return { ...kind, id, slug, owner, hosts: chosen, zone, workflow }
}

async function addEndpoint(
  { api, receiver }: World,
  { name, path, types, ordering }: Pick<Endpoint, 'name' | 'path' | 'types' | 'ordering'>,
): Promise<Endpoint> {
  const url = `${receiver.url}${path}`
  const { secret } = await must(name, api.webhookEndpoints.create({ url, eventTypes: [...types], ordering }))
  receiver.secrets.set(path, secret)
  return { name, path, types, ordering, since: 0, downUntil: null, restUntil: 0 }
}

function tellOf({ trace, now, hosts, kinds, workflows, seed }: World): void {
  trace.add(now, `seed ${seed}`)
  for (const { name, hours, limits } of hosts)
    trace.add(now, `host ${name} in ${hours.zone}, limits ${JSON.stringify(limits)}`)
  for (const kind of kinds) {
    const { name, scheduling, minutes, before, after, seats, limits, asks } = kind
    const with_ = kind.hosts.map((host) => host.name).join(' and ')
    trace.add(
      now,
      `${name}: ${scheduling}, ${minutes} min, buffers ${before}/${after}, ${seats} seats, limits ${JSON.stringify(limits)}, ${asks ? 'asks, ' : ''}with ${with_}`,
    )
  }
  for (const { name, steps } of workflows) {
    trace.add(now, `${name}: ${steps.map((one) => `${one.offsetMinutes} ${one.channel} ${one.recipient}`).join(', ')}`)
  }
}
