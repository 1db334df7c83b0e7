import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './tokens.css'
import './base.css'
import './mantine.css'
import { localStorageColorSchemeManager, MantineProvider, useMantineColorScheme } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useMemo, type ReactNode } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { theme, tokenVariables } from './theme.ts'

/**
 * The nonce under which this page may add style elements. The shell that serves the page writes a fresh one
 * into `<meta property="csp-nonce">`; browsers hide the attribute and show it as the element's `nonce` only.
 */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** Tokens, Mantine and toasts around the whole window. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const manager = useMemo(() => localStorageColorSchemeManager({ key: 'sms-desk-scheme' }), [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokenVariables}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <Notifications position="top-right" limit={3} autoClose={6_000} containerWidth={360} />
      {children}
    </MantineProvider>
  )
}

/** Shows the window in the appearance of the settings; remembered here so that the next start does not flash. */
export function useAppearance(choice: Settings['theme'] | undefined): void {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (choice !== undefined) setColorScheme(choice === 'system' ? 'auto' : choice)
  }, [choice, setColorScheme])
}
