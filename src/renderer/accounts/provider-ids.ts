/** Provider of the built-in carrier: it is offered as a way to try things out, never among the real ones. */
export const SANDBOX_PROVIDER = 'sandbox'

/** Provider that stands for all that have none of their own here: it is offered last. */
export const GENERIC_PROVIDER = 'generic'
