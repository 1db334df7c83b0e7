import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../components/EmptyState.tsx'
import { useWords } from '../language/words.ts'

/** Catches a bug of the window while drawing, so that the person sees words and a way on instead of a blank page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Mistake /> : this.props.children
  }
}

function Mistake() {
  const words = useWords('frame')
  return (
    <EmptyState
      icon="warning"
      title={words('mistake.title')}
      actions={
        <Button variant="filled" onClick={() => location.reload()}>
          {words('mistake.again')}
        </Button>
      }
    >
      {words('mistake.text')}
    </EmptyState>
  )
}
