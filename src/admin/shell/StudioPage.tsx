import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

type Props = AdminViewServerProps & { title: string; children: React.ReactNode }

/** A page of the studio that is no document. Payload shows such pages to anybody, so who is not signed in goes to the login first. */
export const StudioPage = ({ initPageResult, params, searchParams, title, children }: Props) => {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const { user, payload, i18n } = req
  if (!user) {
    const { routes, admin } = payload.config
    redirect(`${routes.admin}${admin.routes.login}`)
  }
  return (
    <DefaultTemplate
      i18n={i18n}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      payload={payload}
      permissions={permissions}
      req={req}
      {...(searchParams ? { searchParams } : {})}
      user={user}
      viewActions={payload.config.admin.components.actions}
      visibleEntities={visibleEntities}
    >
      <Gutter className="bl-page">
        <h1 className="bl-page__title">{title}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}
