import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation, lockRows } from '../db/dialect.ts'
import { AppError } from '../errors.ts'
import { emitAll } from '../events/service.ts'
import { requireSelfOrAdmin, userOf } from '../permissions.ts'
import { findUserAt } from '../users/directory.ts'
import { malformed, recordsOf } from './csv-records.ts'
import { rewriteWords, writeWords } from './directory.ts'
import { type Column, columnsOf } from './import-columns.ts'
import type { ImportQuery, ImportReport } from './import-model.ts'
import { apply, type Known, meetAll, nobodyKnown, type Outcome, type Planned } from './import-plan.ts'
import { type ImportedRow, type RowFault, readRow } from './import-row.ts'
import { contacts } from './model.ts'
import { changedFields, presentContact } from './present.ts'

const mostRows = 50_000
const mostErrors = 1000
/** Whoever books meanwhile waits for one of them, some 50 ms; smaller ones write the same pages more often. */
const batchSize = 200

interface Numbered {
  row: number
  said: ImportedRow
}

/** Adds and changes contacts from a CSV file as it arrives. Run again, the same file changes nothing more. */
export async function importContacts(
  ctx: Context,
  asked: ImportQuery,
  file: AsyncIterable<Buffer>,
): Promise<ImportReport> {
  const owner = await findUserAt(ctx.db.read, ctx, asked.userId ?? userOf(ctx), '#/userId')
  requireSelfOrAdmin(ctx, owner.id, 'import contacts')
  const dryRun = asked.dryRun ?? false
  const report: ImportReport = {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    failed: 0,
    errors: [],
    columns: [],
    dryRun,
  }
  const note = noteIn(report)
  const known = nobodyKnown()
  const settle = async (batch: readonly Numbered[]) => {
    const rows = batch.map((one) => one.said)
    const outcomes = dryRun ? await judge(ctx, owner.id, rows, known) : await writeAgain(ctx, owner.id, rows)
    outcomes.forEach((outcome, i) => {
      note(batch[i]?.row ?? 0, outcome)
    })
  }
  let batch: Numbered[] = []
  try {
    for await (const { row, said } of rowsOf(file, asked, report)) {
      if ('email' in said) batch.push({ row, said })
      else note(row, said)
      if (batch.length < batchSize) continue
      await settle(batch)
      batch = []
    }
  } catch (error) {
    // What is already written is told of; the rest of the file is one fault.
    const [fault] = error instanceof AppError && error.code === 'invalid_request' ? error.faults : []
    if (!fault || report.rows === 0) throw error
    note(report.rows + 2, [{ column: null, code: fault.code, detail: fault.detail }])
  }
  await settle(batch)
  return report
}

/** The rows below the header that are not empty, counted as a spreadsheet does. */
async function* rowsOf(
  file: AsyncIterable<Buffer>,
  { mapping = {} }: ImportQuery,
  report: ImportReport,
): AsyncGenerator<{ row: number; said: ImportedRow | RowFault[] }> {
  let columns: Column[] | undefined
  let row = 0
  for await (const record of recordsOf(file)) {
    row++
    if (record.every((cell) => cell.trim() === '')) continue
    if (!columns) {
      columns = columnsOf(record, mapping)
      report.columns = columns
      continue
    }
    if (report.rows === mostRows)
      throw malformed('too_many_rows', 'Only the first 50,000 rows were read; send the rest in another file.')
    report.rows++
    yield { row, said: readRow(record, columns) }
  }
  if (!columns) throw malformed('empty_file', 'The file is empty; its first row names the columns.')
}

const noteIn = (report: ImportReport) => (row: number, outcome: Outcome | RowFault[]) => {
  if (typeof outcome === 'string') {
    report[outcome]++
    return
  }
  report.failed++
  const faults = [outcome].flat().map((fault) => ({ row, ...fault }))
  report.errors.push(...faults.slice(0, Math.max(0, mostErrors - report.errors.length)))
}

async function judge(ctx: Context, userId: string, rows: readonly ImportedRow[], known: Known): Promise<Outcome[]> {
  await meetAll(ctx.db.read, ctx, userId, rows, known)
  return rows.map((row) => apply(ctx, userId, row, known))
}

/** Another member's import may take an external id between our look and our write; then we look again. */
async function writeAgain(ctx: Context, userId: string, rows: readonly ImportedRow[]): Promise<Outcome[]> {
  const write = () => ctx.db.transaction((tx) => writeBatch(tx, ctx, userId, rows))
  return write().catch((error: unknown) => {
    if (isUniqueViolation(error)) return write()
    throw error
  })
}

async function writeBatch(tx: Tx, ctx: Context, userId: string, rows: readonly ImportedRow[]): Promise<Outcome[]> {
  await lockRows(tx, 'users', [userId])
  const known = nobodyKnown()
  await meetAll(tx, ctx, userId, rows, known)
  const outcomes = rows.map((row) => apply(ctx, userId, row, known))
  const planned = [...new Set(known.byEmail.values())].filter(({ before, after }) => before !== after)
  const added = planned.filter(({ before }) => before === null).map(({ after }) => after)
  await tx.append(contacts, added)
  await writeWords(tx, added)
  for (const { before, after } of planned) if (before) await change(tx, after)
  await emitAll(tx, ctx, planned.map(factOf))
  return outcomes
}

async function change(tx: Tx, after: Planned['after']): Promise<void> {
  const { name, phone, company, timezone, about, tags, externalId, edited, nameKey, updatedAt } = after
  const fields = { name, phone, company, timezone, about, tags, externalId, edited, nameKey, updatedAt }
  await tx.update(contacts).set(fields).where(eq(contacts.id, after.id))
  await rewriteWords(tx, after)
}

function factOf({ before, after }: Planned) {
  const data = presentContact(after)
  const type = before ? ('contact.updated' as const) : ('contact.created' as const)
  return { type, subjectId: after.id, data, previous: before && changedFields(presentContact(before), data) }
}
