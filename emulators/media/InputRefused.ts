/**
 * Something a request names that its provider cannot use. `kind` is fal's word for it: `file_download_error`,
 * `image_load_error`, `file_too_large`. `field` is where it stood.
 */
export class InputRefused extends Error {
  readonly kind: string
  readonly field: string
  readonly input: string
  constructor(kind: string, field: string, input: string) {
    super(`${kind}: ${field}`)
    this.name = 'InputRefused'
    this.kind = kind
    this.field = field
    this.input = input
  }
}
