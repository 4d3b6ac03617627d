import '../without-eval.ts'
import '../style-text.ts'
import '@fontsource/noto-sans/latin-400.css'
import '@fontsource/noto-sans/latin-600.css'
import '@fontsource/noto-sans/latin-700.css'
import '@fontsource/noto-sans/cyrillic-400.css'
import '@fontsource/noto-sans/cyrillic-600.css'
import '@fontsource/noto-sans/cyrillic-700.css'
import '@fontsource/noto-sans/cyrillic-ext-400.css'
import '@fontsource/noto-sans/cyrillic-ext-600.css'
import '@fontsource/noto-sans/cyrillic-ext-700.css'
import '@mantine/core/styles.css'
import '../app/look/tones.css'
import '../app/look/frame.css'
import '../app/look/screens.css'
import './recovery.css'
import { createRoot } from 'react-dom/client'
import { startWords } from '../i18n/i18n.ts'
import { RecoveryPage } from './RecoveryPage.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
// Behind the sheets, which stand at the end of the page: the tones of the look go before those of the library.
document.body.append(root)
await startWords('kk')
createRoot(root, {
  onUncaughtError(error) {
    const detail = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 12).join('\n') : ''
    void window.desk.appDiagnostics({ code: 'recovery.page', detail: detail.slice(0, 4000) })
  },
}).render(<RecoveryPage />)
