import config from '@payload-config'
import { getPayload } from 'payload'
import { door } from '@/endpoints/door/door'
import { shareDesk } from '@/endpoints/review/share/shareDesk'

// what a share link opens, outside of the admin and without a login
const payload = () => getPayload({ config })
const answer = door({ config, payload }, shareDesk(payload))

export const GET = answer
export const POST = answer
