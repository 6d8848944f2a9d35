import { de } from './de'
import { en } from './en'
import { statusDe, statusEn } from './statusWords'
import { stepsDe, stepsEn } from './stepWords'

/** What Payload's own i18n is given beside its words; asked for as `backlot:home` and `backlotStatus:run.failed`. */
export const translations = {
  en: { backlot: en, backlotStatus: statusEn, backlotStep: stepsEn },
  de: { backlot: de, backlotStatus: statusDe, backlotStep: stepsDe },
}
