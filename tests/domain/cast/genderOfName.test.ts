import { describe, expect, it } from 'vitest'
import { genderOfName } from '@/domain/cast/genderOfName'

const each = (names: string[]) => [...new Set(names.map(genderOfName))]

describe('a name of which the text says nothing', () => {
  it('is a woman’s or a man’s as most people who were given it', () => {
    expect(each(['RUTH', 'TESSA', 'YOUNG MARA', 'DR. INGRID BERG', 'Zoë'])).toEqual(['woman'])
    expect(each(['ELIAS', 'TOMASZ', 'OLD YUSUF', 'CAPTAIN HENRY MOORE', 'José'])).toEqual(['man'])
  })
  it('is told by a title or a role before the first name', () => {
    expect(each(['MRS HALE', 'THE OLD WOMAN', 'AUNT SAM', 'WAITRESS', 'SISTER LUKE'])).toEqual(['woman'])
    expect(each(['MR. ROSE', 'A MAN IN A GREY COAT', 'POLICEMAN', 'UNCLE KIM'])).toEqual(['man'])
  })
  it('stays open when both have it, or nobody', () => {
    expect(each(['ROBIN', 'CASEY', 'GUARD', 'THE VOICE', '厨师', 'ROBOT 7', ''])).toEqual(['unknown'])
  })
})
