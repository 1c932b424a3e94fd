/** Hosts are away, work other hours, and change their minds about event types and reminders. */
import { must } from '../attempt.ts'
import { drawSteps, drawWeek } from '../cast.ts'
import { planAnew, workflowOf } from '../reminding.ts'
import { dayMs, hourMs, instantText, minuteMs, wallAt } from '../wall.ts'
import { type Absence, nameIn, type Workflow, type World } from '../world.ts'

export async function goAway(world: World): Promise<void> {
  const dice = world.dice('away')
  const here = world.absences.filter((one) => one.end > world.now)
  if (here.length > 6) {
    const absence = dice.pick(here)
    const call =
      absence.sort === 'time off' ? world.api.timeOff.delete(absence.id) : world.api.busyBlocks.delete(absence.id)
    await must(`taking back ${absence.name}`, call)
    world.absences = world.absences.filter((one) => one !== absence)
    world.trace.add(world.now, `${absence.host.name} is there after all: ${absence.name}`)
    return
  }
  const host = dice.pick(world.hosts)
  const sort = dice.pick(['time off', 'busy block'] as const)
  const start = Math.floor((world.now + dice.roll(8 * 24) * hourMs) / (15 * minuteMs)) * 15 * minuteMs
  const end = start + (sort === 'time off' ? dice.between(1, 60) * hourMs : dice.between(1, 12) * 15 * minuteMs)
  const wish = { userId: host.id, start: new Date(start), end: new Date(end) }
  const call = sort === 'time off' ? world.api.timeOff.create(wish) : world.api.busyBlocks.create(wish)
  const { id } = await must(`${sort} of ${host.name}`, call)
  const absence: Absence = { name: nameIn([...world.absences, ...world.meetings], 'a'), id, host, sort, start, end }
  world.absences.push(absence)
  world.trace.add(
    world.now,
    `${sort} ${absence.name} of ${host.name} from ${instantText(start)} to ${instantText(end)}`,
  )
}

/** Other hours from now on, or on one day; what is booked stays. */
export async function changeHours(world: World): Promise<void> {
  const dice = world.dice('hours')
  const host = dice.pick(world.hosts)
  const isWeek = dice.chance(0.4)
  const { date } = wallAt(world.now + dice.roll(9) * dayMs, host.hours.zone)
  const windows = dice.pick([[], [{ start: '06:00', end: '11:30' }], [{ start: '00:00', end: '24:00' }]])
  const others = host.hours.overrides.filter((one) => one.date !== date)
  host.hours = isWeek
    ? { ...host.hours, weekly: drawWeek(dice) }
    : { ...host.hours, overrides: [...others, { date, windows }] }
  const { weekly, overrides } = host.hours
  await must(`other hours of ${host.name}`, world.api.schedules.update(host.scheduleId, { weekly, overrides }))
  world.trace.add(world.now, `${host.name} changes ${isWeek ? 'the week' : `${date} to ${JSON.stringify(windows)}`}`)
}

/** New buffers count for what is booked from now on. */
export async function changeBuffers(world: World): Promise<void> {
  const dice = world.dice('buffers')
  // Those who share a session keep the same time clear.
  const kind = dice.pick(world.kinds.filter((one) => one.seats === 1))
  const before = dice.pick([0, 5, 10])
  const after = dice.pick([0, 10, 20])
  const change = { bufferBeforeMinutes: before, bufferAfterMinutes: after }
  await must(`buffers of ${kind.name}`, world.api.eventTypes.update(kind.id, change))
  kind.before = before
  kind.after = after
  world.trace.add(world.now, `${kind.name} has buffers of ${before} and ${after}`)
}

/** Some steps stay, some go, some come; what was sent of a step is not sent again. */
export async function changeSteps(world: World): Promise<void> {
  const dice = world.dice('workflows')
  const flow = dice.pick(world.workflows)
  const kept = dice.some(flow.steps, dice.between(0, flow.steps.length))
  const offsets = new Set(kept.map((one) => one.offsetMinutes))
  const fresh = drawSteps(dice).filter((one) => !offsets.has(one.offsetMinutes))
  const [first, ...rest] = [...kept, ...fresh].slice(0, 10)
  if (!first) return
  // Now and then a step that stays is moved.
  const offsetMinutes = dice.chance(0.3) && !offsets.has(-240) ? -240 : first.offsetMinutes
  const steps = [{ ...first, offsetMinutes }, ...rest].map(
    ({ subject: _, body: __, ...step }: Partial<Record<'subject' | 'body', unknown>> & typeof first) => step,
  )
  const changed = await must(`the steps of ${flow.name}`, world.api.reminderWorkflows.update(flow.id, { steps }))
  flow.steps = changed.steps as Workflow['steps']
  planAnew(world, (kind) => workflowOf(world, kind) === flow)
  world.trace.add(
    world.now,
    `${flow.name} is now ${flow.steps.map((one) => `${one.offsetMinutes} ${one.channel} ${one.recipient}`).join(', ')}`,
  )
}

/** An event type follows another workflow, or none of its own. */
export async function chooseWorkflow(world: World): Promise<void> {
  const dice = world.dice('choice of workflow')
  const kind = dice.pick(world.kinds)
  const flow = dice.pick([null, ...world.workflows.slice(0, 2)])
  await must(
    `another workflow for ${kind.name}`,
    world.api.eventTypes.update(kind.id, { reminderWorkflowId: flow?.id ?? null }),
  )
  const isOther = kind.workflow !== flow
  kind.workflow = flow
  if (isOther) planAnew(world, (one) => one === kind)
  world.trace.add(world.now, `${kind.name} follows ${flow?.name ?? 'what its host or everybody does'}`)
}
