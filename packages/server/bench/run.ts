// `pnpm bench`: every figure with its baseline, measured in one run; exit 1 when a promise is not kept.
import { benchEmbedded } from './embedded.ts'
import { benchHttp } from './http.ts'
import { benchImport } from './import.ts'
import { benchPeople } from './people.ts'
import { benchPlatform } from './platform.ts'
import { benchReminders } from './reminders.ts'
import type { Row } from './row.ts'
import { benchSandbox } from './sandbox.ts'
import { benchSlots } from './slots.ts'
import { benchWebhooks } from './webhooks.ts'

const slots = benchSlots().map((row): Row => ({ ...row, target: `<= ${row.target}` }))
const rows: Row[] = [
  ...slots,
  ...(await benchPlatform()),
  ...benchEmbedded(),
  ...(await benchSandbox()),
  ...(await benchWebhooks()),
  ...(await benchReminders()),
  ...(await benchHttp()),
  ...(await benchPeople()),
  ...(await benchImport()),
]

const width = Math.max(...rows.map((row) => row.name.length))
for (const row of rows) {
  const digits = row.value >= 1000 ? 0 : row.value >= 10 ? 1 : 3
  const value = row.value.toFixed(digits).padStart(10)
  const verdict = row.ok === undefined ? '' : row.ok ? 'ok' : 'MISSED'
  console.log(`${row.name.padEnd(width)} ${value} ${row.unit.padEnd(10)} ${(row.target ?? '').padEnd(10)} ${verdict}`)
}
process.exitCode = rows.some((row) => row.ok === false) ? 1 : 0
