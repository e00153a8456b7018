import type { RouteConfig } from '@remix-run/dev/dist/config/routes'

/** The portal's addresses. `/files/ID` stands here only to refuse; those who may have a file get it from `download.ts`. */
export default [
  { index: true, file: 'routes/start.tsx' },
  { path: 'enter/:token', file: 'routes/enter.$token.tsx' },
  { path: 'login', file: 'routes/login.tsx' },
  { path: 'forgot', file: 'routes/forgot.tsx' },
  { path: 'invite/:token', file: 'routes/invite.$token.tsx' },
  { path: 'code', file: 'routes/code.tsx' },
  { path: 'preview/:token', file: 'routes/preview.$token.tsx' },
  { path: 'matters', file: 'routes/matters.tsx' },
  { path: 'matters/:matter', file: 'routes/matters.$matter.tsx' },
  { path: 'requests/:request', file: 'routes/requests.$request.tsx' },
  { path: 'upload/:token', file: 'routes/upload.$token.tsx' },
  { path: 'confirm/:token', file: 'routes/confirm.$token.tsx' },
  { path: 'hearings/:news', file: 'routes/hearings.$news.tsx' },
  { path: 'reminders/:token', file: 'routes/reminders.$token.tsx' },
  { path: 'files/:file', file: 'routes/files.$file.tsx' },
  { path: 'mails/:mail', file: 'routes/mails.$mail.tsx' },
  { path: 'files/:file/password', file: 'routes/files.$file.password.tsx' },
  { path: 'contact', file: 'routes/contact.tsx' },
  { path: 'push', file: 'routes/push.tsx' },
  { path: 'manifest.webmanifest', file: 'routes/manifest.tsx' },
  { path: 'offline/:locale', file: 'routes/offline.tsx' },
  { path: 'logout', file: 'routes/logout.tsx' },
  { path: '*', file: 'routes/missing.tsx' },
] satisfies RouteConfig
