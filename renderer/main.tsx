import './without-eval.ts'
import './style-text.ts'
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
import '@mantine/dates/styles.css'
import './app/look/tones.css'
import './app/look/frame.css'
import './app/look/table.css'
import './app/look/screens.css'
import './app/look/applications.css'
import './app/look/contacts.css'
import './app/look/calendar.css'
import './app/look/date-field.css'
import './app/look/directories.css'
import './app/look/eotinish.css'
import './app/look/help.css'
import './app/look/key-map.css'
import './app/look/month-and-quarter.css'
import './app/look/reception.css'
import './app/look/reception-day.css'
import './app/look/register.css'
import './app/look/terms.css'
import { createRoot } from 'react-dom/client'
import { App, begin } from './app/App.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
// Behind the sheets, which stand at the end of the page: the tones of the look go before those of the library.
document.body.append(root)
// Until main has answered, what the page itself holds stays on the screen.
void begin().then(begun => createRoot(root).render(<App begun={begun} />))
