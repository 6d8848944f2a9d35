import { it } from 'vitest'
import { findMediaTools, abilitiesOf } from '@/host/ffmpeg/findMediaTools'
import { lacksOf } from '@/host/ffmpeg/mediaAbilities'
it('q', async () => {
  const f = { home: '/tmp/npmff', ffmpeg: '/tmp/npmff/bin/ffmpeg', ffprobe: '/tmp/npmff/bin/ffprobe' }
  const t = await findMediaTools(f)
  console.log(t.fpsMode, lacksOf(await abilitiesOf(f)).map((l) => l.name))
})
