const hidden = '[hidden]'

/** What looks like a secret wherever it stands: as a field, in a header, in an address, as a signed token. */
const rules: readonly [RegExp, string][] = [
  [/("[\w-]*(?:password|passwd|secret|token|api-?_?key|authorization|cookie|signature)":\s*")(?:[^"\\]|\\.)*"/gi, `$1${hidden}"`],
  [/\b(Bearer|Basic|API-Key|Key)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s:@"]*:[^/\s@"]+@/gi, `$1${hidden}@`],
  [/([?&;][\w-]*(?:key|token|signature|secret|password)=)[^&\s"']+/gi, `$1${hidden}`],
  [/\bpayload-token=[^;\s"]+/gi, `payload-token=${hidden}`],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, hidden],
  [/\b(?:sk|r8|fal|key)[-_][\w-]{16,}/gi, hidden],
] // prettier-ignore

/** A line of a log without passwords, keys and tokens, and without these very values wherever they stand. */
export const redacted = (line: string, secrets: readonly string[] = []): string => {
  const known = secrets
    .filter((secret) => secret.length >= 6)
    .reduce((text, secret) => text.replaceAll(secret, hidden), line)
  return rules.reduce((text, [rule, instead]) => text.replace(rule, instead), known)
}
