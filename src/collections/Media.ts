import type { CollectionConfig, Field } from 'payload'
import { hasRole } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { ofAskedScene } from '@/endpoints/media/filesOfScene'
import { refuseUsedFile } from '@/endpoints/media/refuseUsedFile'
import { sendFileOf } from '@/endpoints/media/sendFile'
import { mediaEndpoints } from '@/endpoints/studioEndpoints'
import { edited } from './edited/edited'
import { choice } from './fields/choice'
import { figure } from './fields/figure'
import { machineOnly } from './fields/machineOnly'
import { ofProject, relation } from './fields/relation'
import { line, prose } from './fields/words'

const kinds = [
  'picture', 'composite', 'layer', 'frame', 'clip', 'dialogue', 'music', 'effect', 'film', 'poster', 'contact_sheet', 'subtitles',
  'view', 'character', 'location', 'prop', 'product', 'logo', 'style', 'voice', 'screenplay', 'export', 'other',
] as const // prettier-ignore
const origins = ['upload', 'import', 'previs', 'generated', 'assembled'] as const

const facts: Field[] = [
  figure('width', { min: 1, description: 'Pixels.' }),
  figure('height', { min: 1, description: 'Pixels.' }),
  figure('durationS', { min: 0, description: 'Seconds.' }),
  figure('fps', { min: 0 }),
  figure('frames', { min: 0 }),
]

const provenance: Field = {
  name: 'provenance',
  type: 'group',
  fields: [
    choice('origin', origins),
    line('generation', 'Key of the provider call it came from.'),
    line('model'),
    line('sourceFile'),
    prose('rights', 'Whose it is and what it may be used for.', 2),
  ],
}

/** Who uses it, and taking it away, beside the form. */
const uses: Field = {
  name: 'uses',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/library/FilePanel#FilePanel' } },
}

/** Payload’s own fields of a file, named and shown as one reads them; nobody edits them. */
const ofPayload: Field[] = [
  {
    name: 'filesize',
    label: 'File size',
    type: 'number',
    admin: { components: { Cell: '/admin/library/FileSizeCell#FileSizeCell' } },
  },
  { name: 'mimeType', label: 'MIME type', type: 'text' },
  { name: 'url', label: 'URL', type: 'text' },
  { name: 'thumbnailURL', label: 'Thumbnail URL', type: 'text' },
]
const withPayloads = (media: CollectionConfig): CollectionConfig => ({
  ...media,
  fields: [...media.fields, ...ofPayload],
})

/** Pictures, clips and sound. Made files are named by their content: <sha256>.<ext>. */
export const mediaCollection = (settings: { mediaDir: string }): CollectionConfig =>
  withPayloads(
    edited({
      slug: 'media',
      labels: { singular: 'File', plural: 'Media' },
      admin: {
        group: 'Library',
        useAsTitle: 'title',
        defaultColumns: ['filename', 'title', 'kind', 'project', 'filesize'],
        description: 'Everything seen and heard, with where it came from.',
        components: {
          beforeListTable: ['/admin/library/oneOff/OneOffs#OneOffs', '/admin/library/FileFilters#FileFilters'],
        },
        baseFilter: ofAskedScene,
      },
      endpoints: [...mediaEndpoints],
      hooks: { beforeDelete: [refuseUsedFile] },
      access: { read: signedIn, create: hasRole(...makers), update: hasRole(...makers), delete: hasRole() },
      defaultPopulate: {
        url: true,
        filename: true,
        mimeType: true,
        width: true,
        height: true,
        durationS: true,
        sha256: true,
      },
      upload: {
        staticDir: settings.mediaDir,
        mimeTypes: [
          'image/*',
          'video/*',
          'audio/*',
          'text/plain',
          'text/vtt',
          'application/x-subrip',
          'application/json',
        ],
        crop: false,
        focalPoint: false,
        pasteURL: false,
        displayPreview: true,
        handlers: [sendFileOf(settings.mediaDir)],
      },
      fields: [
        uses,
        line('title'),
        { name: 'alt', type: 'text', admin: { description: 'What is seen, for people who do not see it.' } },
        ofProject(false),
        machineOnly(relation('alsoIn', 'projects', { many: true, description: 'Other films made of the same file.' })),
        choice('kind', kinds, { index: true }),
        machineOnly({ ...line('sha256'), index: true }),
        { type: 'row', fields: facts },
        provenance,
      ],
    }),
  )
