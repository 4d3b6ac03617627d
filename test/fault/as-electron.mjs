// The stand-in says nothing of Electron's version; a test of two majors does.
Object.defineProperty(process.versions, 'electron', { value: process.env.DESK_ELECTRON, enumerable: true })
