import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../components/EmptyState.tsx'

/** Catches a bug of the window while drawing, so that the person sees words and a way on instead of a blank page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <EmptyState
        icon="warning"
        title="This window ran into a mistake of ours"
        actions={
          <Button variant="filled" onClick={() => location.reload()}>
            Load the window again
          </Button>
        }
      >
        Sending goes on in the background and nothing is lost.
      </EmptyState>
    )
  }
}
