import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Drawer,
  Menu,
  Modal,
  Notification,
  PasswordInput,
  Radio,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** The accent as Mantine wants it: ten shades, the seventh (index 6) is the token in light, the fifth in dark. */
const accentShades: MantineColorsTuple = [
  '#e2f1f0',
  '#c8e5e3',
  '#a3d3cf',
  '#7ac5bf',
  '#4fb8b1',
  '#2a8f8b',
  '#0f6e6e',
  '#0b5a5a',
  '#084848',
  '#053636',
]

/** Mantine drawn with the tokens of `tokens.css`: sizes, radii and defaults of the parts used. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: 'var(--t-xs)', sm: 'var(--t-m)', md: 'var(--t-m)', lg: 'var(--t-l)', xl: 'var(--t-xl)' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: 'var(--s1)', sm: 'var(--s2)', md: 'var(--s3)', lg: 'var(--s4)', xl: 'var(--s5)' },
  radius: { xs: '4px', sm: 'var(--r1)', md: 'var(--r1)', lg: 'var(--r2)', xl: 'var(--r3)' },
  defaultRadius: 'sm',
  colors: { accent: accentShades },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  focusRing: 'auto',
  cursorType: 'default',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm', variant: 'default' }, vars: (_, props) => ({ root: buttonSize(props.size) }) }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 30 } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Radio: Radio.extend({ defaultProps: { size: 'sm' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 500, withArrow: true } }),
    Menu: Menu.extend({ defaultProps: { position: 'bottom-end', shadow: 'md' } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    // The page itself never scrolls, so dialogs lock nothing; the lock's own style would go against the page's policy.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 'lg',
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 120 },
        // The title of a dialog is no banner of the page, and a second dialog's no second one.
        attributes: { header: { role: 'presentation' } },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        lockScroll: false,
        position: 'right',
        size: 440,
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 140 },
      },
    }),
  },
})

/** Heights of buttons in pixels: 26 beside a line of text, 30 everywhere else, 36 for the one big step of a screen. */
function buttonSize(size: unknown): Record<string, string> {
  const heights: Record<string, [string, string, string]> = {
    xs: ['26px', '10px', 'var(--t-s)'],
    sm: ['30px', '12px', 'var(--t-m)'],
    md: ['36px', '16px', 'var(--t-m)'],
  }
  const found = typeof size === 'string' ? heights[size] : undefined
  if (found === undefined) return {}
  return { '--button-height': found[0], '--button-padding-x': found[1], '--button-fz': found[2] }
}

/** Hands the tokens to Mantine's own variables, so that parts without a rule of ours still match. */
export const tokenVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--pane)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
    '--mantine-primary-color-contrast': 'var(--accent-ink)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
  }
  return { variables: {}, light: shared, dark: shared }
}
