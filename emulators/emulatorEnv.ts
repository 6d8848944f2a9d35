/** The keys the emulators take; they open nothing else. */
export const emulatorKeys = {
  fal: 'emulated-fal-key',
  openai: 'emulated-openai-key',
  openrouter: 'emulated-openrouter-key',
  replicate: 'emulated-replicate-token',
  brain: 'emulated-brain-key',
  tasks: 'emulated-tasks-key',
  lastFrame: 'emulated-last-frame-key',
}

/** Standard Webhooks secrets, in base64 behind `whsec_`. */
export const emulatorSecrets = {
  openai: `whsec_${Buffer.from('emulated openai webhook secret').toString('base64')}`,
  replicate: `whsec_${Buffer.from('emulated replicate webhook secret').toString('base64')}`,
}

/** The environment of a Backlot that uses the emulators at `origin`. */
export const emulatorEnv = (origin: string): Record<string, string> => ({
  FAL_KEY: emulatorKeys.fal,
  FAL_QUEUE_URL: `${origin}/fal/queue`,
  FAL_RUN_URL: `${origin}/fal/run`,
  FAL_REST_URL: `${origin}/fal/rest`,
  FAL_PLATFORM_URL: `${origin}/fal/platform/v1`,
  FAL_JWKS_URL: `${origin}/fal/jwks`,
  OPENAI_API_KEY: emulatorKeys.openai,
  OPENAI_BASE_URL: `${origin}/openai/v1`,
  OPENAI_WEBHOOK_SECRET: emulatorSecrets.openai,
  OPENROUTER_API_KEY: emulatorKeys.openrouter,
  OPENROUTER_BASE_URL: `${origin}/openrouter/api/v1`,
  REPLICATE_API_TOKEN: emulatorKeys.replicate,
  REPLICATE_BASE_URL: `${origin}/replicate/v1`,
  REPLICATE_WEBHOOK_SECRET: emulatorSecrets.replicate,
  BRAIN_SERVICE_URL: `${origin}/brain`,
  BRAIN_SERVICE_API_KEY: emulatorKeys.brain,
  TASK_SERVICE_URL: `${origin}/tasks`,
  TASK_API_KEY: emulatorKeys.tasks,
  LAST_FRAME_URL: `${origin}/last-frame`,
  LAST_FRAME_API_KEY: emulatorKeys.lastFrame,
  MEDIA_ALLOW_HOSTS: new URL(origin).host,
})
