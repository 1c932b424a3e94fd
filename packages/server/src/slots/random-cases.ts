/** Random questions for the tests of the engine, near changes of clocks; a seed repeats them. */
import type { Asked, Counted, HostAvailability, Hours, Limits, Rules, Session } from './availability.ts'
import { instant } from './oracle-clock.ts'
import { block, booking, dice, everyDay, sampleRules } from './samples.ts'

// Dates on which something happens to the clock, and a calm one.
const moments: readonly [zone: string, date: string][] = [
  ['Europe/Berlin', '2027-03-28'],
  ['Europe/Berlin', '2027-10-31'],
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2019-02-17'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['Asia/Beirut', '2027-03-28'],
  ['America/Havana', '2027-11-07'],
  ['Asia/Gaza', '2024-04-20'],
  ['America/Santiago', '2027-09-05'],
  ['America/Asuncion', '2023-10-01'],
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Kwajalein', '1993-08-21'],
  ['America/St_Johns', '2010-11-07'],
  ['America/St_Johns', '2010-03-14'],
  ['America/Toronto', '1919-03-31'],
  ['Pacific/Chatham', '2027-04-04'],
  ['Asia/Kathmandu', '2027-05-05'],
  ['Europe/Dublin', '2027-10-31'],
  ['Africa/Casablanca', '2027-02-07'],
  ['Antarctica/Troll', '2027-03-28'],
  ['America/Caracas', '2016-05-01'],
  ['Asia/Pyongyang', '2018-05-05'],
  ['UTC', '2099-12-31'],
]

export interface Case {
  rules: Rules
  hosts: HostAvailability[]
  asked: Asked
}

/** One random question about a day or two near a change of clocks. */
export function randomCase(seed: number): Case {
  const roll = dice(seed)
  const pick = <T>(values: readonly T[]): T => {
    const value = values[roll(values.length)]
    if (value === undefined) throw new Error('There is nothing to pick from.')
    return value
  }
  const [zone, date] = pick(moments)
  const noon = instant(date, '12:00', zone)
  const start = noon - 1440 + roll(1440)
  const nowMs = (start - 2880 + roll(4000)) * 60_000 + roll(60_000)
  const moment = (): number => start - 720 + roll(2880)
  const quarter = (): number => Math.floor(moment() / 15) * 15
  const some = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: roll(most + 1) }, (_, i) => make(i))
  const clock = (): string => `${String(roll(24)).padStart(2, '0')}:${pick(['00', '00', '15', '30', '50'])}`
  const window = (): { start: string; end: string } => {
    const [from = '00:00', until = '24:00'] = [clock(), clock()].sort()
    return { start: pick([from, '00:00']), end: until > from ? pick([until, '24:00']) : '24:00' }
  }
  const hoursIn = (timezone: string): Hours => ({
    timezone,
    weekly:
      roll(4) === 0
        ? [{ days: everyDay, start: '00:00', end: '24:00' }]
        : [
            ...some(3, () => ({ days: everyDay.filter(() => roll(2) === 0), ...window() })),
            { days: everyDay, ...window() },
          ],
    overrides: some(2, () => {
      const day = Temporal.PlainDate.from(date).add({ days: roll(4) - 2 })
      return { date: day.toString(), windows: some(2, window) }
    }),
  })
  const counted = (): Counted[] => some(4, () => ({ start: moment(), minutes: 15 * (1 + roll(6)) }))
  const limits = (): Limits | undefined =>
    roll(3) > 0
      ? undefined
      : {
          bookings: { [pick(['day', 'week', 'month', 'year'])]: 1 + roll(4) },
          minutes: { [pick(['day', 'week'])]: 30 * (1 + roll(8)) },
        }
  const span = (most: number): { start: number; end: number } => {
    const from = moment()
    return { start: from, end: from + roll(most) }
  }
  const host = (index: number): HostAvailability => {
    const timezone = roll(4) === 0 ? pick(moments)[0] : zone
    const own = limits()
    return {
      userId: `host_${index}`,
      active: roll(12) > 0,
      hours: roll(20) === 0 ? null : hoursIn(timezone),
      bookings: some(4, (at) => {
        const { start: from, end } = span(120)
        return booking(from, end + 1, roll(2) * roll(30), roll(2) * roll(30), `bkg_${at}`)
      }),
      busy: some(4, (at) => block(moment(), 0, { ...span(150), id: `blk_${at}` })),
      timeOff: some(1, () => block(0, 0, { ...span(600), kind: 'time_off', id: 'off_1' })),
      ...(roll(15) === 0 && { unreadableSource: 'https://calendar.example/ada.ics' }),
      ...(own && { limits: own }),
      limitZone: timezone,
      counted: counted(),
    }
  }
  const typeLimits = limits()
  const rules = sampleRules({
    scheduling: pick(['individual', 'collective', 'round_robin']),
    durationMinutes: pick([15, 30, 45, 60, 90, 125]),
    intervalMinutes: pick([5, 15, 30, 45, 50, 60, 75, 7]),
    bufferBeforeMinutes: pick([0, 0, 10, 30]),
    bufferAfterMinutes: pick([0, 0, 5, 45]),
    minNoticeMinutes: pick([0, 0, 60, 1440]),
    window: pick<Rules['window']>([
      { kind: 'unlimited' },
      { kind: 'rolling', days: roll(3) },
      { kind: 'rolling_business', days: roll(3) },
      {
        kind: 'range',
        start: date,
        end: Temporal.PlainDate.from(date)
          .add({ days: roll(2) })
          .toString(),
      },
    ]),
    zone,
    weekStart: pick(['monday', 'sunday']),
    ...(typeLimits && { limits: typeLimits }),
    counted: counted(),
    ...(roll(8) === 0 && {
      narrowed: pick([{ hours: hoursIn(zone) }, { through: moment() }, { starts: some(400, quarter) }]),
    }),
  })
  const people = rules.scheduling === 'individual' ? [host(0)] : [host(0), ...some(2, (at) => host(at + 1))]
  const asked = { start, end: start + roll(1200), nowMs }
  if (roll(3) > 0) return { rules, hosts: people, asked }
  const sessions = some(12, (at): Session => {
    const from = quarter()
    const own = rules.scheduling === 'collective' ? people : [pick(people)]
    const hostIds = own.map(({ userId }) => userId)
    return { start: from, end: from + rules.durationMinutes, sessionId: `ses_${at}`, taken: 1 + roll(3), hostIds }
  })
  const hosts = people.map((person) => {
    const theirs = sessions.filter(({ hostIds }) => hostIds.includes(person.userId))
    const taken = theirs.map((each) => booking(each.start, each.end, roll(2) * 20, roll(2) * 20, each.sessionId))
    return { ...person, bookings: [...person.bookings, ...taken], busy: person.busy.slice(0, 1) }
  })
  return { rules: { ...rules, seats: 3, sessions }, hosts, asked }
}
