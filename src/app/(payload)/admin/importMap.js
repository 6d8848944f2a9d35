import { ChoiceField as ChoiceField_5fbde990fdc025312b9dbc94ad34b51f } from '../../../admin/ChoiceField/ChoiceField'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/ChoiceField/ChoiceField#ChoiceField": ChoiceField_5fbde990fdc025312b9dbc94ad34b51f,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
