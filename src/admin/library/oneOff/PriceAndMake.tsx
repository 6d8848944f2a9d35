'use client'
import { Button, Link } from '@payloadcms/ui'
import { links } from '../../shell/links'
import { Icon } from '../../status/Icon'
import { roundedUp } from '../../status/money'
import { useWords } from '../../words/useWords'
import { missingIn, type Wished } from './oneOffWished'
import type { PricedOneOff } from './usePrice'

type Props = { priced: PricedOneOff; wished: Wished; isSending: boolean; onMake: () => void; onTake: () => void }

/** No price, no button; and none beyond the budget. */
export const PriceAndMake = ({ priced, wished, isSending, onMake, onTake }: Props) => {
  const { say } = useWords()
  const atMost = priced.state === 'known' ? priced.quote.nanodollars.atMost : 0
  const isShort = priced.state === 'known' && atMost > priced.left
  const money = atMost > 0 ? roundedUp(atMost) : say('free')
  return (
    <div className="bl-oneoff__price">
      <div aria-live="polite">
        <Told priced={priced} wished={wished} isShort={isShort} />
      </div>
      <span className="bl-reason__buttons">
        <Button buttonStyle="primary" margin={false} disabled={priced.state !== 'known' || isShort || isSending} icon={<Icon name="bolt" />} iconPosition="left" onClick={onMake}>
          {priced.state === 'known' ? say('oneOffMake', { money }) : say('oneOffTitle')}
        </Button>
        {priced.state === 'known' && priced.quote.stands && wished.kind !== 'larger' && (
          <Button buttonStyle="secondary" margin={false} onClick={onTake}>
            {say('oneOffTake')}
          </Button>
        )}
      </span>
    </div>
  )
} // prettier-ignore

const Told = ({ priced, wished, isShort }: Pick<Props, 'priced' | 'wished'> & { isShort: boolean }) => {
  const { say } = useWords()
  const missing = missingIn(wished)
  if (missing !== null) return <p className="bl-second">{say(`oneOffFirst_${missing}`)}</p>
  if (priced.state === 'none') return null
  if (priced.state === 'reading') return <p className="bl-second">{say('oneOffPricing')}</p>
  if (priced.state === 'refused')
    return <p className="bl-oneoff__refused">{priced.why === '' ? say('offline') : say('oneOffRefused', { why: priced.why })}</p>
  const { quote, left } = priced
  const isDrawn = quote.lines.every(({ model }) => model === 'previs')
  const { atMost } = quote.nanodollars
  const costs = quote.stands ? say('oneOffStands') : atMost > 0 ? say('oneOffCosts', { money: roundedUp(atMost), left: roundedUp(left) }) : say('oneOffFree')
  return (
    <>
      {wished.take > 1 && <p>{say('oneOffIsTake', { take: wished.take })}</p>}
      {isShort ? (
        <p className="bl-oneoff__refused">
          {say('oneOffShort', { left: roundedUp(left) })} <Link href={`${links.settings(wished.project)}?field=budgetNanodollars`}>{say('openSetting')}</Link>
        </p>
      ) : (
        <p>{costs}</p>
      )}
      {isDrawn && wished.kind !== 'larger' && <p className="bl-second">{say('oneOffSame')}</p>}
      {quote.adjustments.map((one) => <p key={one} className="bl-second">{one}</p>)}
    </>
  )
} // prettier-ignore
