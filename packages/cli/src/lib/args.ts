import { Args } from '@oclif/core'

/** An id, or `ext:` and the caller's own. */
export const bookingArg = {
  booking: Args.string({ required: true, description: 'Its id, or ext: and your own id for it.' }),
}

export const eventTypeArg = {
  'event-type': Args.string({ required: true, description: 'Its slug, its id, or ext: and your own id for it.' }),
}

export const holdArg = {
  hold: Args.string({ required: true, description: 'Its id; `holds create` shows it.' }),
}

/** The id of whatever the command is about. */
export const idArg = { id: Args.string({ required: true, description: 'Its id; `list` shows it.' }) }

/** The same where a caller may have an id of their own. */
export const ownIdArg = {
  id: Args.string({ required: true, description: 'Its id, or ext: and your own id for it.' }),
}

export const memberArg = {
  member: Args.string({ required: true, description: 'Their id, e-mail address, ext: and your own id, or me.' }),
}

export const endpointArg = {
  endpoint: Args.string({ required: true, description: 'Its id, or its URL.' }),
}

export const deliveryArg = {
  delivery: Args.string({ required: true, description: 'Its id; `webhooks deliveries` shows it.' }),
}

export const contactArg = {
  contact: Args.string({ required: true, description: 'Their id, e-mail address, or ext: and your own id.' }),
}

export const linkArg = {
  link: Args.string({ required: true, description: 'Its id; `links list` shows it.' }),
}

export const workflowArg = {
  workflow: Args.string({ required: true, description: 'Its id; rwf_default is the built-in one.' }),
}

export const sandboxArg = {
  sandbox: Args.string({ required: true, description: 'Its id, or its name.' }),
}

export const capturedMailArg = {
  mail: Args.string({ required: true, description: 'Its id, or last for the newest.' }),
}
