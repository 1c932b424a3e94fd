import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { lookInside } from '../links/open.ts'

/** The address of a link if something can still be booked through it. */
export async function whileOpen(ctx: Context, address: string | null): Promise<string | null> {
  const [, kind, token = ''] = /^\/([ls])\/([0-9A-Za-z]{16,200})$/.exec(address ?? '') ?? []
  if (!kind) return null
  try {
    const { link } = await lookInside(ctx.db.read, ctx, token)
    return (link.kind === 'share') === (kind === 's') ? address : null
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
