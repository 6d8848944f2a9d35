import config from '@payload-config'
import '@payloadcms/next/css'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { getPayload } from 'payload'
import { door } from '@/endpoints/door/door'

// Payload's own handlers, behind the door
const house = { config, payload: () => getPayload({ config }) }

export const GET = door(house, REST_GET(config))
export const POST = door(house, REST_POST(config))
export const DELETE = door(house, REST_DELETE(config))
export const PATCH = door(house, REST_PATCH(config))
export const PUT = door(house, REST_PUT(config))
export const OPTIONS = door(house, REST_OPTIONS(config))
