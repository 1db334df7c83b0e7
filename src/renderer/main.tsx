import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createUiState, UiStateProvider } from './app/uiState.tsx'
import { connect } from './host/connection.ts'
import { doorFor } from './host/doors.ts'
import { createHost } from './host/host.ts'
import { HostProvider } from './host/HostProvider.tsx'
import { DraftKeeping, keepDrafts } from './inbox/DraftKeeping.tsx'
import { firstLanguage, LanguageProvider, loadLanguage } from './language/LanguageProvider.tsx'
import { ThemeProvider } from './theme/ThemeProvider.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root to draw into')

const host = createHost(connect(doorFor(location.protocol)))
const uiState = createUiState()
const drafts = keepDrafts(host, uiState)

const first = await loadLanguage(firstLanguage())

createRoot(root).render(
  <StrictMode>
    <HostProvider host={host}>
      <LanguageProvider first={first}>
        <UiStateProvider state={uiState}>
          <DraftKeeping keeper={drafts}>
            <ThemeProvider>
              <App />
            </ThemeProvider>
          </DraftKeeping>
        </UiStateProvider>
      </LanguageProvider>
    </HostProvider>
  </StrictMode>,
)
