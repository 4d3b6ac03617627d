import '../without-eval.ts'
import '@fontsource/noto-sans/latin-400.css'
import '@fontsource/noto-sans/latin-600.css'
import '@fontsource/noto-sans/latin-700.css'
import '@fontsource/noto-sans/cyrillic-400.css'
import '@fontsource/noto-sans/cyrillic-600.css'
import '@fontsource/noto-sans/cyrillic-700.css'
import '@fontsource/noto-sans/cyrillic-ext-400.css'
import '@fontsource/noto-sans/cyrillic-ext-600.css'
import '@fontsource/noto-sans/cyrillic-ext-700.css'
import '../app/look/tones.css'
import './hall.css'
import { createRoot } from 'react-dom/client'
import { startWords } from '../i18n/i18n.ts'
import { HallPage } from './HallPage.tsx'

/** After an exception nobody expected the page is loaded anew in so many milliseconds. */
const AGAIN = 30_000

const root = document.getElementById('hall')
if (root === null) throw new Error('the page has no root')
await startWords('kk')
createRoot(root, {
  // Nobody stands at this screen to load it anew.
  onUncaughtError(error) {
    const detail = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 12).join('\n') : ''
    void window.desk.appDiagnostics({ code: 'hall', detail: detail.slice(0, 4000) })
    setTimeout(() => location.reload(), AGAIN)
  },
}).render(<HallPage />)
