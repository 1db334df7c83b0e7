/**
 * Automatic texts that go to a number although it is opted out: the one that confirms the opt-out, and the one that says whom to ask.
 * Both answer what the customer has just written. A condition over `messages`.
 */
export const GOES_TO_OPTED_OUT = `automatic IN ('opt_out', 'help')`

/** The texts that an opt-out ends: all but those. A condition over `messages`. */
export const ENDED_BY_OPT_OUT = `kind = 'text' AND (automatic IS NULL OR NOT ${GOES_TO_OPTED_OUT})`
