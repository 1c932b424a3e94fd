/** How an organization's mails look: the one place that decides it. */
import { productColor } from './colors.ts'

/** How a mail looks and who signs it. */
export interface Brand {
  /** `#rrggbb`; words on it are made to read, whatever it is. */
  color: string
  /** The organization's. */
  name?: string
  /** Shown in place of the name, which is its text. */
  logoUrl?: string
  /** Plain words, at most 200 characters of them. */
  footerText?: string
  poweredBy: boolean
}

/** Every mail asks here, so branding that organizations choose changes nothing else. */
export const brandOf = (organization: { name: string }): Brand => ({
  color: productColor,
  name: organization.name,
  poweredBy: true,
})
