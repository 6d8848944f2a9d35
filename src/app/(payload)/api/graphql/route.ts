import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { getPayload } from 'payload'
import { door } from '@/endpoints/door/door'
import { graphqlDesk } from '@/endpoints/door/graphqlDesk'

// Payload's own handlers, behind the door
const house = { config, payload: () => getPayload({ config }) }

export const POST = door(house, graphqlDesk(house.payload, GRAPHQL_POST(config)))
export const OPTIONS = door(house, REST_OPTIONS(config))
