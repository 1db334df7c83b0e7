import { notifications } from '@mantine/notifications'
import { createElement, type ReactNode } from 'react'
import { FailureSentence } from './FailureSentence.tsx'

/** A short note that something was done. */
export function sayDone(message: string): void {
  notifications.show({ message, color: 'accent' })
}

/** Why something a person asked for was not done. Stays until it is closed. */
export function sayFailed(error: unknown): void {
  sayRefused(createElement(FailureSentence, { error }))
}

/** The same in words of the window's own. */
export function sayRefused(sentence: ReactNode): void {
  notifications.show({ message: sentence, color: 'red', autoClose: false, role: 'alert' })
}
