/** Every number Backlot promises, with its unit. */
export const limits = {
  screenplayBytesMax: 10_000_000,
  /** A form with files, sent over HTTP. */
  formBytesMax: 99_000_000,
  /** About five hundred pages; it is read in the web part. */
  fdxBytesMax: 3_000_000,
  /** A file of JSON or CSV, and the entries in it. */
  tableBytesMax: 2_000_000,
  tableEntriesMax: 2_000,
  sceneDocumentsMax: 5_000,
  sceneSecondsMin: 3,
  sceneSecondsMax: 7,
  compositeLayersMax: 20,
  compositeReferencesMax: 3,
  compositeTakesMax: 5,
  countdownSeconds: 10,
  readinessThreshold: 75,
  judgeConfidenceMin: 0.8,
  loudnessLufs: -14,
  truePeakDbtpMax: -1,
  leaseMs: 15_000,
  heartbeatMs: 4_000,
  stepErrorsMax: 5,
  stepCrashesMax: 3,
  planNodesMax: 60_000,
  lineEndsBeforeSceneS: 0.1,
  ownFilesMax: 500,
  ownPictureBytesMax: 64_000_000,
  ownPicturePixelsMax: 100_000_000,
  ownPictureSideLeast: 8,
  /** Smaller ones are used, and it is said that they are enlarged. */
  ownPictureSideGood: 200,
  /** What is larger is made smaller when it is taken in. */
  ownPictureSideMost: 2048,
  ownMediaBytesMax: 2_000_000_000,
  ownMusicSecondsMax: 1800,
  ownVoiceSecondsMax: 60,
  ownClipSecondsMax: 600,
  oneOffPromptCharactersMax: 4_000,
  oneOffSecondsMin: 1,
  oneOffSecondsMax: 15,
  oneOffTakesMax: 99,
  /** Pixels of a side of a picture that was made larger. */
  largerSideMax: 8_192,
} as const
