import type { AccountField } from '../../../shared/providers/descriptor.ts'
import { BLOCKOUT, DEFAULT_URL, MAX_SENDER_LENGTH } from './facts.ts'

const YES_NO = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
]

/** The account form (§10). */
export const CONFIG_FIELDS: AccountField[] = [
  {
    key: 'sender',
    label: 'Sender',
    help: `What recipients see, at most ${MAX_SENDER_LENGTH} characters. In India it is the header that is registered for you: six letters or digits.`,
    placeholder: 'BISTRO',
    required: true,
    kind: 'sender',
  },
  {
    key: 'dltEntityId',
    label: 'DLT entity id',
    help: 'The number of your business in the Indian DLT register. Indian networks drop texts without it.',
    placeholder: '1101000000000000001',
    required: false,
    kind: 'text',
  },
  {
    key: 'dltTemplateId',
    label: 'DLT template id',
    help: 'The number of the registered template that your texts follow.',
    placeholder: '1107000000000000001',
    required: false,
    kind: 'text',
  },
  {
    key: 'promotional',
    label: 'Promotional texts',
    help: 'Choose yes if Karix set this account up for advertising: in India such texts go out by day only, and wait until then.',
    required: false,
    defaultValue: 'no',
    kind: 'choice',
    options: YES_NO,
  },
  {
    key: 'baseUrl',
    label: 'Address',
    help: 'The whole address of the JSON interface. Leave it as it is unless Karix gave you another one.',
    placeholder: DEFAULT_URL,
    required: false,
    defaultValue: DEFAULT_URL,
    kind: 'url',
    advanced: true,
  },
  {
    key: 'typeCodes',
    label: 'Type codes',
    help: 'How this account names plain and other alphabets. Change it if Karix refuses the message type.',
    required: false,
    defaultValue: 'plain-unicode',
    kind: 'choice',
    options: [
      { value: 'plain-unicode', label: 'PLAIN and UNICODE' },
      { value: 'pm-uc', label: 'PM and UC' },
    ],
    advanced: true,
  },
  {
    key: 'urlTrack',
    label: 'Count clicks on links',
    help: 'Karix puts short links in the place of yours and counts who opens them. It has to be switched on at Karix too.',
    required: false,
    defaultValue: 'no',
    kind: 'choice',
    options: YES_NO,
    advanced: true,
  },
  {
    key: 'blockoutFrom',
    label: 'No promotional texts from',
    help: 'Indian time. The same time in both fields means no such hours.',
    required: false,
    defaultValue: BLOCKOUT.from,
    kind: 'time',
    advanced: true,
  },
  {
    key: 'blockoutTo',
    label: 'No promotional texts until',
    help: 'Indian time. Change both if the rule changes.',
    required: false,
    defaultValue: BLOCKOUT.to,
    kind: 'time',
    advanced: true,
  },
]
