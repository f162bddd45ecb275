// The browser the stories run in: one that is on the machine already. Nothing is downloaded behind anybody's back.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

// The shell is the same engine without windows to draw, and asks a quarter less of the processor.
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** @returns {string | undefined} where Chromium is */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, ...macPlaces].find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Finds Chromium, the shell where there is one; root on Debian gets it installed. @returns {string} */
export function ensureChromium() {
  const found = findChromium()
  if (found?.endsWith(shell)) return found
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    // Ubuntu has no shell apart; there and where nothing can be fetched, any Chromium does.
    for (const wanted of found ? [shell] : [shell, 'chromium']) {
      if (!install(wanted)) continue
      const installed = findChromium()
      if (installed) return installed
    }
  }
  if (found) return found
  throw new Error(
    'The stories in e2e/ need a Chromium, and none was found. Debian and Ubuntu: `sudo apt-get install chromium`. ' +
      'Mac: `brew install --cask chromium`. Or put a google-chrome on the PATH. Then run npm test again.',
  )
}

/** @param {string} wanted a package of Debian @returns {boolean} whether it is there now */
function install(wanted) {
  console.log(`Installing a browser (apt-get install ${wanted}).`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...words) =>
    spawnSync('apt-get', ['-qq', ...words], { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0
  const get = () => apt('install', '-y', '--no-install-recommends', wanted)
  return get() || (apt('update') && get())
}
