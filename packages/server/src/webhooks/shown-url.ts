/** An address as the log and mails may show it: a password in it is for the receiver alone. */
export function shownUrl(text: string): string {
  const url = new URL(text)
  if (url.password) url.password = '***'
  return url.href
}
