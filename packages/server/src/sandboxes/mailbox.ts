import type { Context } from '../context.ts'
import type { Page } from '../db/page.ts'
import { linksIn } from '../email/links.ts'
import type { Mail } from '../email/model.ts'
import { getMail, listMail } from '../email/service.ts'
import type { SandboxMail } from './model.ts'
import { inSandbox } from './service.ts'

interface Asked {
  limit: number
  cursor?: string | undefined
  to?: string | undefined
  subjectId?: string | undefined
}

/** What the sandbox would have mailed, the newest first; whoever looks waits for what is due. */
export async function listMailbox(ctx: Context, id: string, asked: Asked): Promise<Page<Mail>> {
  const { row, inside } = await inSandbox(ctx, id)
  await ctx.sandboxes.settle(row.organizationId)
  return listMail(inside, asked)
}

export async function readMailbox(ctx: Context, id: string, mailId: string): Promise<SandboxMail> {
  const { inside } = await inSandbox(ctx, id)
  const mail = await getMail(inside, mailId)
  return { ...mail, links: linksIn(mail.html ?? '') }
}
