import { receive } from '../../../../lib/receive.ts'

/** `POST /api/webhooks/letsmeet` */
export async function POST(request: Request): Promise<Response> {
  const { status, text } = await receive(new Uint8Array(await request.arrayBuffer()), request.headers)
  return new Response(text, { status })
}
