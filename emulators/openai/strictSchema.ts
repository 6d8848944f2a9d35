type Schema = Record<string, unknown>

/**
 * What is wrong with a schema of a strict answer, in one sentence; null when it may be used: an object at the root,
 * every object closed, every field required, only keywords strict answers know.
 */
export const schemaFault = (schema: unknown): string | null => {
  const root = asSchema(schema)
  if (root?.['type'] !== 'object') return 'schema must be a JSON Schema of \'type: "object"\''
  return faultIn(root, [])
}

const asSchema = (value: unknown): Schema | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : null

const unknown = [
  'oneOf',
  'allOf',
  'not',
  'if',
  'then',
  'else',
  'patternProperties',
  'dependentRequired',
  'propertyNames',
]

const faultIn = (schema: Schema, way: string[]): string | null => {
  const where = way.length === 0 ? 'the root' : `'${way.join('.')}'`
  const wrong = unknown.find((word) => word in schema)
  if (wrong !== undefined) return `In ${where}, '${wrong}' is not permitted.`
  const object = schema['type'] === 'object' || 'properties' in schema ? objectFault(schema, where) : null
  return object ?? firstFault(inside(schema), way)
}

const objectFault = (schema: Schema, where: string): string | null => {
  if (schema['additionalProperties'] !== false)
    return `In ${where}, 'additionalProperties' is required to be supplied and to be false.`
  const names = Object.keys(asSchema(schema['properties']) ?? {})
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const missing = names.find((name) => !required.includes(name))
  return missing === undefined
    ? null
    : `In ${where}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`
}

const inside = (schema: Schema): [string, unknown][] => [
  ...Object.entries(asSchema(schema['properties']) ?? {}),
  ...Object.entries(asSchema(schema['$defs']) ?? {}),
  ...(Array.isArray(schema['anyOf']) ? schema['anyOf'].map((one, n): [string, unknown] => [`anyOf ${n}`, one]) : []),
  ...('items' in schema ? [['items', schema['items']] as [string, unknown]] : []),
]

const firstFault = (schemas: [string, unknown][], way: string[]): string | null => {
  for (const [name, value] of schemas) {
    const schema = asSchema(value)
    const fault = schema ? faultIn(schema, [...way, name]) : `'${name}' is not a schema.`
    if (fault !== null) return fault
  }
  return null
}
