/** The closed word lists of a scene document (film.md, Scene fields). */
export const intExts = ['INT', 'EXT', 'INT_EXT', 'EST', 'NONE'] as const
export const timesOfDay = ['dawn', 'morning', 'noon', 'afternoon', 'evening', 'twilight', 'night'] as const
export const weathers = ['clear', 'cloudy', 'rainy', 'stormy', 'snowy', 'foggy', 'windy'] as const
export const angles = ['eye_level', 'high', 'low', 'dutch', 'birds_eye', 'worms_eye'] as const
export const shotSizes = [
  'extreme_wide', 'wide', 'full', 'medium_wide', 'medium', 'medium_close', 'close_up', 'extreme_close_up',
  'over_shoulder', 'insert',
] as const // prettier-ignore
export const movements = [
  'static', 'pan', 'tilt', 'zoom', 'dolly', 'truck', 'pedestal', 'tracking', 'crane', 'handheld',
] as const // prettier-ignore
export const lightTypes = ['natural', 'dramatic', 'soft', 'hard', 'backlit', 'silhouette', 'practical'] as const
export const pacings = ['slow', 'medium', 'fast'] as const
/** What lies outside the line of the story and looks like it. */
export const asides = ['flashback'] as const
export const transitions = ['cut', 'fade', 'dissolve', 'wipe'] as const
export const boundaries = ['cut', 'shared_keyframe', 'chain_last_frame'] as const
export const emotionNames = [
  'neutral', 'tender', 'happy', 'sad', 'angry', 'determined', 'afraid', 'worried', 'surprised', 'tired',
] as const // prettier-ignore
export const poses = [
  'stand', 'sit', 'walk', 'point', 'hold', 'gesture', 'run', 'kneel', 'sit_ground', 'lie', 'reach', 'wave', 'call', 'embrace',
] as const // prettier-ignore
export const crossings = ['enters', 'leaves'] as const
export const facings = ['screen_left', 'screen_right', 'camera', 'away'] as const
export const positions = ['left', 'center_left', 'center', 'center_right', 'right'] as const
export const movementSpeeds = ['slow', 'medium', 'fast'] as const
export const depthsOfField = ['deep', 'medium', 'shallow'] as const
export const keyDirections = [
  'front',
  'front_left',
  'front_right',
  'left',
  'right',
  'behind',
  'above',
  'below',
] as const
export const contrasts = ['low', 'medium', 'high'] as const
/** How long a piece feels: held on, in step with the film, or cut off short. */
export const rhythms = ['held', 'even', 'clipped'] as const
export const aspects = ['16:9', '9:16', '1:1', '4:5'] as const
export const frameRates = [24, 25, 30] as const
export const resolutions = ['360p', '720p', '1080p'] as const

export type IntExt = (typeof intExts)[number]
export type TimeOfDay = (typeof timesOfDay)[number]
export type Weather = (typeof weathers)[number]
export type Angle = (typeof angles)[number]
export type ShotSize = (typeof shotSizes)[number]
export type Movement = (typeof movements)[number]
export type LightType = (typeof lightTypes)[number]
export type Pacing = (typeof pacings)[number]
export type Aside = (typeof asides)[number]
export type TransitionKind = (typeof transitions)[number]
export type Boundary = (typeof boundaries)[number]
export type Emotion = (typeof emotionNames)[number]
export type Pose = (typeof poses)[number]
export type Crossing = (typeof crossings)[number]
export type Facing = (typeof facings)[number]
export type Position = (typeof positions)[number]
export type MovementSpeed = (typeof movementSpeeds)[number]
export type DepthOfField = (typeof depthsOfField)[number]
export type KeyDirection = (typeof keyDirections)[number]
export type Contrast = (typeof contrasts)[number]
export type Rhythm = (typeof rhythms)[number]
export type Aspect = (typeof aspects)[number]
export type FrameRate = (typeof frameRates)[number]
export type Resolution = (typeof resolutions)[number]
