import { SetUpError } from './setUpError.mjs'

const byMongod = [
  'install MongoDB 6 or later so that mongod is on PATH (or name it with BACKLOT_MONGOD, or set MONGODB_URI to a replica set that runs elsewhere)',
]
const byFfmpeg = [
  'install ffmpeg so that ffmpeg and ffprobe are on PATH (Debian, Ubuntu: apt-get install -y ffmpeg; macOS: brew install ffmpeg), or name them with FFMPEG_PATH and FFPROBE_PATH',
]

/** The story of programs that no way could bring: what was tried, and the ways to mend it. */
export const fetchFailed = (names, tried) => {
  const mongod = names.includes('mongod')
  const fixes = [...(mongod ? byMongod : []), ...(names.some((name) => name !== 'mongod') ? byFfmpeg : [])]
  return new SetUpError({
    code: mongod ? 'NO_DATABASE' : 'NO_MEDIA_TOOLS',
    what: `There is no ${names.join(' and no ')} on this machine, and none could be fetched.`,
    why: `Tried: ${tried.map((line, i) => `(${i + 1}) ${line}`).join(' ')}`,
    fix: `Connect this machine to the network and run the same command again; or ${fixes.join('; and ')}.`,
  })
}
