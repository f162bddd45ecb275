// The browser the stories run in: one that is on the machine already. Nothing is downloaded behind anybody's back.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
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

/** Finds Chromium; root on Debian gets it installed. @returns {string} */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium (apt-get install chromium).')
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', ['-qq', ...words], { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
    }
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'The stories in e2e/ need a Chromium, and none was found. Debian and Ubuntu: `sudo apt-get install chromium`. ' +
      'Mac: `brew install --cask chromium`. Or put a google-chrome on the PATH. Then run npm test again.',
  )
}
