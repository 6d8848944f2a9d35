/** What a hand-off can be written as; docs/handoff.md says who reads which. */
export const handoffFormats = ['otio', 'edl', 'fcpxml', 'fcp7', 'fdx'] as const
export type HandoffFormat = (typeof handoffFormats)[number]

/** What somebody wants handed over: files of these formats, with the clips and the sound stems, as one ZIP or not. */
export type HandoffWish = { formats: HandoffFormat[]; clips: boolean; stems: boolean; zip: boolean }

/** The wish as a run's step carries it: equal wishes are equal texts. */
export const handoffInput = ({ formats, clips, stems, zip }: HandoffWish): Record<string, string> => ({
  formats: handoffFormats.filter((one) => formats.includes(one)).join(','),
  with: [clips ? 'clips' : '', stems ? 'stems' : '', zip ? 'zip' : ''].filter((word) => word !== '').join(','),
})

export const handoffWishIn = (input: Record<string, string>): HandoffWish => {
  const named = new Set((input.formats ?? '').split(','))
  const also = new Set((input.with ?? '').split(','))
  return {
    formats: handoffFormats.filter((one) => named.has(one)),
    clips: also.has('clips'),
    stems: also.has('stems'),
    zip: also.has('zip'),
  }
}
