/** The addresses that a mail's HTML leads to, each once, in order. */
export const linksIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))),
]
