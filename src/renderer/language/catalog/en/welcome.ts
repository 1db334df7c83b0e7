export const welcome = {
  title: 'Welcome to SMS Desk',
  lead: 'Text your customers from this desk, and always know what happened to a message.',
  promises: {
    once: {
      title: 'Nothing goes out twice, nothing gets lost',
      text: 'Every text is written down before it is sent, and so is what became of it.',
    },
    offline: { title: 'It works when the internet does not', text: 'Texts wait in the outbox and go out when the line is back.' },
    local: { title: 'Your data stays on this computer', text: 'Customers, messages and keys are kept here and nowhere else.' },
  },
  sandbox: {
    title: 'Just looking?',
    text: 'The sandbox is a carrier inside SMS Desk, with sample customers who answer. It costs nothing and texts nobody.',
    start: 'Try it with the sandbox',
    busy: 'Setting up the sandbox and its customers…',
  },
  connect: {
    title: 'Ready to text?',
    text: 'Connect the account you have at an SMS provider.',
    textNamed: 'Connect your account at {providers}.',
    start: 'Connect a provider',
    back: 'Back',
  },
  country: {
    before: 'Your business is in',
    label: 'Country of your business',
    after: 'so that numbers like 070-174 06 05 are understood',
  },
  keys: '<b>Where your keys are kept: {place}.</b> {means}',
} as const
