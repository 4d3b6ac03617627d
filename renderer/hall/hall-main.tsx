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

const root = document.getElementById('hall')
if (root === null) throw new Error('the page has no root')
await startWords('kk')
createRoot(root).render(<HallPage />)
